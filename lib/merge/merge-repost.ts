// Two ticks of one account and item become one; where two inspectors disagree, a person decides and the decision stays.
import type { Repost } from '@/lib/model/new-media';
import { canonicalJson } from '@/lib/text/canonical-json';
import { laterRecord } from './merge-shared';

/** What two inspectors noted of one account and item, neither knowing of the other's; both named as they are here. */
export interface RepostConflict {
  here: Repost;
  file: Repost;
}

export type RepostChoice = 'here' | 'file';

/** A decided contradiction. It holds only for the two ticks it was decided on. */
export interface DecidedRepost {
  conflict: RepostConflict;
  choice: RepostChoice;
}

/** By what a tick is recognised in `over`: when it was made, and by whom. */
export function repostStamp({ at, by }: Pick<Repost, 'at' | 'by'>): string {
  return `${at} ${by}`;
}

/** The tick made in place of `before`, so that a merge knows that it is no contradiction to it. */
export function tickOver(before: Repost | undefined, tick: Omit<Repost, 'over'>): Repost {
  return before ? withOver(tick, [repostStamp(before), ...(before.over ?? [])]) : tick;
}

/**
 * The one that knows of the other counts; of two that say the same, or of one inspector's own two, the later. Otherwise
 * undefined: a contradiction. The same whichever of the two is here.
 */
export function mergeRepost(here: Repost, file: Repost): Repost | undefined {
  const over = [...(here.over ?? []), ...(file.over ?? [])];
  const [mine, theirs] = [repostStamp(here), repostStamp(file)];
  if (mine === theirs) return withOver(laterRecord(here, file), over);
  const fileKnows = file.over?.includes(mine) ?? false;
  const hereKnows = here.over?.includes(theirs) ?? false;
  if (fileKnows !== hereKnows) return withOver(fileKnows ? file : here, over);
  const alike = here.state === file.state && here.day === file.day;
  if (!alike && here.by !== file.by) return undefined;
  return withOver(laterRecord(here, file), [...over, mine, theirs]);
}

/** The decided tick: in the name and at the time of the one who decided, over both. */
export function decideRepost(
  { here, file }: RepostConflict,
  choice: RepostChoice,
  { by, at }: { by: string; at: string },
): Repost {
  const over = [...(here.over ?? []), ...(file.over ?? []), repostStamp(here), repostStamp(file)];
  return withOver({ ...(choice === 'here' ? here : file), by, at }, over);
}

/** true when the decision was made on these very ticks. */
export function sameRepostConflict(a: RepostConflict, b: RepostConflict): boolean {
  return canonicalJson([a.here, a.file]) === canonicalJson([b.here, b.file]);
}

function withOver(tick: Repost, over: readonly string[]): Repost {
  const { over: _, ...rest } = tick;
  const others = [...new Set(over)].filter((one) => one !== repostStamp(tick)).sort();
  return others.length > 0 ? { ...rest, over: others } : rest;
}
