// The desk's calls on the “我为政府网站找错” messages of a round.
import { z } from 'zod';
import { CitizenCounting, CitizenReport, ImportedReport } from '@/lib/model/citizen-report';
import { Id } from '@/lib/model/primitives';
import { SubjectGroup } from '@/lib/model/register';
import { ByRound, method, None } from '../method';

/** A message with what is counted of it. */
export const CitizenRow = z.object({
  report: CitizenReport,
  /** The unit and group that count; see countedReport. */
  unit: z.string(),
  group: SubjectGroup.optional(),
  subjectName: z.string().optional(),
  /** Subjects that a person can choose from when none was linked. */
  candidates: z.array(Id),
});
export type CitizenRow = z.infer<typeof CitizenRow>;

const Numbers = z.array(z.string().min(1)).min(1, '请先选择留言。').max(50_000);

export const citizenReportCalls = {
  /** By number. */
  citizenReports: method(ByRound, z.object({ counting: CitizenCounting, rows: z.array(CitizenRow) })),
  /** The messages about one subject, by number. */
  subjectCitizenReports: method(
    ByRound.extend({ subjectId: Id }),
    z.object({ counting: CitizenCounting, reports: z.array(CitizenReport) }),
  ),
  /**
   * Stores messages, or renews those with the same number: all or none. Links those that fit exactly one registered
   * website. Refused when the round is closed.
   */
  importCitizenReports: method(
    ByRound.extend({ reports: z.array(ImportedReport).min(1, '没有可以导入的留言。').max(50_000) }),
    z.object({ added: z.int(), changed: z.int(), same: z.int(), linked: z.int() }),
  ),
  /**
   * A person's decision on what messages are about: `subjectId` null = no registered subject, left out = unchanged;
   * `group` null = none, left out = unchanged.
   */
  linkCitizenReports: method(
    ByRound.extend({
      numbers: Numbers,
      subjectId: Id.nullable().optional(),
      group: SubjectGroup.nullable().optional(),
    }),
    None,
  ),
  /** Looks again in the register for what was not decided by a person. */
  relinkCitizenReports: method(ByRound, z.object({ changed: z.int() })),
  removeCitizenReports: method(ByRound.extend({ numbers: Numbers }), None),
  setCitizenCounting: method(ByRound.extend({ counting: CitizenCounting }), None),
} as const;
