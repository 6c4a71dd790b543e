// Every text that our rules can show is Chinese, and nothing in the locale needs eval.
import axe from 'axe-core';
import shipped from 'axe-core/locales/zh_CN.json';
import { describe, expect, it } from 'vitest';
import { KNOWN_VERSION } from '@/lib/accessibility/axe-internals';
import { RULE_TAGS } from '@/lib/accessibility/rule-set';
import { chineseLocale } from '@/lib/accessibility/zh-cn-locale';

interface Audit {
  rules: { id: string; tags: string[] }[];
  data: {
    rules: Record<string, { help: string; description: string }>;
    checks: Record<string, { messages: Record<string, unknown> }>;
  };
}
const audit = (axe as unknown as { _audit: Audit })._audit;
const locale = chineseLocale(shipped);
const CHINESE = /[\u4e00-\u9fff]/;

/** Texts of a message by their path; variants are looked up by axe by name. */
function textsOf(path: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(`${path}.${key}`, inner));
}

describe('Chinese locale of axe', () => {
  it('is made for the axe-core that is installed', () => {
    expect(axe.version).toBe(KNOWN_VERSION);
  });

  it('leaves out the templates that axe would compile with new Function', () => {
    expect(Object.keys(locale).sort()).toEqual(['checks', 'incompleteFallbackMessage', 'lang', 'rules']);
    expect(JSON.stringify(locale)).not.toContain('{{');
  });

  // Before the locale is applied; as JSON, because axe keeps compiled templates beside the texts.
  const english = JSON.parse(JSON.stringify(audit.data)) as Audit['data'];
  it('has every rule', () => {
    axe.configure({ locale: locale as never });
    const wanted = audit.rules.filter(({ tags }) => tags.some((tag) => RULE_TAGS.includes(tag)));
    expect(wanted.length).toBeGreaterThan(90);
    for (const { id } of wanted) expect(audit.data.rules[id]?.help, id).toMatch(CHINESE);
  });

  it('has every failing and doubtful message, with every variant and placeholder that axe knows', () => {
    for (const [id, { messages }] of Object.entries(english.checks)) {
      const ours = audit.data.checks[id]?.messages ?? {};
      const translated = new Map(textsOf('', { fail: ours.fail, incomplete: ours.incomplete }));
      for (const [path, text] of textsOf('', { fail: messages.fail, incomplete: messages.incomplete })) {
        if (typeof text !== 'string' || text === '') continue;
        const found = translated.get(path);
        expect(found, `${id}${path}`).toMatch(CHINESE);
        // A placeholder that axe does not fill, or a broken one, would show as code.
        expect(String(found).match(/\$\{(?!\s?data(\.\w+)?\s?\})/), `${id}${path}`).toBeNull();
      }
    }
  });
});
