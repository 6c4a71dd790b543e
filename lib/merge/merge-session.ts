// Makes one inspection of two copies that may both have gone on; merging again or the other way round changes nothing.
import type { Change, GoodPractice, JournalEntry, Session } from '@/lib/model/session';
import { canonicalJson } from '@/lib/text/canonical-json';
import { joinHistories, touch } from './histories';
import { mergeByAddress, mergeEvidence, mergeRuns } from './merge-records';
import { mergeVerdicts, type Sides, sideOf } from './merge-verdicts';
import {
  type MergeChoice,
  type MergeConflict,
  MergeRefused,
  type Merger,
  type MergeStatus,
  type SessionCopy,
} from './session-copy';

export interface MergedSession {
  status: MergeStatus;
  /** Equal in content to `here` when the status is 'same' or 'older'. */
  copy: SessionCopy;
  /** Sorted by criterion; those without a choice are left as they are here. */
  conflicts: MergeConflict[];
}

/**
 * Merges the file's copy into this side's. Both must be of one session; subject and round must already be named as they
 * are here. `choices` decide conflicts by criterion. When both sides went on, the journal gets one closing line (kind
 * 'import') that says who merged and what was decided. Throws MergeRefused when the copies do not belong together.
 */
export function mergeSession(
  here: SessionCopy,
  file: SessionCopy,
  choices: ReadonlyMap<string, MergeChoice>,
  merger: Merger,
): MergedSession {
  const histories = joinHistories(here.journal, file.journal);
  const { onlyHere, onlyFile, joined } = histories;
  const sides: Sides = { here, file, histories, fallback: newerSide(here, file, onlyHere, onlyFile) };
  const newest = sides.fallback === 'file' ? file.evidence : here.evidence;
  const evidence = mergeEvidence(newest === file.evidence ? here.evidence : file.evidence, newest, joined);
  const pictures = new Map(evidence.map(({ id, number }) => [id, number]));
  const { verdicts, decisions, conflicts } = mergeVerdicts(sides, choices, pictures, merger);
  const wentOn = (entries: readonly JournalEntry[]) => entries.some(({ kind }) => kind !== 'import');
  const closing = (wentOn(onlyHere) && wentOn(onlyFile)) || conflicts.length > 0;
  const journal = closing
    ? [...joined, closingLine(here, verdicts, conflicts, choices, joined, merger)]
    : joined;
  const copy: SessionCopy = {
    session: mergeSessionRecord(sides, evidence),
    verdicts,
    decisions,
    journal,
    runs: mergeRuns(here.runs, file.runs, journal),
    visits: mergeByAddress(here.visits, file.visits),
    linkStatuses: mergeByAddress(here.linkStatuses, file.linkStatuses),
    evidence,
  };
  if (sameCopy(copy, here)) {
    return { status: onlyHere.length > 0 ? 'older' : 'same', copy: here, conflicts };
  }
  const { updatedAt } = copy.session;
  // Another content needs another instant: scores are remembered by it.
  const fresh = updatedAt > here.session.updatedAt ? updatedAt : millisecondAfter(here.session.updatedAt);
  const status =
    conflicts.length > 0 ? 'conflict' : onlyHere.length > 0 && onlyFile.length > 0 ? 'both' : 'newer';
  return { status, copy: { ...copy, session: { ...copy.session, updatedAt: fresh } }, conflicts };
}

function newerSide(
  here: SessionCopy,
  file: SessionCopy,
  onlyHere: readonly unknown[],
  onlyFile: readonly unknown[],
): 'here' | 'file' {
  if (onlyHere.length === 0 && onlyFile.length > 0) return 'file';
  if (onlyFile.length === 0 && onlyHere.length > 0) return 'here';
  if (here.session.updatedAt !== file.session.updatedAt) {
    return here.session.updatedAt > file.session.updatedAt ? 'here' : 'file';
  }
  return canonicalJson(here.session) >= canonicalJson(file.session) ? 'here' : 'file';
}

