// @vitest-environment happy-dom
// The view on phones: what the check says to what the preview saw.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/mobile-view';
import { MobileViewFacts } from '@/lib/model/facts/mobile-view';
import type { PageFacts } from '@/lib/model/page-facts';
import { answerOf, readCases } from './page-cases';

const FILE = 'test/checks/mobile-view.html';
const cases = readCases(FILE);
const seen = new Map(
  [
    ...new DOMParser()
      .parseFromString(readFileSync(FILE, 'utf8'), 'text/html')
      .querySelectorAll('template[data-facts]'),
  ].map((template) => [
    template.getAttribute('data-case'),
    JSON.parse(template.getAttribute('data-facts') ?? ''),
  ]),
);

type Written = Partial<Omit<MobileViewFacts, 'wide'>> & { wide?: [string, string, number, number][] };

/** Facts of a page that fits, with what the case changes; `wide` is written as tag, text, left edge, width. */
function factsOf(name: string): PageFacts {
  const base = {
    schema: 1 as const,
    url: 'http://www.shili.gov.cn/',
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1280, height: 800, ratio: 1 },
    skipped: [],
  };
  const written = seen.get(name) as Written | undefined;
  if (!written) return { ...base, frames: [{ url: base.url, top: true, facts: {} }] };
  const mobileView = MobileViewFacts.parse({
    address: base.url,
    screen: { width: 375, height: 812 },
    viewport: 'device',
    layoutWidth: 375,
    contentWidth: 375,
    clipped: false,
    smallText: { characters: 0, all: 500, examples: [] },
    smallTargets: { count: 0, all: 20, examples: [] },
    ...written,
    wide: (written.wide ?? []).map(([tag, text, x, width]) => ({
      tag,
      text,
      rect: { x, y: 0, width, height: 10 },
      selector: tag,
    })),
  });
  return { ...base, frames: [{ url: base.url, top: true, facts: { mobileView } }] };
}

describe('mobile-view', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', (page) => {
    const answer = answerOf(check, factsOf(page.name), page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    for (const message of answer.messages) expect(message).toMatch(/^[^\n]+。$/);
  });
});
