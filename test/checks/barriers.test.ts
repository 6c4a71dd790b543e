// The own accessibility audits: the fixture's pages through probe and check, in a real Chromium because most rules need layout.
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import check from '@/lib/checks/barriers';
import { barrierRules } from '@/lib/checks/judge/barriers/rules';
import { barrierWords } from '@/lib/locale/zh-CN/barriers/words';
import { BarrierFacts } from '@/lib/model/facts/barriers';
import type { PageFacts } from '@/lib/model/page-facts';
import { AccessibilitySummary } from '@/lib/model/summary';
import { hasChromium, launchProbeBrowser, type ProbeBrowser } from '../probes/chromium-page';
import { answerOf, type PageCase } from './page-cases';

const cases = readCases();
const emptyPage: Omit<PageFacts, 'url' | 'frames'> = {
  schema: 1,
  title: '',
  at: '2026-01-01T00:00:00Z',
  viewport: { width: 1280, height: 720, ratio: 1 },
  skipped: [],
};

/** As in page-cases, but a page may bring its own html element, which a template of the parser would drop. */
function readCases(): PageCase[] {
  const source = readFileSync('test/checks/barriers.html', 'utf8');
  return [...source.matchAll(/<template ([^>]*(?:'[^']*')?[^>]*)>\n([\s\S]*?)<\/template>/g)].map(
    ([, head, html]) => {
      const holder = new Window().document.createElement('div');
      holder.innerHTML = `<i ${head}></i>`;
      const read = (name: string) => holder.querySelector('i')?.getAttribute(name) ?? undefined;
      return {
        name: read('data-case') ?? '',
        url: read('data-url') ?? 'http://www.shili.gov.cn/',
        html:
          read('data-page') === undefined
            ? `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例县人民政府</title></head><body>${html}</body></html>`
            : `<!doctype html>${html}`,
        expected: JSON.parse(read('data-expect') ?? '') as PageCase['expected'],
        governmentHosts: [],
        aliases: [],
      };
    },
  );
}

describe('rules of the own audits', () => {
  it('have words each, and no words stand without a rule', () => {
    expect(Object.keys(barrierWords).sort()).toEqual(Object.keys(barrierRules).sort());
    for (const { title, advice } of Object.values(barrierWords)) {
      expect(title).toMatch(/[\u4e00-\u9fff]/);
      expect(title).not.toMatch(/[。；]$/);
      expect(advice).toMatch(/。$/);
    }
  });

  it('each find something in the fixture', () => {
    const found = new Set(
      cases.flatMap(({ expected }) => expected.findings ?? []).map((finding) => finding.split(/[ |]/)[1]),
    );
    expect(Object.keys(barrierRules).filter((rule) => !found.has(rule))).toEqual([]);
  });

  it('have nothing to say about a page without elements', () => {
    const facts: PageFacts = { ...emptyPage, url: 'http://www.shili.gov.cn/', frames: [] };
    expect(check.run(facts, { params: {}, governmentHosts: [] })).toMatchObject({
      outcome: 'inapplicable',
      findings: [],
    });
  });
});

describe.skipIf(!hasChromium)('barriers in Chromium (skipped where no Chromium is installed)', () => {
  let browser: ProbeBrowser;

  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  async function gather(url: string, html: string) {
    const shown = await browser.show(url, { [url]: { body: html, type: 'text/html; charset=utf-8' } });
    const { facts, skipped } = await shown.gather<BarrierFacts>('barriers');
    const found = await shown.page.evaluate(
      (selectors) => selectors.map((selector) => document.querySelectorAll(selector).length),
      facts.sightings.flatMap(({ places }) => places.map(({ selector }) => selector)),
    );
    await shown.close();
    return { facts: BarrierFacts.parse(facts), skipped, found };
  }

  it.each(cases)(
    '$name',
    async (page) => {
      const { facts: seen, skipped, found } = await gather(page.url, page.html);
      expect(found.every((count) => count === 1)).toBe(true);
      const facts: PageFacts = {
        ...emptyPage,
        skipped,
        url: page.url,
        frames: [{ url: page.url, top: true, facts: { barriers: seen } }],
      };
      const answer = answerOf(check, facts, page);
      expect({ outcome: answer.outcome, findings: answer.findings }).toEqual(page.expected);
      AccessibilitySummary.parse(answer.summary);
      for (const { message } of answer.drafts) expect(message).toMatch(/^[^\n]+。$/);
    },
    30_000,
  );

  it('caps places, counts all and never names an element by its path', async () => {
    const url = 'http://www.shili.gov.cn/';
    const { facts } = await gather(
      url,
      `<!doctype html><html lang="zh-CN"><title>示例县</title><main>${Array.from({ length: 50 }, (_, at) => `<p><a href="/${at}.html">更多</a></p>`).join('')}`,
    );
    const vague = facts.sightings.find(({ rule }) => rule === 'link-vague');
    expect(vague?.count).toBe(50);
    expect(vague?.places).toHaveLength(20);
    const answer = check.run(
      { ...emptyPage, url, frames: [{ url, top: true, facts: { barriers: facts } }] },
      { params: {}, governmentHosts: [] },
    );
    expect(answer.findings.map(({ item }) => item)).toEqual(['link-vague']);
    expect(answer.findings[0]?.message).toContain('共 50 处');
  }, 30_000);
});
