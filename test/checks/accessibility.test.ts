// The accessibility check's judgement over literal facts: outcomes, keys, frames, summary. Its pages run in test/browser.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/accessibility';
import { completeFinding } from '@/lib/checks/engine/define-check';
import type { AccessibilityFacts, AccessibilityRuleFacts } from '@/lib/model/facts/accessibility';
import type { PageFacts } from '@/lib/model/page-facts';
import { AccessibilitySummary } from '@/lib/model/summary';

const URL_OF_PAGE = 'http://www.shili.gov.cn/index.html';

function rule(
  id: string,
  subjects: string[],
  more: Partial<AccessibilityRuleFacts> = {},
): AccessibilityRuleFacts {
  return {
    rule: id,
    impact: 'serious',
    tags: ['wcag2a'],
    bestPractice: false,
    help: `${id} 的要求`,
    count: subjects.length,
    nodes: subjects.map((subject, index) => ({
      selector: `#n${index}`,
      subject,
      html: `<p title="${subject}">`,
      text: subject,
      reasons: ['不符合要求'],
    })),
    ...more,
  };
}

function facts(...frames: (Partial<AccessibilityFacts> & { url?: string })[]): PageFacts {
  return {
    schema: 1,
    url: URL_OF_PAGE,
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1280, height: 800, ratio: 1 },
    frames: frames.map(({ url = URL_OF_PAGE, ...given }, index) => ({
      url,
      top: index === 0,
      facts: {
        accessibility: { engine: 'axe-core', violations: [], incomplete: [], satisfied: [], ...given },
      },
    })),
    skipped: [],
  };
}

const run = (page: PageFacts) => check.run(page, { params: {}, governmentHosts: [] });
const keysOf = (page: PageFacts) =>
  run(page).findings.map((finding) => completeFinding('accessibility', URL_OF_PAGE, finding).key);

describe('accessibility check', () => {
  it('passes a page without reports', () => {
    expect(run(facts({}))).toEqual({ findings: [], summary: { violations: [], needsReview: [] } });
  });

  it('fails WCAG violations, and leaves doubts and best practices to a person', () => {
    const { findings } = run(
      facts({
        violations: [
          rule('region', ['div'], { bestPractice: true, tags: ['best-practice'] }),
          rule('image-alt', ['img']),
        ],
        incomplete: [rule('color-contrast', ['p'])],
      }),
    );
    expect(findings.map(({ kind, item, outcome }) => [kind, item, outcome])).toEqual([
      ['violation', 'image-alt|img', 'fail'],
      ['needs-review', 'color-contrast|p', 'review'],
      ['best-practice', 'region|div', 'review'],
    ]);
    expect(findings[0]).toMatchObject({
      group: 'image-alt 的要求',
      message: 'image-alt 的要求：不符合要求。',
      expected: 'image-alt 的要求',
      found: '<p title="img">',
      locator: { url: URL_OF_PAGE, frame: '', selector: '#n0', text: 'img' },
    });
  });

  it('tells equal elements apart by their order, over all frames', () => {
    const { findings } = run(
      facts(
        { violations: [rule('image-alt', ['img /a.png', 'img /b.png', 'img /a.png'])] },
        { url: 'http://www.shili.gov.cn/frame', violations: [rule('image-alt', ['img /a.png'])] },
      ),
    );
    expect(findings.map(({ item }) => item)).toEqual([
      'image-alt|img /a.png',
      'image-alt|img /b.png',
      'image-alt|img /a.png#2',
      'image-alt|img /a.png#3',
    ]);
    expect(findings[3]?.locator.frame).toBe('http://www.shili.gov.cn/frame');
  });

  it('keeps keys when places, classes and wording of the report change', () => {
    const before = facts({ violations: [rule('image-alt', ['img /a.png', 'img /b.png'])] });
    const moved = rule('image-alt', ['img /a.png', 'img /b.png'], { help: '新的措辞', impact: 'critical' });
    for (const node of moved.nodes)
      Object.assign(node, { selector: 'main > div', html: '<img class="new">', reasons: [] });
    expect(keysOf(facts({ violations: [moved] }))).toEqual(keysOf(before));
    expect(new Set(keysOf(before)).size).toBe(2);
  });

  it('does not blame a frame for what another frame has', () => {
    const missing = rule('landmark-one-main', ['html'], { bestPractice: true });
    expect(
      run(facts({ violations: [missing] }, { url: 'http://x.gov.cn/', satisfied: ['landmark-one-main'] }))
        .findings,
    ).toEqual([]);
    expect(run(facts({ violations: [missing] }, { url: 'http://x.gov.cn/' })).findings).toHaveLength(1);
  });

  it('sums rules up over frames with true counts', () => {
    const { summary } = run(
      facts(
        {
          violations: [rule('image-alt', ['a'], { impact: 'minor', count: 900 })],
          incomplete: [rule('label', ['x'])],
        },
        {
          url: 'http://www.shili.gov.cn/frame',
          violations: [rule('image-alt', ['b'], { impact: 'critical' })],
        },
      ),
    );
    expect(AccessibilitySummary.parse(summary)).toEqual({
      violations: [
        {
          rule: 'image-alt',
          impact: 'critical',
          help: 'image-alt 的要求',
          bestPractice: false,
          count: 901,
          nodes: [{ selector: '#n0' }, { selector: '#n0', frame: 'http://www.shili.gov.cn/frame' }],
        },
      ],
      needsReview: [expect.objectContaining({ rule: 'label', count: 1 })],
    });
  });

  it('ignores frames that gave no accessibility facts', () => {
    const page = facts({ violations: [rule('image-alt', ['img'])] });
    page.frames.push({ url: 'http://www.shili.gov.cn/f', top: false, facts: {} });
    expect(run(page).findings).toHaveLength(1);
  });
});
