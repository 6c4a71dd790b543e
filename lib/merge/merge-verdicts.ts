// Verdicts and decisions of two copies, criterion by criterion: what one side alone changed is taken from that side.
import type { Decision, Verdict } from '@/lib/model/session';
import { canonicalJson } from '@/lib/text/canonical-json';
import { type Histories, touch } from './histories';
import type { MergeChoice, MergeConflict, Merger, SessionCopy } from './session-copy';
import { sameJudgement } from './session-copy';

/** `fallback`: the side that counts for what no journal tells of. */
export interface Sides {
  here: SessionCopy;
  file: SessionCopy;
  histories: Histories;
  fallback: 'here' | 'file';
}

export interface MergedVerdicts {
  verdicts: Verdict[];
  decisions: Decision[];
  /** Contradictions, decided or not; sorted by criterion. */
  conflicts: MergeConflict[];
}

/** Joins verdicts and decisions; of a conflict without a choice this side's judgement stands for the time being. */
export function mergeVerdicts(
  sides: Sides,
  choices: ReadonlyMap<string, MergeChoice>,
  pictures: ReadonlyMap<string, number>,
  merger: Merger,
): MergedVerdicts {
  const here = new Map(sides.here.verdicts.map((one) => [one.criterionId, one]));
  const file = new Map(sides.file.verdicts.map((one) => [one.criterionId, one]));
  const conflicts: MergeConflict[] = [];
  const verdicts: Verdict[] = [];
  for (const criterionId of [...new Set([...here.keys(), ...file.keys()])].sort()) {
    const pair = { here: here.get(criterionId) ?? null, file: file.get(criterionId) ?? null };
    const side = sideOf(sides, touch.judgement(criterionId));
    const conflict = side === 'both' && !sameJudgement(pair.here, pair.file);
    if (conflict) conflicts.push({ criterionId, ...pair });
    const choice = conflict ? (choices.get(criterionId) ?? 'here') : undefined;
    const judged = choice ? chosen(choice, pair, merger) : judgedOf(sides, pair, side);
    const links = linksOf(sides, criterionId, pair, choice, pictures);
    const verdict = withLinks(judged, links, pair, criterionId, sides.here.session.id);
    if (verdict) verdicts.push(verdict);
  }
  return { verdicts, decisions: mergeDecisions(sides, choices), conflicts };
}

/** The side whose value counts for one thing; 'both' when each changed it since they parted. */
export function sideOf(
  { histories, fallback }: Pick<Sides, 'histories' | 'fallback'>,
  what: string,
): 'here' | 'file' | 'both' {
  const inHere = histories.touchedHere.has(what);
  const inFile = histories.touchedFile.has(what);
  if (inHere && inFile) return 'both';
  return inHere ? 'here' : inFile ? 'file' : fallback;
}

interface Pair {
  here: Verdict | null;
  file: Verdict | null;
}

function chosen(choice: MergeChoice, pair: Pair, { by, at }: Merger): Verdict | null {
  if (choice === 'here' || choice === 'file') return pair[choice];
  const base = pair.here ?? pair.file;
  if (!base) return null;
  const { amount: _, ...rest } = base;
  return { ...rest, ...choice, by, at, from: 'manual' };
}

/** The judgement that counts when nobody has to decide. */
function judgedOf(sides: Sides, pair: Pair, side: 'here' | 'file' | 'both'): Verdict | null {
  if (side === 'both') return later(pair);
  const criterionId = (pair.here ?? pair.file)?.criterionId ?? '';
  const what = touch.judgement(criterionId);
  const { touchedHere, touchedFile } = sides.histories;
  // A picture or a finding makes a record of its own on each side, though nobody judged.
  if (!touchedHere.has(what) && !touchedFile.has(what) && sameJudgement(pair.here, pair.file))
    return earlier(pair);
  return pair[side];
}

/** Of two that say the same: the earlier, so that the order of merging does not matter. */
function earlier({ here, file }: Pair): Verdict | null {
  if (!here || !file) return here ?? file;
  if (here.at !== file.at) return here.at < file.at ? here : file;
  return identity(here) <= identity(file) ? here : file;
}

