// The accessibility check over the cases of its fixture, with facts from axe in a real Chromium.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import check from '@/lib/checks/accessibility';
import type { PageFacts } from '@/lib/model/page-facts';
import { CHROMIUM, hasChromium, type Lab, startLab } from './accessibility-lab';

interface Expected {
  outcome: string;
  findings: string[];
  says?: string[];
  /** Number of findings that are best practices. */
  practices: number;
}

const TIMEOUT_MS = 90_000;
const cases = readFileSync('test/checks/accessibility.html', 'utf8').matchAll(
  /<template data-case="([^"]+)" data-expect='([^']+)'>([\s\S]*?)<\/template>/g,
);
let lab: Lab;

describe.skipIf(!hasChromium)(`accessibility check in Chromium (${CHROMIUM})`, () => {
  beforeAll(async () => {
    lab = await startLab();
  }, TIMEOUT_MS);
  afterAll(() => lab?.close());

  it.each([...cases].map(([, name, expected, html]) => ({ name, expected, html })))(
    '$name',
    async ({ expected = '', html = '' }) => {
      const { outcome, findings, says = [], practices } = JSON.parse(expected) as Expected;
      const page = await lab.open(
        `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>例</title></head><body>${html}</body></html>`,
      );
      const given = await page.evaluate(() => globalThis.__gsiAccessibility?.(60_000));
      await page.close();
      if (!given) throw new Error('The accessibility script did not install itself.');
      const facts: PageFacts = {
        schema: 1,
        url: given.url,
        title: '例',
        at: '2026-01-01T00:00:00Z',
        viewport: { width: 1280, height: 900, ratio: 1 },
        frames: [{ url: given.url, top: true, facts: { accessibility: given.facts } }],
        skipped: [],
      };
      const answer = check.run(facts, { params: {}, governmentHosts: [] });
      const certain = answer.findings.filter(({ kind }) => kind !== 'best-practice');
      expect(certain.map(({ kind, item }) => `${kind} ${item}`)).toEqual(findings);
      expect(answer.findings.length - certain.length).toBe(practices);
      const worst = answer.findings.some((finding) => finding.outcome === 'fail')
        ? 'fail'
        : answer.findings.length > 0
          ? 'review'
          : 'pass';
      expect(worst).toBe(outcome);
      for (const [at, text] of says.entries()) expect(answer.findings[at]?.message).toContain(text);
      for (const { message } of answer.findings) expect(message).toMatch(/^[^\n]+[^。]。$/);
    },
    TIMEOUT_MS,
  );
});
