// What a merge works on: one copy of an inspection as plain records, and what comes out.
import type { LinkStatus } from '@/lib/model/facts/link-status';
import type { Decision, Evidence, JournalEntry, Run, Session, Verdict, Visit } from '@/lib/model/session';

/** All records of one session, pictures and facts apart (they follow their evidence and run). */
export interface SessionCopy {
  session: Session;
  verdicts: Verdict[];
  decisions: Decision[];
  journal: JournalEntry[];
  /** Without facts. */
  runs: Omit<Run, 'facts'>[];
  visits: Visit[];
  linkStatuses: (LinkStatus & { sessionId: string })[];
  evidence: Evidence[];
}

/** The part of a verdict that two inspectors can disagree on. null = no record, untested. */
export type Judgement = Pick<Verdict, 'status' | 'count' | 'amount' | 'note'>;

/** A criterion that both sides judged anew, and differently. */
export interface MergeConflict {
  criterionId: string;
  here: Verdict | null;
  file: Verdict | null;
}

/** How a conflict is decided; a judgement of its own replaces both. */
export type MergeChoice = 'here' | 'file' | Judgement;

/**
 * `newer`: the file adds something; `older`: this side has all of it and more; `both`: both went on, nothing
 * contradicts; `conflict`: judgements contradict each other.
 */
export type MergeStatus = 'same' | 'newer' | 'older' | 'both' | 'conflict';

/** Who merges, when (instant), and where the id of the journal's line comes from. */
export interface Merger {
  by: string;
  at: string;
  newId: () => string;
}

/** Two copies that cannot be two copies of one inspection; the message is one Chinese sentence. */
export class MergeRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MergeRefused';
  }
}

/** true when two verdicts say the same; no record says the same as an untested one without a note. */
export function sameJudgement(a: Judgement | null, b: Judgement | null): boolean {
  return (
    (a?.status ?? 'untested') === (b?.status ?? 'untested') &&
    (a?.count ?? 0) === (b?.count ?? 0) &&
    a?.amount === b?.amount &&
    (a?.note ?? '') === (b?.note ?? '')
  );
}