/** Of two that say the same: the later, so that the order of merging does not matter. */
function later({ here, file }: Pair): Verdict | null {
  if (!here || !file) return here ?? file;
  if (here.at !== file.at) return here.at > file.at ? here : file;
  return identity(here) >= identity(file) ? here : file;
}

function identity({ by, at, from }: Verdict): string {
  return canonicalJson({ by, at, from });
}

/** Finding keys and pictures, each on its own; what either side added stays, pictures in the order of their numbers. */
function linksOf(
  sides: Sides,
  criterionId: string,
  { here, file }: Pair,
  choice: MergeChoice | undefined,
  pictures: ReadonlyMap<string, number>,
): Pick<Verdict, 'findingKeys' | 'evidenceIds'> {
  const merge = (
    mine: readonly string[] = [],
    theirs: readonly string[] = [],
    what: (one: string) => string,
    picked?: 'here' | 'file',
  ) =>
    [...new Set([...mine, ...theirs])].filter((one) => {
      const side = sideOf(sides, what(one));
      // With a choice between two judgements the findings go with the judgement.
      if (picked && side !== sides.fallback) return (picked === 'here' ? mine : theirs).includes(one);
      if (side === 'both') return true;
      return (side === 'here' ? mine : theirs).includes(one);
    });
  const picked = choice === 'here' || choice === 'file' ? choice : undefined;
  const findingKeys = merge(
    here?.findingKeys,
    file?.findingKeys,
    (key) => touch.findingKey(criterionId, key),
    picked,
  );
  const evidenceIds = merge(here?.evidenceIds, file?.evidenceIds, (id) => touch.picture(criterionId, id));
  return {
    findingKeys: sorted(findingKeys, here?.findingKeys, file?.findingKeys),
    evidenceIds: evidenceIds
      .filter((id) => pictures.has(id))
      .sort((a, b) => (pictures.get(a) ?? 0) - (pictures.get(b) ?? 0)),
  };
}

/** Keeps a side's own order when the content is that side's, else sorts. */
function sorted(list: string[], ...orders: (readonly string[] | undefined)[]): string[] {
  const content = canonicalJson([...list].sort());
  const own = orders.filter((order) => order && canonicalJson([...order].sort()) === content);
  if (own.length === 0) return list.sort();
  return [...(own.map((order) => order as string[]).sort((a, b) => (`${a}` < `${b}` ? -1 : 1))[0] ?? list)];
}

function withLinks(
  judged: Verdict | null,
  links: Pick<Verdict, 'findingKeys' | 'evidenceIds'>,
  pair: Pair,
  criterionId: string,
  sessionId: string,
): Verdict | null {
  if (judged) return { ...judged, ...links };
  if (links.evidenceIds.length === 0 && links.findingKeys.length === 0) return null;
  const from = pair.here ?? pair.file;
  if (!from) return null;
  const { by, at } = from;
  return { sessionId, criterionId, status: 'untested', count: 0, note: '', ...links, by, at, from: 'manual' };
}

function mergeDecisions(sides: Sides, choices: ReadonlyMap<string, MergeChoice>): Decision[] {
  const keyOf = ({ criterionId, findingKey }: Decision) => JSON.stringify([criterionId, findingKey]);
  const here = new Map(sides.here.decisions.map((one) => [keyOf(one), one]));
  const file = new Map(sides.file.decisions.map((one) => [keyOf(one), one]));
  return [...new Set([...here.keys(), ...file.keys()])].sort().flatMap((key) => {
    const pair = { here: here.get(key), file: file.get(key) };
    const one = (pair.here ?? pair.file) as Decision;
    const side = sideOf(sides, touch.decision(one.criterionId, one.findingKey));
    if (side !== 'both') return pair[side] ?? [];
    const choice = choices.get(one.criterionId);
    if (choice === 'here' || choice === 'file') return pair[choice] ?? [];
    if (!pair.here || !pair.file) return one;
    const order = (decision: Decision) => `${decision.at} ${canonicalJson(decision)}`;
    return order(pair.here) >= order(pair.file) ? pair.here : pair.file;
  });
}
