// Merges one inspection of a hand-over file into what is stored: what it would do, and doing it in one transaction.
import { criteriaOf } from '@/lib/indicators/criteria';
import type {
  DecidedConflict,
  PlannedConflict,
  PlannedPicture,
  PlannedSession,
} from '@/lib/merge/merge-plan';
import { runsWithFacts } from '@/lib/merge/merge-records';
import { type MergedSession, mergeSession } from '@/lib/merge/merge-session';
import {
  type MergeChoice,
  type MergeConflict,
  MergeRefused,
  type Merger,
  type SessionCopy,
} from '@/lib/merge/session-copy';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Evidence, Session } from '@/lib/model/session';
import type { Shared } from '@/lib/store/handover-format';
import type { FileSession } from '@/lib/store/handover-read';
import type { Tables } from '@/lib/store/repository';
import { sameJson } from '@/lib/store/same-json';
import { readSession, storeSession } from '@/lib/store/session-records';
import type { SharedMap } from './merge-shared';

/** What the inspection is merged with: the file's shared records, where they belong here, and who merges. */
export interface MergeSetting {
  shared: Shared;
  map: SharedMap;
  shippedSets: readonly IndicatorSet[];
  merger: Merger;
}

/** What a transaction has found out of the sets that its inspections name; by id and version. */
export type SeenSets = Map<string, { reason: string | undefined; stored: boolean }>;
export const seenSets = (): SeenSets => new Map();

/** What became of an inspection; `row` says what merging it once more would do. */
export type Applied = { row: PlannedSession } & (
  | { kind: 'added' | 'merged'; roundId: string }
  | { kind: 'unchanged' }
  | { kind: 'left'; reason: string }
);

const UNDECIDED = '还有认定不同的评分点未确定，未作改动，请逐项确定后再合并。';
const OTHERS_ID = '文件中的记录编号已被本机其他检查使用，未作改动，请重新索取该文件。';

/** What merging would do; reads only. */
export async function planInspection(
  tables: Tables,
  file: FileSession,
  setting: MergeSetting,
  seen: SeenSets,
): Promise<PlannedSession> {
  return (await compare(tables, file, setting, seen)).row;
}

/** Merges it, with conflicts decided as `decided` says; one that is undecided leaves all of the inspection as it is. */
export async function applyInspection(
  tables: Tables,
  file: FileSession,
  setting: MergeSetting,
  seen: SeenSets,
  decided: readonly DecidedConflict[],
): Promise<Applied> {
  const { row, here, copy, preview } = await compare(tables, file, setting, seen);
  if (row.status === 'refused') return { kind: 'left', reason: row.reason ?? '', row };
  let merged = copy;
  if (here && preview) {
    const choices = new Map<string, MergeChoice>();
    for (const conflict of preview.conflicts) {
      const fit = decided.find(
        (one) => one.sessionId === row.sessionId && sameConflict(one.conflict, conflict),
      );
      if (!fit) return { kind: 'left', reason: UNDECIDED, row };
      choices.set(conflict.criterionId, fit.choice);
    }
    const result = choices.size > 0 ? mergeSession(here, copy, choices, setting.merger) : preview;
    if (result.status === 'same' || result.status === 'older') return { kind: 'unchanged', row };
    merged = result.copy;
  }
  await store(tables, file, setting, seen, here, merged);
  const status = here ? mergeSession(merged, copy, new Map(), setting.merger).status : 'same';
  return {
    kind: here ? 'merged' : 'added',
    roundId: merged.session.roundId,
    row: { ...row, status, conflicts: [] },
  };
}

interface Comparison {
  row: PlannedSession;
  /** The file's copy, named as here. */
  copy: SessionCopy;
  here?: SessionCopy;
  /** Left out for a new inspection and for one that is refused. */
  preview?: MergedSession;
}

async function compare(
  tables: Tables,
  file: FileSession,
  setting: MergeSetting,
  seen: SeenSets,
): Promise<Comparison> {
  const { session, evidence } = file.content;
  const { shared, map, merger } = setting;
  const copy = placed(file.content, map);
  const row: PlannedSession = {
    sessionId: session.id,
    subject: map.subjects.get(session.subjectId)?.name ?? '',
    round: shared.rounds.find(({ id }) => id === session.roundId)?.name ?? '',
    inspector: session.inspector,
    updatedAt: session.updatedAt,
    pictures: evidence.length,
    status: 'new',
    conflicts: [],
  };
  const stored = await tables.sessions.get(session.id);
  const reason = await refusalOf(tables, file, setting, seen, stored);
  if (reason) return { row: { ...row, status: 'refused', reason }, copy };
  const here = stored && (await readSession(tables, session.id, false))?.copy;
  if (!here) return { row, copy };
  try {
    const preview = mergeSession(here, copy, new Map(), merger);
    const conflicts = plannedConflicts(preview.conflicts, here, file, setOf(shared, session));
    return { row: { ...row, status: preview.status, conflicts }, copy, here, preview };
  } catch (error) {
    if (!(error instanceof MergeRefused)) throw error;
    return { row: { ...row, status: 'refused', reason: error.message }, copy, here };
  }
}

