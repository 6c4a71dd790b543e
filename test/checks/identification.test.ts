// @vitest-environment happy-dom
// Identification elements: the fixture's page feet through probe and check.
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import check from '@/lib/checks/identification';
import { IdentityFacts } from '@/lib/model/facts/identity';
import { IdentityElement, IdentitySummary } from '@/lib/model/summary';
import identity from '@/lib/probes/identity';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

/** element → "state" or "state|value"; `findings`: "kind item outcome" that must be there; `absent`: kinds that must not. */
type Expected = Partial<Record<IdentityElement, string>> & {
  findings?: string[];
  absent?: string[];
  /** Number of findings. */
  total?: number;
  /** Must occur in some message. */
  says?: string;
};

const fixture = readFileSync('test/checks/identification.html', 'utf8');

/** Page tags of a case: data-meta="Name=content". */
function metasOf(name: string): string[][] {
  const tag = fixture.match(new RegExp(`data-case="${name}" data-meta="([^"]*)"`))?.[1];
  return tag ? [tag.split('=')] : [];
}

const cases = readCases('test/checks/identification.html').map((page) => ({
  ...page,
  wanted: page.expected as unknown as Expected,
  metas: metasOf(page.name),
}));
const squeeze = (text: string) => text.replace(/\s+/g, '');

/** Lets the probe's quiet time pass at once. */
async function withoutWaiting<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const pending = work();
    await vi.advanceTimersByTimeAsync(4000);
    return await pending;
  } finally {
    vi.useRealTimers();
  }
}

describe('identification', () => {
  it('has cases for every element in every state', () => {
    const states = new Set(
      cases.flatMap(({ wanted }) =>
        IdentityElement.options.flatMap((element) => {
          const state = wanted[element]?.split('|')[0];
          return state ? [`${element} ${state}`] : [];
        }),
      ),
    );
    for (const element of IdentityElement.options) {
      expect([...states]).toContain(`${element} present`);
      expect([...states]).toContain(`${element} missing`);
    }
    for (const element of ['errorReportEntry', 'siteIdCode', 'icpFiling', 'policeFiling'])
      expect([...states]).toContain(`${element} malformed`);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    for (const meta of page.metas) {
      const element = document.createElement('meta');
      element.setAttribute('name', meta[0] ?? '');
      element.setAttribute('content', meta[1] ?? '');
      document.head.append(element);
    }
    const facts = await withoutWaiting(() => factsOf(identity, page.url));
    IdentityFacts.parse(facts.frames[0]?.facts.identity);
    const answer = answerOf(check, facts, page);
    const summary = IdentitySummary.parse(answer.summary);
    expect(summary.map(({ element }) => element)).toEqual(IdentityElement.options);
    for (const entry of summary) {
      const wanted = page.wanted[entry.element]?.split('|');
      if (!wanted) continue;
      expect(`${entry.element} ${entry.state}`).toBe(`${entry.element} ${wanted[0]}`);
      if (wanted[1]) expect(squeeze(entry.value ?? '')).toBe(squeeze(wanted[1]));
      if (entry.selector) expect(document.querySelectorAll(entry.selector)).toHaveLength(1);
    }
    const found = answer.drafts.map(({ kind, item, outcome }) => `${kind} ${item} ${outcome}`);
    for (const wanted of page.wanted.findings ?? []) expect(found).toContain(wanted);
    const kinds = answer.drafts.map(({ kind }) => kind);
    for (const kind of page.wanted.absent ?? []) expect(kinds).not.toContain(kind);
    if (page.wanted.total !== undefined) expect(found).toHaveLength(page.wanted.total);
    if (page.wanted.says) expect(answer.messages.join()).toContain(page.wanted.says);
    expect(new Set(found.map((one) => one.replace(/ \w+$/, ''))).size).toBe(found.length);
    for (const message of answer.messages) expect(message).toMatch(/^[^\n]+。$/);
  });
});
