// The cooperative run says the same as one plain axe.run, lets the page live meanwhile, and ends in time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KNOWN_VERSION } from '@/lib/accessibility/axe-internals';
import type { AccessibilityAnswer } from '@/lib/accessibility/install';
import { NODE_CAP } from '@/lib/accessibility/to-facts';
import { AccessibilityFacts } from '@/lib/model/facts/accessibility';
import { paragraphsPage, portalPage } from '@/scripts/bench-pages';
import { CHROMIUM, hasChromium, type Lab, startLab } from './accessibility-lab';
import { COMPARISON_PAGES, PAGE_SCRIPTS } from './accessibility-pages';

/** One rule's result with elements named by their number in the page, so that both runs can be compared. */
interface Compared {
  rule: string;
  impact: string;
  help: string;
  count: number;
  elements: number[];
  reasons: string[];
}
interface Comparison {
  plain: { violations: Compared[]; incomplete: Compared[] };
  ours: { violations: Compared[]; incomplete: Compared[] };
  unfinished: number;
}

const REAL_PAGES = process.env.GSI_REAL_PAGES;
/** Far beyond what a page takes, because this machine may be busy. */
const TIMEOUT_MS = 90_000;
/** Rules with something to say on the comparison pages. */
const heard = new Set<string>();
let lab: Lab;

