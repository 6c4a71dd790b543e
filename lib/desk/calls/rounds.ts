// The desk's calls on a round as a whole.
import { z } from 'zod';
import { Day, Id, SubjectKind } from '@/lib/model/primitives';
import { Round, RoundEvent, RoundSet } from '@/lib/model/round';
import { Agreement, RoundBoard } from '@/lib/model/round-board';
import { RoundBook } from '@/lib/model/round-book';
import { Session, Subject } from '@/lib/model/session';
import { ByRound, BySession, method, None } from '../method';

/** What a person fills in for a round. `previousId` null = compared with none. */
export const RoundPlan = z.object({
  name: z.string().trim().min(1, '请填写轮次名称。').max(100, '轮次名称不能超过 100 字。'),
  startDay: Day.optional(),
  endDay: Day.optional(),
  dueDay: Day.optional(),
  sets: z.array(RoundSet),
  previousId: Id.nullable(),
});
export type RoundPlan = z.infer<typeof RoundPlan>;

/** Whole register or sample; see RoundScope. */
export const RoundDraw = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({
    kind: z.literal('sample'),
    seed: z.string().trim().min(1, '请填写抽样种子。').max(100, '抽样种子不能超过 100 字。'),
    size: z.int('抽样数量应为整数。').min(1, '抽样数量至少为 1。'),
    kinds: z.array(SubjectKind).min(1, '请至少选择一类抽样对象。').optional(),
  }),
]);
export type RoundDraw = z.infer<typeof RoundDraw>;

const Reason = z.string().trim().min(1, '请填写原因。').max(500, '原因不能超过 500 字。');

export const roundCalls = {
  /**
   * Everything of a round that numbers and papers are made from. Subjects: those assigned to the round, and those that
   * have a session in it.
   */
  roundBook: method(ByRound, RoundBook),
  /** Rounds in which somebody inspects, newest first, with the names of the inspectors, sorted; reads no verdicts. */
  roundInspectors: method(None, z.array(z.object({ round: Round, inspectors: z.array(z.string()) }))),
  /** How far the round is, subject by subject. Subjects as in `roundBook`. */
  roundBoard: method(ByRound, RoundBoard),
  /** Makes an open round; names are unique. `draw` chooses its subjects at once. */
  createRound: method(z.object({ plan: RoundPlan, draw: RoundDraw.optional(), by: z.string() }), Round),
  /** Refused when the round is closed. Sessions that have begun keep their set. */
  updateRound: method(ByRound.extend({ plan: RoundPlan, by: z.string() }), Round),
  /** Removes a round in which nothing was begun. */
  removeRound: method(ByRound, None),
  /**
   * Chooses the subjects anew. Those that have a session in the round stay in it, those that are drawn again keep their
   * inspector. `count`: subjects now; `kept`: of these the ones that are in only because their inspection had begun.
   */
  drawSubjects: method(
    ByRound.extend({ draw: RoundDraw, by: z.string() }),
    z.object({ count: z.int(), kept: z.int() }),
  ),
  /** Takes subjects into the round by hand, and leaves some out; those with a session in the round cannot be left out. */
  changeSubjects: method(
    ByRound.extend({ add: z.array(Id), remove: z.array(Id), by: z.string() }),
    z.object({ added: z.int(), removed: z.int() }),
  ),
  /** Subjects of the register that are not in the round although a set is named for them. */
  subjectsOutside: method(ByRound, z.array(Subject)),
  /**
   * Hands subjects out, evenly per kind when there are several inspectors; none = takes them back. `keep`: those that
   * somebody has stay with him. `dueDay` for all of them; null = the round's.
   */
  assignSubjects: method(
    ByRound.extend({
      subjectIds: z.array(Id).min(1, '请先选择检查对象。'),
      inspectors: z.array(z.string().trim().min(1)).optional(),
      keep: z.boolean(),
      dueDay: Day.nullable().optional(),
      by: z.string(),
    }),
    z.object({ changed: z.int() }),
  ),
  /**
   * Closes the round and freezes the sheets of all its sessions as they stand. Refused, with the numbers, while subjects
   * are unfinished, unless `acceptUnfinished`.
   */
  closeRound: method(
    ByRound.extend({ by: z.string(), acceptUnfinished: z.boolean() }),
    z.object({ frozen: z.int() }),
  ),
  /** Opens it again and drops the frozen sheets; the reason is journaled. */
  reopenRound: method(ByRound.extend({ by: z.string(), reason: Reason }), Round),
  /** Latest first. */
  roundEvents: method(ByRound, z.array(RoundEvent)),

  /**
   * Starts a second inspection of the same subject with the same set, for another inspector. It begins empty; the first
   * one is not offered in the panel while the second inspector works on it. One per inspector.
   */
  arrangeDoubleCheck: method(
    BySession.extend({
      inspector: z.string().trim().min(1, '请填写复核的检查员。'),
      by: z.string(),
    }),
    Session,
  ),
  /** Whether the session is closed to the inspector of this computer, and which subject and round it is of. */
  blindness: method(BySession, z.object({ blind: z.boolean(), subject: z.string(), roundId: Id })),
  /**
   * Opens a session to the inspector who double-checks it, before he has finished: noted on his session and in the
   * round's events. Refused when it is not closed to him.
   */
  openBlind: method(BySession.extend({ by: z.string(), reason: Reason }), None),
  /** Compares a double check with the session it checks. Refused until both are finished. */
  doubleCheckAgreement: method(
    BySession,
    z.object({
      subject: Subject,
      first: Session,
      second: Session,
      agreement: Agreement,
    }),
  ),
} as const;
