// A quarter's round: what is inspected, by whom, with which sets; and what its closing leaves behind.
import { z } from 'zod';
import { CitizenCounting } from './citizen-report';
import { Day, Id, Instant, SubjectKind } from './primitives';
import { SubjectGroup } from './register';
import { Sheet } from './sheet';

/** The set for the subjects of a kind, and of a group when given; the most specific rule counts. */
export const RoundSet = z.object({ kind: SubjectKind, group: SubjectGroup.optional(), setId: Id });
export type RoundSet = z.infer<typeof RoundSet>;

/** How the subjects were chosen. A sample is repeatable: same register, seed and size give the same subjects. */
export const RoundScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({
    kind: z.literal('sample'),
    seed: z.string(),
    size: z.int().min(1),
    /** Kinds that were drawn from; the others are in as a whole. Left out = all kinds. */
    kinds: z.array(SubjectKind).optional(),
    at: Instant,
  }),
]);
export type RoundScope = z.infer<typeof RoundScope>;

export const Round = z.object({
  id: Id,
  name: z.string().min(1),
  startDay: z.string().optional(),
  endDay: z.string().optional(),
  state: z.enum(['open', 'closed']),
  createdAt: Instant,
  sets: z.array(RoundSet).optional(),
  scope: RoundScope.optional(),
  /** The round that deltas are counted against. */
  previousId: Id.optional(),
  /** Last day for the inspectors. */
  dueDay: Day.optional(),
  citizenCounting: CitizenCounting.optional(),
});
export type Round = z.infer<typeof Round>;

/** A subject that belongs to a round, and who inspects it; `inspector` '' = not handed out yet. */
export const Assignment = z.object({
  roundId: Id,
  subjectId: Id,
  inspector: z.string(),
  dueDay: Day.optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/** A sheet as it stood when its round was closed. */
export const FrozenSheet = z.object({ roundId: Id, sessionId: Id, subjectId: Id, sheet: Sheet, at: Instant });
export type FrozenSheet = z.infer<typeof FrozenSheet>;

/** One line of a round's audit trail. Never edited or removed. */
export const RoundEvent = z.object({
  roundId: Id,
  /** 1, 2, 3 … within the round. */
  seq: z.int().min(1),
  at: Instant,
  by: z.string(),
  kind: z.enum(['create', 'update', 'draw', 'assign', 'double-check', 'close', 'reopen', 'merge']),
  /** Plain Chinese: the reason, or what was done. */
  text: z.string(),
});
export type RoundEvent = z.infer<typeof RoundEvent>;