describe.skipIf(!hasChromium)(`accessibility in Chromium (${CHROMIUM})`, () => {
  beforeAll(async () => {
    lab = await startLab();
  }, TIMEOUT_MS);
  afterAll(() => lab?.close());

  const generated: [string, string][] = [
    ['portal of 600 elements', portalPage(600)],
    ['portal of 1,500 elements', portalPage(1_500)],
    ['300 paragraphs', paragraphsPage(300)],
  ];
  const compared = Object.entries(COMPARISON_PAGES).filter(([name]) => name !== 'clobbered');
  it.each([...compared, ...generated])(
    'says the same as plain axe: %s',
    async (_name, html) => {
      const { plain, ours, unfinished } = await withPage(html, compare);
      expect(unfinished).toBe(0);
      expect(ours).toEqual(plain);
      for (const { rule } of [...ours.violations, ...ours.incomplete]) heard.add(rule);
    },
    TIMEOUT_MS,
  );

  it('had something to compare: most rules speak on the comparison pages', ({ skip }) => {
    if (heard.size === 0) skip('needs the comparisons above');
    expect(heard.size).toBeGreaterThanOrEqual(60);
  });

  it(
    'goes on where plain axe trips: fields named like properties of their form',
    async () => {
      const { plain, ours } = await withPage(COMPARISON_PAGES.clobbered ?? '', compare);
      expect(plain.incomplete.map(({ rule }) => rule)).toContain('region');
      expect(ours.violations).toEqual(expect.arrayContaining(plain.violations));
      expect(ours.violations.map(({ rule }) => rule)).toContain('region');
    },
    TIMEOUT_MS,
  );

  const folder = REAL_PAGES && existsSync(REAL_PAGES) ? REAL_PAGES : undefined;
  const real = folder ? readdirSync(folder).filter((file) => /\.html?$/.test(file)) : [];
  it.skipIf(real.length === 0)(
    `says the same as plain axe on the real pages of GSI_REAL_PAGES (${real.length || 'not set, skipped'})`,
    async () => {
      for (const file of real) {
        const html = readFileSync(path.join(folder ?? '', file));
        const { plain, ours } = await withPage(html, compare);
        expect({ file, ...ours }).toEqual({ file, ...plain });
      }
    },
    2 * TIMEOUT_MS,
  );

  it(
    'gives facts of the declared shape, in Chinese, without eval',
    async () => {
      await withPage(COMPARISON_PAGES.names ?? '', async (page) => {
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        const { url, facts } = await run(page);
        expect(url).toBe('http://www.example.gov.cn/');
        expect(AccessibilityFacts.parse(facts)).toEqual(facts);
        expect(facts.engine).toBe(`axe-core ${KNOWN_VERSION}`);
        const texts = [...facts.violations, ...facts.incomplete].flatMap(({ help, nodes }) => [
          help,
          ...nodes.flatMap(({ reasons }) => reasons),
        ]);
        expect(texts.filter((text) => !/[\u4e00-\u9fff]/.test(text) || text.includes('${'))).toEqual([]);
        expect(errors).toEqual([]);
      });
    },
    TIMEOUT_MS,
  );

  it(
    'leaves the extension’s own elements out',
    async () => {
      const own =
        '<div data-gov-site-inspector="dock" style="position:fixed;inset:0 0 0 60%"><img src="/own.gif"><p style="color:#dedede">自己</p></div>';
      const html = (COMPARISON_PAGES.colours ?? '').replace('<body>', `<body>${own}`);
      await withPage(html, async (page) => {
        const { facts } = await run(page);
        const nodes = [...facts.violations, ...facts.incomplete].flatMap((rule) => rule.nodes);
        expect(nodes.length).toBeGreaterThan(5);
        expect(nodes.filter(({ html }) => html.includes('own.gif') || html.includes('#dedede'))).toEqual([]);
        expect(nodes.filter(({ text }) => text === '自己')).toEqual([]);
      });
    },
    TIMEOUT_MS,
  );

  it(
    'lets the page’s timers run meanwhile, and a second call joins the first',
    async () => {
      await withPage(portalPage(1_500), async (page) => {
        const [ticks, same] = await page.evaluate(async () => {
          let count = 0;
          const timer = setInterval(() => {
            count += 1;
          }, 4);
          const first = globalThis.__gsiAccessibility?.(60_000);
          const second = globalThis.__gsiAccessibility?.(60_000);
          const joined = first === second;
          await first;
          clearInterval(timer);
          return [count, joined];
        });
        // One run in one go lets a handful through at most.
        expect(ticks).toBeGreaterThan(20);
        expect(same).toBe(true);
      });
    },
    TIMEOUT_MS,
  );

  it(
    'is not confused by scrolling during the run, and leaves the page where the visitor scrolled',
    async () => {
      await withPage(portalPage(1_200), async (page) => {
        const before = await run(page);
        const [during, left] = await page.evaluate(async () => {
          const timer = setInterval(() => window.scrollBy({ top: 40, behavior: 'instant' }), 30);
          const answer = await globalThis.__gsiAccessibility?.(60_000);
          clearInterval(timer);
          return [answer, window.scrollY];
        });
        expect(during).toEqual(before);
        expect(left).toBeGreaterThan(0);
      });
    },
    TIMEOUT_MS,
  );

  it(
    'judges elements anew that moved after their boxes were read',
    async () => {
      await withPage(portalPage(1_200), async (page) => {
        const before = await run(page);
        const during = await page.evaluate(() => {
          const answer = globalThis.__gsiAccessibility?.(60_000);
          // A banner that loads late pushes everything down.
          setTimeout(() => {
            const late = document.createElement('div');
            late.style.height = '90px';
            document.body.prepend(late);
          }, 150);
          return answer;
        });
        const counts = (answer: AccessibilityAnswer | undefined) =>
          answer?.facts.violations.map(({ rule, count }) => `${rule} ${count}`);
        expect(counts(during)).toEqual(counts(before));
      });
    },
    TIMEOUT_MS,
  );

  it(
    'ends with a result on a page that tears itself down and throws',
    async () => {
      const script = `const all = [...document.body.querySelectorAll('*')]; let i = 0;
      Object.defineProperty(Element.prototype, 'scrollWidth', { get() { if (this.localName === 'h2') throw new Error('nein'); return 0; } });
      window.start = () => { const timer = setInterval(() => { for (let k = 0; k < 15; k++) all[(i += 13) % all.length]?.remove();
        const p = document.createElement('p'); p.textContent = i; document.body.append(p); if (i > 40000) clearInterval(timer); }, 1); };`;
      const html = portalPage(1_500).replace('</body>', '<script src="/hostile.js"></script></body>');
      await withPage(
        html,
        async (page) => {
          const answer = await page.evaluate(() => {
            (window as unknown as { start(): void }).start();
            return globalThis.__gsiAccessibility?.(60_000);
          });
          expect(AccessibilityFacts.safeParse(answer?.facts).success).toBe(true);
        },
        { '/hostile.js': script },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'stops at its time limit with a partial result that says so',
    async () => {
      await withPage(paragraphsPage(20_000), async (page) => {
        const [answer, took] = await page.evaluate(async () => {
          const started = performance.now();
          const given = await globalThis.__gsiAccessibility?.(2_000);
          return [given, performance.now() - started];
        });
        expect(answer?.skipped.map(({ why }) => why)).toContain(
          '页面内容过多，规定时间内没有检查完，结果不完整',
        );
        expect(AccessibilityFacts.safeParse(answer?.facts).success).toBe(true);
        // Ten times the limit is far from what a run in one go would take on a busy machine, and far from flaky.
        expect(took).toBeLessThan(20_000);
      });
    },
    TIMEOUT_MS,
  );
});

async function withPage<T>(
  html: string | Buffer,
  work: (page: Page) => Promise<T>,
  scripts: Record<string, string> = {},
): Promise<T> {
  const page = await lab.open(html, { ...PAGE_SCRIPTS, ...scripts });
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

async function run(page: Page): Promise<AccessibilityAnswer> {
  const answer = await page.evaluate(() => globalThis.__gsiAccessibility?.(60_000));
  if (!answer) throw new Error('The accessibility script did not install itself.');
  return answer;
}

/** Both runs over one page. Elements are numbered in document order, open shadow roots included. */
async function compare(page: Page): Promise<Comparison> {
  return page.evaluate(async (cap): Promise<Comparison> => {
    interface PlainRule {
      id: string;
      impact?: string | null;
      help: string;
      nodes: (Record<'any' | 'all' | 'none', { message: string }[]> & { element: Element })[];
    }
    const plainAxe = (globalThis as unknown as { plainAxe(): Promise<Record<string, PlainRule[]>> }).plainAxe;
    const numbers = new Map<Element, number>();
    const visit = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        numbers.set(element, numbers.size);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    const numberOf = (element: Element | null | undefined) => (element && numbers.get(element)) ?? -1;
    const at = (selector: string) => {
      let scope: ParentNode | null = document;
      let found: Element | null = null;
      for (const step of selector.split(' >>> ')) {
        found = scope?.querySelector(step) ?? null;
        scope = found?.shadowRoot ?? null;
      }
      return found;
    };
    const clean = (texts: string[]) =>
      [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()))].slice(0, 5);
    const byRule = (a: { rule: string }, b: { rule: string }) => (a.rule < b.rule ? -1 : 1);
    const plain = await plainAxe();
    const fromPlain = (rules: PlainRule[] = []) =>
      rules
        .map(({ id, impact, help, nodes }) => {
          const kept = nodes.slice(0, cap);
          return {
            rule: id,
            impact: impact ?? '',
            help,
            count: nodes.length,
            elements: kept.map(({ element }) => numberOf(element)),
            reasons: kept.map(({ none, all, any }) =>
              clean([...none, ...all, ...any].map(({ message }) => message))
                .join('|')
                .slice(0, 900),
            ),
          };
        })
        .sort(byRule);
    const answer = await globalThis.__gsiAccessibility?.(60_000);
    const fromFacts = (rules: NonNullable<typeof answer>['facts']['violations'] = []) =>
      rules.map(({ rule, impact, help, count, nodes }) => ({
        rule,
        impact,
        help,
        count,
        elements: nodes.map(({ selector }) => numberOf(at(selector))),
        reasons: nodes.map(({ reasons }) => reasons.join('|').slice(0, 900)),
      }));
    return {
      plain: { violations: fromPlain(plain.violations), incomplete: fromPlain(plain.incomplete) },
      ours: {
        violations: fromFacts(answer?.facts.violations),
        incomplete: fromFacts(answer?.facts.incomplete),
      },
      unfinished: answer?.skipped.filter(({ why }) => why.includes('没有检查完')).length ?? -1,
    };
  }, NODE_CAP);
}
