// Check: does the page use wording that the office's own list forbids, and does the home page show what the list requires?
import { z } from 'zod';
import wording, { groups, messages, places } from '@/lib/locale/zh-CN/checks/wrong-wording';
import type { WordEntry } from '@/lib/model/word-list';
import { searchWording } from '@/lib/text/wording';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { isHomePage } from './judge/home-page';
import { ownTexts, type PlacedText } from './judge/own-text';

/** Characters shown before and after a word. */
const CONTEXT = 14;

export default defineCheck({
  id: 'wrong-wording',
  probes: ['text'],
  scope: 'page',
  params: z.object({}),
  run(facts, { subject, wordLists = [] }) {
    const entries = uniqueEntries(wordLists.flatMap((list) => list.entries));
    if (entries.length === 0) return { outcome: 'inapplicable', findings: [], skipped: [messages.noList] };
    const texts = ownTexts(facts, subject);
    const findings = forbiddenIn(
      texts,
      entries.filter(({ kind }) => kind === 'forbidden'),
      facts.url,
    );
    const required = entries.filter(({ kind }) => kind === 'required');
    const home = isHomePage(facts.url, subject?.host);
    if (home) findings.push(...missingIn(texts, required, facts.url));
    const judged = texts.length > 0 && (home || required.length < entries.length);
    return { ...(!judged && { outcome: 'inapplicable' as const }), findings };
  },
});

/** The same word in several lists is one entry, the graver one. */
function uniqueEntries(entries: readonly WordEntry[]): WordEntry[] {
  const known = new Map<string, WordEntry>();
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.word}`;
    const earlier = known.get(key);
    if (!earlier || (earlier.severity === 'general' && entry.severity === 'serious')) known.set(key, entry);
  }
  return [...known.values()];
}

interface Use {
  entry: WordEntry;
  text: PlacedText;
  from: number;
  to: number;
  count: number;
}

/** All texts are searched as one, a line each: one pass, whatever their number. */
function forbiddenIn(
  texts: readonly PlacedText[],
  entries: readonly WordEntry[],
  url: string,
): FindingDraft[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  // U+0000 is in no word, so none reaches over from one text into the next.
  const all = texts.map(({ text }) => text).join('\0');
  const uses = new Map<number, Use>();
  let at = 0;
  for (const { pattern, from, to } of searchWording(entries).find(all)) {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= from) at += 1;
    const text = texts[at];
    const entry = entries[pattern];
    if (!text || !entry) continue;
    const known = uses.get(pattern);
    const start = starts[at] ?? 0;
    if (known) known.count += 1;
    else uses.set(pattern, { entry, text, from: from - start, to: to - start, count: 1 });
  }
  return [...uses.values()].map((use) => toFinding(use, url));
}

function toFinding({ entry, text, from, to, count }: Use, url: string): FindingDraft {
  const serious = entry.severity === 'serious';
  // A word of one or two characters may be part of a longer one that the list does not name.
  const sure = !serious && [...entry.word].length > 2;
  const written = text.text.slice(from, to);
  return {
    kind: serious ? 'serious-wording' : 'general-wording',
    item: entry.word,
    outcome: sure ? 'fail' : 'review',
    group: serious ? groups.serious : groups.general,
    message: messages.forbidden(places[text.kind], written, entry.correct, count, sure),
    ...(entry.correct && { expected: entry.correct }),
    found: contextOf(text.text, from, to),
    advice: entry.note || wording.advice,
    locator: { url, frame: text.frame, selector: text.selector, text: written },
  };
}

function contextOf(text: string, from: number, to: number): string {
  const start = Math.max(0, from - CONTEXT);
  const end = Math.min(text.length, to + CONTEXT);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function missingIn(
  texts: readonly PlacedText[],
  required: readonly WordEntry[],
  url: string,
): FindingDraft[] {
  if (required.length === 0 || texts.length === 0) return [];
  const all = texts.map(({ text }) => text).join('\0');
  // Each by itself: a longer required word must not hide a shorter one at the same place.
  return required
    .filter(({ word }) => searchWording([{ word, exceptions: [] }]).find(all).length === 0)
    .map(({ word, note }) => ({
      kind: 'missing-wording',
      item: word,
      outcome: 'review' as const,
      group: groups.required,
      message: messages.missing(word),
      expected: word,
      advice: note || messages.addIt,
      locator: { url, frame: '', selector: '' },
    }));
}
