// Desk calls on citizen reports: reading with what counts, importing, linking by hand.
import { type CitizenReport, DEFAULT_CITIZEN_COUNTING } from '@/lib/model/citizen-report';
import type { Round } from '@/lib/model/round';
import { mergeReports, relinked, sameReport } from '@/lib/rounds/citizen-import';
import { citizenLinker } from '@/lib/rounds/citizen-links';
import { countedReport } from '@/lib/rounds/citizen-reports';
import { type Handlers, notFound, requireOpenRound, type Work } from '../work';

export const citizenReportHandlers: Handlers<
  | 'citizenReports'
  | 'subjectCitizenReports'
  | 'importCitizenReports'
  | 'linkCitizenReports'
  | 'relinkCitizenReports'
  | 'removeCitizenReports'
  | 'setCitizenCounting'
> = {
  citizenReports: {
    mode: 'read',
    async run(work, { roundId }) {
      const round = await roundNamed(work, roundId);
      const subjects = await work.tables.subjects.all();
      const byId = new Map(subjects.map((one) => [one.id, one]));
      const find = citizenLinker(subjects);
      const reports = await work.tables.citizenReports.ofRound(roundId);
      return {
        counting: round.citizenCounting ?? DEFAULT_CITIZEN_COUNTING,
        rows: reports.map((report) => {
          const subject = report.subjectId === undefined ? undefined : byId.get(report.subjectId);
          const { unit, group } = countedReport(report, subject);
          const open = !subject && !report.linkedByHand;
          const { subjectId, candidates } = open ? find(report) : { candidates: [] };
          return {
            report,
            unit,
            ...(group ? { group } : {}),
            ...(subject ? { subjectName: subject.name } : {}),
            // One that fits only now, because the register has grown, is offered too.
            candidates: open && subjectId !== undefined ? [subjectId] : candidates,
          };
        }),
      };
    },
  },
  subjectCitizenReports: {
    mode: 'read',
    async run(work, { roundId, subjectId }) {
      const round = await roundNamed(work, roundId);
      const reports = await work.tables.citizenReports.ofRound(roundId);
      return {
        counting: round.citizenCounting ?? DEFAULT_CITIZEN_COUNTING,
        reports: reports.filter((report) => report.subjectId === subjectId),
      };
    },
  },
  importCitizenReports: {
    mode: 'write',
    async run(work, { roundId, reports }) {
      await openRound(work, roundId);
      const stored = await work.tables.citizenReports.ofRound(roundId);
      const find = citizenLinker(await work.tables.subjects.all());
      const { records, added, changed, same } = mergeReports(roundId, stored, reports, find);
      await work.tables.citizenReports.putMany(records);
      if (records.length > 0) work.changed({ what: 'citizen-reports' });
      const numbers = new Set(reports.map(({ number }) => number));
      const now = await work.tables.citizenReports.ofRound(roundId);
      const linked = now.filter((one) => numbers.has(one.number) && one.subjectId !== undefined).length;
      return { added, changed, same, linked };
    },
  },
  linkCitizenReports: {
    mode: 'write',
    async run(work, { roundId, numbers, subjectId, group }) {
      await openRound(work, roundId);
      if (subjectId && !(await work.tables.subjects.get(subjectId))) throw notFound('检查对象');
      const reports = await reportsNamed(work, roundId, numbers);
      await work.tables.citizenReports.putMany(reports.map((report) => decided(report, subjectId, group)));
      work.changed({ what: 'citizen-reports' });
      return {};
    },
  },
  relinkCitizenReports: {
    mode: 'write',
    async run(work, { roundId }) {
      await openRound(work, roundId);
      const find = citizenLinker(await work.tables.subjects.all());
      const stored = await work.tables.citizenReports.ofRound(roundId);
      const changed = stored.flatMap((report) => {
        const now = relinked(report, find);
        return sameReport(report, now) ? [] : [now];
      });
      await work.tables.citizenReports.putMany(changed);
      if (changed.length > 0) work.changed({ what: 'citizen-reports' });
      return { changed: changed.length };
    },
  },
  removeCitizenReports: {
    mode: 'write',
    async run(work, { roundId, numbers }) {
      await openRound(work, roundId);
      for (const { number } of await reportsNamed(work, roundId, numbers)) {
        await work.tables.citizenReports.delete([roundId, number]);
      }
      work.changed({ what: 'citizen-reports' });
      return {};
    },
  },
  setCitizenCounting: {
    mode: 'write',
    async run(work, { roundId, counting }) {
      const round = await openRound(work, roundId);
      await work.tables.rounds.put({ ...round, citizenCounting: counting });
      work.changed({ what: 'rounds' });
      work.changed({ what: 'citizen-reports' });
      return {};
    },
  },
};

async function roundNamed(work: Work, roundId: string): Promise<Round> {
  const round = await work.tables.rounds.get(roundId);
  if (!round) throw notFound('检查轮次');
  return round;
}

/** The round, or a refusal when there is none or it is closed. */
async function openRound(work: Work, roundId: string): Promise<Round> {
  const round = await roundNamed(work, roundId);
  await requireOpenRound(work, roundId);
  return round;
}

async function reportsNamed(
  work: Work,
  roundId: string,
  numbers: readonly string[],
): Promise<CitizenReport[]> {
  const stored = new Map(
    (await work.tables.citizenReports.ofRound(roundId)).map((report) => [report.number, report]),
  );
  return [...new Set(numbers)].map((number) => {
    const report = stored.get(number);
    if (!report) throw notFound('留言');
    return report;
  });
}

function decided(
  report: CitizenReport,
  subjectId: string | null | undefined,
  group: CitizenReport['group'] | null,
): CitizenReport {
  const next = { ...report };
  if (subjectId !== undefined) {
    next.linkedByHand = true;
    if (subjectId === null) delete next.subjectId;
    else next.subjectId = subjectId;
  }
  if (group === null) delete next.group;
  else if (group !== undefined) next.group = group;
  return next;
}
