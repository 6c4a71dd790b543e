// A message from “我为政府网站找错”, as the platform's export has it.
import { z } from 'zod';
import { Day, Id } from './primitives';
import { SubjectGroup } from './register';

export const CitizenReport = z.object({
  roundId: Id,
  /** Number on the platform; unique within the round. */
  number: z.string().min(1),
  unit: z.string(),
  group: SubjectGroup.optional(),
  /** Site name or address as exported. */
  site: z.string(),
  /** The registered subject it is about, when one fits. */
  subjectId: Id.optional(),
  /** Kind of problem as exported, e.g. “内容无法访问”. */
  kind: z.string(),
  content: z.string().optional(),
  submittedDay: Day.optional(),
  dueDay: Day.optional(),
  answeredDay: Day.optional(),
  /** State as exported, e.g. “已办结”. */
  state: z.string(),
});
export type CitizenReport = z.infer<typeof CitizenReport>;