function mergeSessionRecord(sides: Sides, evidence: SessionCopy['evidence']): Session {
  const here = sides.here.session;
  const file = sides.file.session;
  const newer = sides.fallback === 'here' ? here : file;
  const older = sides.fallback === 'here' ? file : here;
  const { setId, setVersion } = setOf(sides);
  const { finishedAt: _, state: __, account: ___, goodPractice: ____, ...rest } = { ...older, ...newer };
  const { account } = sides[latestSide(sides, 'account')].session;
  const practice = sides[latestSide(sides, 'good-practice')].session.goodPractice;
  const goodPractice = practice && withKnownPicture(practice, evidence);
  const lastEvidence = Math.max(
    here.lastEvidence ?? 0,
    file.lastEvidence ?? 0,
    ...evidence.map(({ number }) => number),
  );
  return {
    ...rest,
    // Where an inspection hangs is this side's business.
    subjectId: here.subjectId,
    roundId: here.roundId,
    setId,
    setVersion,
    ...stateOf(sides),
    ...(account === undefined ? {} : { account }),
    ...(goodPractice === undefined ? {} : { goodPractice }),
    updatedAt: here.updatedAt > file.updatedAt ? here.updatedAt : file.updatedAt,
    ...(lastEvidence > 0 ? { lastEvidence } : {}),
  };
}

/** The side with the latest entry of the kind, whose value counts; of the same or of none the newer side. */
function latestSide({ here, file, fallback }: Sides, kind: JournalEntry['kind']): 'here' | 'file' {
  const latest = ({ journal }: SessionCopy) =>
    journal
      .filter((entry) => entry.kind === kind)
      .map(({ at, id }) => `${at} ${id}`)
      .sort()
      .at(-1) ?? '';
  const [mine, theirs] = [latest(here), latest(file)];
  if (mine === theirs) return fallback;
  return mine > theirs ? 'here' : 'file';
}

function withKnownPicture(practice: GoodPractice, evidence: SessionCopy['evidence']): GoodPractice {
  return evidence.some(({ id }) => id === practice.evidenceId) ? practice : { text: practice.text };
}

function setOf(sides: Sides): Pick<Session, 'setId' | 'setVersion'> {
  const here = sides.here.session;
  const file = sides.file.session;
  if (here.setId === file.setId && here.setVersion === file.setVersion) return here;
  const side = sideOf(sides, touch.set);
  const diverged = sides.histories.onlyHere.length > 0 && sides.histories.onlyFile.length > 0;
  if (side === 'both' || (diverged && !sides.histories.touchedHere.has(touch.set) && side !== 'file')) {
    throw new MergeRefused('本机与文件中的这次检查所用指标体系不同，不能合并，请先统一指标体系。');
  }
  return side === 'here' ? here : file;
}

/** Both moved it and differ: what is not finished is not finished. */
function stateOf(sides: Sides): Pick<Session, 'state' | 'finishedAt'> {
  const here = sides.here.session;
  const file = sides.file.session;
  const side = sideOf(sides, touch.state);
  const picked =
    side === 'here'
      ? here
      : side === 'file'
        ? file
        : here.state === file.state
          ? (here.finishedAt ?? '') >= (file.finishedAt ?? '')
            ? here
            : file
          : here.state === 'finished'
            ? file
            : here;
  return picked.finishedAt === undefined
    ? { state: picked.state }
    : { state: picked.state, finishedAt: picked.finishedAt };
}

function closingLine(
  here: SessionCopy,
  verdicts: SessionCopy['verdicts'],
  conflicts: readonly MergeConflict[],
  choices: ReadonlyMap<string, MergeChoice>,
  joined: readonly JournalEntry[],
  { by, at, newId }: Merger,
): JournalEntry {
  const after = new Map(verdicts.map((one) => [one.criterionId, one]));
  const change: Change = {
    verdicts: conflicts.map(({ criterionId, here: before }) => ({
      before,
      after: after.get(criterionId) ?? null,
    })),
    decisions: [],
  };
  const words = conflicts.map(({ criterionId }) => {
    const choice = choices.get(criterionId) ?? 'here';
    return `${criterionId}取${choice === 'here' ? '本机' : choice === 'file' ? '对方' : '另行认定'}`;
  });
  return {
    id: newId(),
    sessionId: here.session.id,
    seq: joined.length + 1,
    at,
    by,
    kind: 'import',
    ...(conflicts.length > 0 ? { change } : {}),
    reason:
      conflicts.length > 0
        ? `合并双方各自的操作；认定不同的${conflicts.length}个评分点：${words.join('，')}`
        : '合并双方各自的操作，认定没有不同',
  };
}

/** Same content in every list, whatever the order in which records were read. */
function sameCopy(a: SessionCopy, b: SessionCopy): boolean {
  return canonicalJson(inOrder(a)) === canonicalJson(inOrder(b));
}

function inOrder(copy: SessionCopy): object {
  const sort = <T>(list: readonly T[]) => list.map((one) => canonicalJson(one)).sort();
  return {
    session: copy.session,
    lists: Object.entries(copy).map(([key, list]) => [key, Array.isArray(list) ? sort(list) : 0]),
  };
}

function millisecondAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}
