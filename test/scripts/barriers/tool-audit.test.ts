// Reading the GOV.UK tool audit: pages of a case, published results, and which rules speak of a case.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { barrierRules } from '@/lib/checks/judge/barriers/rules';
import { readToolAudit } from '@/scripts/barriers/tool-audit';
import { CASES, rulesFor } from '@/scripts/barriers/tool-audit-cases';

const folder = mkdtempSync(join(tmpdir(), 'tool-audit-'));
const tests = (cases: Record<string, Record<string, { example: string }>>) =>
  writeFileSync(join(folder, 'tests.json'), JSON.stringify(cases));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readToolAudit', () => {
  it('puts the audit’s page around a case and takes the page that a case only links to', () => {
    mkdirSync(join(folder, 'example-pages'), { recursive: true });
    writeFileSync(
      join(folder, 'example-pages/empty.html'),
      '<!DOCTYPE html><html lang=""><title></title></html>',
    );
    tests({
      Images: { 'Image with no alt attribute': { example: '<img src="images/a.png">' } },
      Title: { 'Empty page title': { example: '<a href="example-pages/empty.html">Example page</a>' } },
    });
    const collection = readToolAudit(folder);
    const [image, title] = collection?.examples ?? [];
    expect(image?.page.body).toContain('<img src="../assets/test_images/a.png">');
    expect(image?.page.body).toContain('<html lang="en">');
    expect(image).toMatchObject({ expected: 'failed', rules: ['axe:image-alt'] });
    expect(title).toMatchObject({ path: '/example-pages/empty.html', rules: ['axe:document-title'] });
    expect(title?.page.body).toBe('<!DOCTYPE html><html lang=""><title></title></html>');
    expect(collection?.published).toEqual([]);
  });

  it('adds up what the audit published for each tool, best first', () => {
    const counts = { notfound: 1, error: 5, error_paid: 1, warning: 2, manual: 3, identified: 1 };
    writeFileSync(
      join(folder, 'analysis.json'),
      JSON.stringify({ totals: { total: 13 }, counts: { b: counts, a: { ...counts, error: 6 } } }),
    );
    expect(readToolAudit(folder)?.published).toEqual([
      { tool: 'a', reported: 9, withPrompts: 13, of: 13 },
      { tool: 'b', reported: 8, withPrompts: 12, of: 13 },
    ]);
  });

  it('refuses a case of which it does not know what speaks of it', () => {
    tests({ New: { 'A barrier never heard of': { example: '<p></p>' } } });
    expect(() => readToolAudit(folder)).toThrow('A barrier never heard of');
  });

  it('is no collection without tests.json', () => {
    expect(readToolAudit(join(folder, 'example-pages'))).toBeUndefined();
  });
});

describe('rules of the cases', () => {
  it('exist', () => {
    const own = CASES.flatMap(([, rules]) => rules.split(' ')).filter(
      (rule) => rule && !rule.startsWith('axe:'),
    );
    expect(own.filter((rule) => !Object.hasOwn(barrierRules, rule))).toEqual([]);
  });

  it('tell cases with similar names apart', () => {
    expect(rulesFor('Image button has no alt attribute')).toEqual(['axe:input-image-alt']);
    expect(rulesFor('Link text with identical title')).toEqual(['link-title-repeats']);
    expect(rulesFor('html element has lang attribute set to wrong language')).toContain('lang-doubtful');
    expect(rulesFor('lang attribute used to identify change of language, but with wrong language')).toEqual([
      'lang-part-wrong',
    ]);
  });
});
