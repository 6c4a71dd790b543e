// The desk's calls on new-media accounts: notes of an inspection, required reposts, and the fast lane.
import { z } from 'zod';
import { IndicatorSet } from '@/lib/model/indicator-set';
import { AccountNotes, Repost, RepostItem } from '@/lib/model/new-media';
import { Day, Id } from '@/lib/model/primitives';
import { Round } from '@/lib/model/round';
import { Session, Subject, Verdict } from '@/lib/model/session';
import { Suggestion } from '@/lib/model/suggestion';
import { ByRound, BySession, method, None } from '../method';

/** An account of a round. Accounts as in `roundBook`; of a round without drawn subjects all of the register. */
export const RoundAccount = z.object({
  subject: Subject,
  /** Who inspects it; '' = not handed out. */
  inspector: z.string(),
  state: z.enum(['untested', 'open', 'reopened', 'finished']),
  sessionId: Id.optional(),
});
export type RoundAccount = z.infer<typeof RoundAccount>;

/** What the fast lane shows of one account. */
export const LaneAccount = z.object({
  subject: Subject,
  session: Session.optional(),
  /** The session's, else the one that a session would begin with. */
  set: IndicatorSet,
  verdicts: z.array(Verdict),
  /** Open ones; while there are any the account cannot be passed. */
  suggestions: z.array(Suggestion),
  /** What undo would take back: the finishing together with what it decided, or the last step. */
  undo: z.enum(['pass', 'step']).optional(),
});
export type LaneAccount = z.infer<typeof LaneAccount>;

const Title = z.string().trim().min(1, '请填写信息标题。').max(200, '信息标题不能超过 200 字。');

export const mediaCalls = {
  /** Replaces the notes of an account's session; who and when are filled in and journaled. Refused for websites. */
  setAccountNotes: method(
    BySession.extend({ by: z.string(), notes: AccountNotes.omit({ by: true, at: true }) }),
    Session,
  ),
  /** Items by order; accounts by group, name and id. */
  repostTable: method(
    ByRound,
    z.object({
      round: Round,
      items: z.array(RepostItem),
      reposts: z.array(Repost),
      accounts: z.array(RoundAccount),
    }),
  ),
  /** Adds items at the end (without id) and changes those with an id. */
  putRepostItems: method(
    ByRound.extend({
      items: z
        .array(
          z.object({
            id: Id.optional(),
            title: Title,
            source: z.string().trim().max(100, '来源不能超过 100 字。'),
            dueDay: Day.optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    z.array(RepostItem),
  ),
  /** Removes an item with its ticks. */
  removeRepostItem: method(ByRound.extend({ itemId: Id }), None),
  /** Sets cells, null = back to not looked at. One transaction; the answer is what stood there before, for taking it back. */
  setReposts: method(
    ByRound.extend({
      by: z.string(),
      ticks: z
        .array(z.object({ itemId: Id, subjectId: Id, state: Repost.shape.state.nullable() }))
        .min(1)
        .max(20_000),
    }),
    z.array(z.object({ itemId: Id, subjectId: Id, state: Repost.shape.state.nullable() })),
  ),
  /** The round's accounts, by group, name and id. */
  mediaLane: method(ByRound, z.object({ round: Round, accounts: z.array(RoundAccount) })),
  laneAccount: method(ByRound.extend({ subjectId: Id }), LaneAccount),
  /**
   * A clean account in one step: starts its session if there is none, sets every undecided criterion to 合格 (those for
   * applications to 不适用 elsewhere) and finishes. Refused while suggestions are open, or when it is finished already.
   */
  passAccount: method(ByRound.extend({ subjectId: Id, by: z.string() }), Session),
  /** Takes the latest passing back: opens the session again and sets what it decided back. Both are journaled. */
  takeBackPass: method(BySession.extend({ by: z.string() }), Session),
} as const;
