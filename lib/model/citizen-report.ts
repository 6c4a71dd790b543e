// A message from “我为政府网站找错”, as the platform's export has it.
import { z } from 'zod';
import { Day, Id } from './primitives';
import { SubjectGroup } from './register';

export const CitizenReport = z.object({
  roundId: Id,
  /** Number on the platform; unique within the round. */
  number: z.string().min(1),
  /** As exported; the unit that counts is the linked subject's, see `countedReport`. */
  unit: z.string(),
  /** Of the file or chosen by hand; a linked subject's group goes before it. */
  group: SubjectGroup.optional(),
  /** Site name or address as exported. */
  site: z.string(),
  siteIdCode: z.string().optional(),
  /** Page that the message is about, as exported. */
  url: z.string().optional(),
  /** The registered subject it is about, when one fits. */
  subjectId: Id.optional(),
  /** true: a person chose `subjectId` or its absence; imports leave it alone. */
  linkedByHand: z.boolean().optional(),
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

/** One row of an import. A field left out has no column in the file and stays as stored; null and '' = empty there. */
export const ImportedReport = z.object({
  number: z.string().min(1).max(200),
  unit: z.string().optional(),
  group: SubjectGroup.nullable().optional(),
  site: z.string().optional(),
  siteIdCode: z.string().optional(),
  url: z.string().optional(),
  kind: z.string().optional(),
  content: z.string().optional(),
  state: z.string().optional(),
  submittedDay: Day.nullable().optional(),
  dueDay: Day.nullable().optional(),
  answeredDay: Day.nullable().optional(),
});
export type ImportedReport = z.infer<typeof ImportedReport>;

/** How a round counts its messages. */
export const CitizenCounting = z.object({
  /** Units whose share of all messages is told. */
  topUnits: z.int().min(1).max(100),
  /** Calendar days from the message to its due day, for messages without one; left out = those are not judged. */
  answerDays: z.int().min(1).max(366).optional(),
});
export type CitizenCounting = z.infer<typeof CitizenCounting>;

export const DEFAULT_CITIZEN_COUNTING: CitizenCounting = { topUnits: 6 };
