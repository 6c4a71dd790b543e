// The numbers of a round's “我为政府网站找错” messages as records: every number names the messages behind it.
import { z } from 'zod';
import { CitizenCounting } from './citizen-report';
import { Day } from './primitives';
import { SubjectGroup } from './register';
import { Share } from './round-numbers';

/** Numbers (CitizenReport.number), sorted. */
export const ReportNumbers = z.array(z.string());

/**
 * How a message stands at a day: answered in time, answered late, answered but not to be judged (no due day, or no day
 * of the answer), not answered and overdue, not answered and not yet due, not answered without a due day.
 */
export const AnswerState = z.enum([
  'on-time',
  'late',
  'answered-unknown',
  'overdue',
  'pending',
  'open-unknown',
]);
export type AnswerState = z.infer<typeof AnswerState>;

/** Messages of one unit. */
export const UnitReports = z.object({
  unit: z.string(),
  group: SubjectGroup.optional(),
  numbers: ReportNumbers,
  onTime: Share,
  share: Share,
});
export type UnitReports = z.infer<typeof UnitReports>;

export const GroupReports = z.object({
  /** 'none' = the group is not known. */
  group: z.enum([...SubjectGroup.options, 'none']),
  /** Units with at least one message, sorted. */
  units: z.array(z.string()),
  numbers: ReportNumbers,
  onTime: Share,
});
export type GroupReports = z.infer<typeof GroupReports>;

export const CitizenNumbers = z.object({
  /** The day that states are told for. */
  day: Day,
  counting: CitizenCounting,
  total: z.int(),
  /** Most messages first, then by name. */
  units: z.array(UnitReports),
  /** Messages that name no unit; in the total, in no unit. */
  withoutUnit: ReportNumbers,
  /** Districts, departments, own, other, none; those without messages are left out. */
  groups: z.array(GroupReports),
  top: z.object({
    /** Units that count, at most `counting.topUnits`. */
    units: z.array(z.string()),
    share: Share,
    /** Units behind the last one with as many messages as it: the cut is by name. */
    tied: z.array(z.string()),
  }),
  /** Most messages first, then by name; '' = not said. */
  kinds: z.array(z.object({ kind: z.string(), numbers: ReportNumbers, share: Share })),
  states: z.record(AnswerState, ReportNumbers),
  /** Answered in time of those that had to be: in time, late and overdue. */
  onTime: Share,
  /** The longest overdue first. */
  overdue: z.array(z.object({ number: z.string(), dueDay: Day, days: z.int() })),
});
export type CitizenNumbers = z.infer<typeof CitizenNumbers>;
