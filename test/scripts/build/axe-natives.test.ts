// What the build leaves out of axe-core is there in the installed version, and a version without it stops the build.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { axeNatives } from '@/scripts/build/axe-natives';
import { withShortcuts } from '@/scripts/build/axe-shortcuts';

const file = createRequire(import.meta.url).resolve('axe-core/axe.js');
const transform = axeNatives().transform as (
  this: { error(message: string): never },
  code: string,
  id: string,
) => { code: string } | null;
const builder = {
  error(message: string): never {
    throw new Error(message);
  },
};

describe('axeNatives', () => {
  it('puts the built-ins where axe-core loads its replacements, and changes nothing but that and the shortcuts', () => {
    const axe = readFileSync(file, 'utf8');
    const code = withShortcuts(axe);
    const changed = transform.call(builder, axe, file)?.code ?? '';
    const lines = changed
      .replaceAll('/* @__PURE__ */ ', '')
      .replace(/(import_memoizee = __toModule\()[\s\S]*?\n\}\n\);/, '$1memoize);')
      .split('\n');
    const different = code.split('\n').filter((line, at) => line !== lines[at]);
    expect(different).toHaveLength(10);
    expect(different.every((line) => /= __toModule\(require_\w+\(\)\);$/.test(line))).toBe(true);
    expect(changed).toContain('var import_from = __toModule(Array.from);');
    expect(changed).toContain('var import_memoizee = __toModule(function memoize(');
  });

  it('fails when axe-core loads them otherwise, and leaves other files alone', () => {
    const otherwise = readFileSync(file, 'utf8').replaceAll('__toModule(require_from3())', 'require_from3()');
    expect(() => transform.call(builder, otherwise, file)).toThrow('axe-core does not call');
    expect(() => transform.call(builder, 'var axe = {};', file)).toThrow('axe-core has');
    expect(transform.call(builder, 'var axe = {};', '/other.js')).toBeNull();
  });
});
