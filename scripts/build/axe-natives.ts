// Leaves out of axe-core what replaces built-ins of browsers older than ours: loading it holds the page.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { withShortcuts } from './axe-shortcuts';

const MEMOIZE = readFileSync(new URL('./axe-memoize.js', import.meta.url), 'utf8').replace(
  /^[\s\S]*export default /,
  '',
);

/**
 * Where axe-core loads a replacement → what every browser that we support has in its place. While they load, the
 * replacements throw to find out about the browser, and each throw can make it read the whole script once more.
 */
const NATIVES: Readonly<Record<string, string>> = {
  'require_es6_promise()': '{}',
  'require_typedarray()': '{}',
  'require_weakmap_polyfill()': '{}',
  'require_has_own3()': 'Object.hasOwn',
  'require_values3()': 'Object.values',
  'require_entries3()': 'Object.entries',
  'require_from_entries3()': 'Object.fromEntries',
  'require_from3()': 'Array.from',
  'require_memoizee()': MEMOIZE,
};
const MODULE = '= __commonJS(';

/** Vite plugin. Fails when axe-core does not load them as it did when this was written. */
export function axeNatives(): Plugin {
  return {
    name: 'axe-natives',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/axe-core\/axe\.js$/.test(id)) return null;
      let changed = withShortcuts(code);
      for (const [load, native] of Object.entries(NATIVES)) {
        const call = `__toModule(${load})`;
        if (!changed.includes(call)) this.error(`axe-core does not call ${call} any more.`);
        changed = changed.replaceAll(call, `__toModule(${native})`);
      }
      // What nobody loads any more can be dropped.
      return { code: changed.replaceAll(MODULE, '= /* @__PURE__ */ __commonJS('), map: null };
    },
  };
}
