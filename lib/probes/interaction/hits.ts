// Finds the words that tell lists of messages and surveys: labels, states, heads, dates.
import { findDates } from '@/lib/text/dates';
import {
  bareHead,
  type InteractionRole,
  isHead,
  messageState,
  roleOf,
  surveyState,
} from '@/lib/text/interaction-words';
import { splitLabels } from '@/lib/text/labels';
import type { ProbeContext } from '../define-probe';
import type { Chunk } from '../dom/chunks';

export type HitKind = InteractionRole | 'message-state' | 'survey-state';

export interface Hit {
  kind: HitKind;
  /** Index into the chunks. */
  chunk: number;
}

/** Texts between two looks at the clock. */
const LOOK_EVERY = 16;
/** Roles that make a text part of a message or survey; titles and plain dates stand everywhere. */
const TELLING = new Set<HitKind>([
  'asked',
  'answered',
  'message-state',
  'survey-state',
  'question',
  'answer',
  'start',
  'end',
  'period',
]);
/** States that are ordinary words of a page when they stand alone. */
const COMMON_WORDS = /^(?:是|无|查看|反馈|结果|结束|截止|重复|退回|办结|已办|待办|在办)$/;

export function isTelling(kind: HitKind): boolean {
  return TELLING.has(kind);
}

/** Hits of all chunks, in order; `withDates` adds short texts that are a date, for pages known to be about messages. */
export async function findHits(
  chunks: readonly Chunk[],
  withDates: boolean,
  { breathe }: Pick<ProbeContext, 'breathe'>,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (const [chunk, { text }] of chunks.entries()) {
    for (const kind of kindsOf(text, withDates)) hits.push({ kind, chunk });
    const pause = chunk % LOOK_EVERY === 0 && breathe();
    if (pause) await pause;
  }
  return hits;
}

function kindsOf(text: string, withDates: boolean): HitKind[] {
  const kinds = new Set<HitKind>();
  if (text.length <= 14 && !COMMON_WORDS.test(bareHead(text))) {
    if (messageState(text)) kinds.add('message-state');
    else if (surveyState(text)) kinds.add('survey-state');
  }
  for (const { label } of splitLabels(text, (word) => roleOf(word) !== undefined)) {
    const role = roleOf(label);
    if (role) kinds.add(role);
  }
  if (kinds.size === 0 && withDates && text.length <= 24 && findDates(text, '2000-12-31').length > 0)
    kinds.add('date');
  return [...kinds];
}

/** A run of chunks that are all column heads, at least one of them telling. `to` is exclusive. */
export interface HeadRun {
  from: number;
  to: number;
}

export async function findHeadRuns(
  chunks: readonly Chunk[],
  { breathe }: Pick<ProbeContext, 'breathe'>,
): Promise<HeadRun[]> {
  const runs: HeadRun[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const pause = at % LOOK_EVERY === 0 && breathe();
    if (pause) await pause;
    const from = at;
    while (isHeadChunk(chunks[at])) at += 1;
    const heads = chunks.slice(from, at).map(({ text }) => text);
    if (heads.length >= 2 && heads.some(isTellingHead)) runs.push({ from, to: at });
  }
  return runs;
}

function isHeadChunk(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && chunk.text.length <= 16 && !/[:：]/.test(chunk.text) && isHead(chunk.text);
}

function isTellingHead(text: string): boolean {
  const role = roleOf(text);
  return role !== undefined && (TELLING.has(role) || role === 'state' || role === 'result');
}
