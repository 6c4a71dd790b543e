// @vitest-environment happy-dom
// The word list against pages: the fixture's cases, and what several lists, frames and titles make of it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/wrong-wording';
import type { PageFacts } from '@/lib/model/page-facts';
import type { WordEntry, WordList } from '@/lib/model/word-list';
import text from '@/lib/probes/text';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const FILE = 'test/checks/wrong-wording.html';

function listOf(words: Partial<WordEntry>[], id = 'w'): WordList {
  const entries = words.map(
    (entry): WordEntry => ({
      word: '',
      correct: '',
      kind: 'forbidden',
      severity: 'general',
      exceptions: [],
      note: '',
      ...entry,
    }),
  );
  return { id, title: id, enabled: true, at: '2026-01-01T00:00:00Z', entries };
}

/** The check as it runs when these lists are switched on. */
const checkWith = (wordLists: WordList[]): typeof check => ({
  ...check,
  run: (facts, context) => check.run(facts, { ...context, wordLists }),
});

/** Lists of the cases, which the common reader of cases knows nothing of. */
function wordsOf(name: string): WordList[] {
  const page = new DOMParser().parseFromString(readFile(), 'text/html');
  const words = page.querySelector(`template[data-case="${name}"]`)?.getAttribute('data-words');
  return words ? [listOf(JSON.parse(words) as Partial<WordEntry>[])] : [];
}

const readFile = () => readFileSync(FILE, 'utf8');
const cases = readCases(FILE);

describe('wrong-wording', () => {
  it('has a case for every outcome', () => {
    expect([...new Set(cases.map(({ expected }) => expected.outcome))].sort()).toEqual([
      'fail',
      'inapplicable',
      'pass',
      'review',
    ]);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const answer = answerOf(checkWith(wordsOf(page.name)), await factsOf(text, page.url), page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    if (page.expected.skipped) expect(answer.skipped).toHaveLength(page.expected.skipped);
    for (const [at, words] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(words);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      if (locator.selector) expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });

  const facts = (frames: PageFacts['frames']): PageFacts => ({
    schema: 1,
    url: 'http://www.shili.gov.cn/',
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1, height: 1, ratio: 1 },
    frames,
    skipped: [],
  });
  const frame = (url: string, top: boolean, title: string, words: string): PageFacts['frames'][number] => ({
    url,
    top,
    facts: {
      text: {
        title,
        language: '',
        cut: false,
        blocks: [{ kind: 'text', text: words, tag: 'p', selector: 'p' }],
      },
    },
  });
  const context = { params: {}, governmentHosts: [] };

  it('reads the title and own frames, not those of other sites', () => {
    const seen = facts([
      frame('http://www.shili.gov.cn/', true, '示例错词网', '正文'),
      frame('http://www.shili.gov.cn/part.html', false, '', '框架里的另一错词'),
      frame('https://weather.example.com/', false, '', '外站错词'),
    ]);
    const list = listOf([{ word: '示例错词' }, { word: '另一错词' }, { word: '外站错词' }]);
    const { findings } = check.run(seen, { ...context, wordLists: [list] });
    expect(findings.map(({ item, locator }) => [item, locator.frame])).toEqual([
      ['示例错词', ''],
      ['另一错词', 'http://www.shili.gov.cn/part.html'],
    ]);
    expect(findings[0]?.message).toContain('网页标题');
  });

  it('takes a word of two lists once, the graver way, and shows what stands around it', () => {
    const seen = facts([
      frame('http://www.shili.gov.cn/', true, '', `${'前'.repeat(30)}示例错词${'后'.repeat(30)}`),
    ]);
    const lists = [listOf([{ word: '示例错词' }]), listOf([{ word: '示例错词', severity: 'serious' }], 'v')];
    const { findings } = check.run(seen, { ...context, wordLists: lists });
    expect(findings.map(({ kind, found }) => [kind, found])).toEqual([
      ['serious-wording', `…${'前'.repeat(14)}示例错词${'后'.repeat(14)}…`],
    ]);
  });
});