/** With the words of the criteria and the pictures; those of the file go along, for it is not read again for them. */
function plannedConflicts(
  conflicts: readonly MergeConflict[],
  here: SessionCopy,
  { content, images }: FileSession,
  set: IndicatorSet | undefined,
): PlannedConflict[] {
  const criteria = new Map(set ? criteriaOf(set).map((one) => [one.criterion.id, one]) : []);
  const pictures = (ids: readonly string[] = [], list: readonly Evidence[]): PlannedPicture[] =>
    list
      .filter(({ id }) => ids.includes(id))
      .map(({ id, number, caption }) => {
        const found = list === content.evidence ? images.get(id) : undefined;
        const image = found && new Blob([found.bytes], { type: found.mime });
        return { id, number, caption, ...(image ? { image } : {}) };
      });
  return conflicts.map((conflict) => ({
    ...conflict,
    text: criteria.get(conflict.criterionId)?.criterion.text ?? conflict.criterionId,
    indicator: criteria.get(conflict.criterionId)?.indicator.name ?? '',
    filePictures: pictures(conflict.file?.evidenceIds, content.evidence),
    herePictures: pictures(conflict.here?.evidenceIds, here.evidence),
  }));
}

async function store(
  tables: Tables,
  file: FileSession,
  setting: MergeSetting,
  seen: SeenSets,
  here: SessionCopy | undefined,
  merged: SessionCopy,
): Promise<void> {
  const sessionId = merged.session.id;
  const set = setOf(setting.shared, merged.session);
  const setSeen = await seenSet(tables, setting, seen, merged.session);
  if (set && !setSeen.stored) {
    await tables.sets.add(set);
    setSeen.stored = true;
  }
  const withFacts = runsWithFacts(merged.runs);
  const facts = [...file.facts]
    .filter(([runId]) => withFacts.has(runId))
    .map(([runId, one]) => ({ runId, sessionId, facts: one }));
  const known = new Set(here?.evidence.map(({ id }) => id));
  const kept = new Set(merged.evidence.map(({ id }) => id));
  const images = [...file.images]
    .filter(([id]) => kept.has(id) && !known.has(id))
    .map(([id, { bytes, mime }]) => ({ id, sessionId, blob: new Blob([bytes], { type: mime }) }));
  await storeSession(tables, here, merged, facts, images);
}

/** The file's copy with subject and round as they are called here. */
function placed(content: FileSession['content'], map: SharedMap): SessionCopy {
  const { session } = content;
  return {
    ...content,
    session: {
      ...session,
      subjectId: map.subjects.get(session.subjectId)?.id ?? session.subjectId,
      roundId: map.rounds.get(session.roundId)?.id ?? session.roundId,
    },
  };
}

/** Why the session cannot be taken, before any comparison; undefined = it can. */
async function refusalOf(
  tables: Tables,
  { content }: FileSession,
  setting: MergeSetting,
  seen: SeenSets,
  stored: Session | undefined,
): Promise<string | undefined> {
  const { session, evidence, runs } = content;
  const refused = setting.map.refusedRounds.get(session.roundId);
  if (refused) return refused;
  const { reason } = await seenSet(tables, setting, seen, session);
  if (reason) return reason;
  if (stored && (await tables.rounds.get(stored.roundId))?.state === 'closed') {
    return '本机这次检查所在的检查轮次已结束，未作改动，如需合并，请先重新开放该轮次。';
  }
  const [pictures, pages] = await Promise.all([
    tables.evidence.getMany(evidence.map(({ id }) => id)),
    tables.runs.getMany(runs.map(({ id }) => id)),
  ]);
  const others = [...pictures, ...pages].some((other) => other && other.sessionId !== session.id);
  return others ? OTHERS_ID : undefined;
}

/** Compared once in a transaction: a file has one set for nearly all of its inspections. */
async function seenSet(
  tables: Tables,
  { shared, shippedSets }: MergeSetting,
  seen: SeenSets,
  { setId, setVersion }: Session,
) {
  const key = JSON.stringify([setId, setVersion]);
  const before = seen.get(key);
  if (before) return before;
  const stored = await tables.sets.get([setId, setVersion]);
  const known = stored ?? shippedSets.find(({ id, version }) => id === setId && version === setVersion);
  const same = !known || sameJson(known, setOf(shared, { setId, setVersion }));
  const reason = same
    ? undefined
    : `文件所用指标体系“${known.title}”（版本${known.version}）与本机同版本的内容不一致，未作改动，请核对指标体系版本。`;
  const found = { reason, stored: stored !== undefined };
  seen.set(key, found);
  return found;
}

function setOf(shared: Shared, { setId, setVersion }: { setId: string; setVersion: string }) {
  return shared.sets.find(({ id, version }) => id === setId && version === setVersion);
}

function sameConflict(a: MergeConflict, b: MergeConflict): boolean {
  return a.criterionId === b.criterionId && sameJson(a.here, b.here) && sameJson(a.file, b.file);
}
