// A made-up quarter and the one before it, as records: sessions whose verdicts the shipped city sets score to exactly
// the figures of a real bulletin (2023 Q4). Units, accounts and messages are invented; nothing here is a total put in by
// hand: each subject's verdicts are chosen so that `scoreSheet` gives the score planned for it.
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import type { CitizenReport } from '@/lib/model/citizen-report';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Repost, RepostItem } from '@/lib/model/new-media';
import type { Platform } from '@/lib/model/register';
import type { Assignment, Round } from '@/lib/model/round';
import type { RoundBook } from '@/lib/model/round-book';
import type { GoodPractice, Session, Subject, Verdict } from '@/lib/model/session';
import { bookEntry, sortEntries } from '@/lib/rounds/round-book';
import { missedCriterion, planVerdicts, spreadTotals } from './golden-scores';

/** Everything of one quarter as it would be stored. */
export interface GoldenRecords {
  round: Round;
  subjects: Subject[];
  assignments: Assignment[];
  sessions: Session[];
  verdicts: Verdict[];
  citizenReports: CitizenReport[];
  repostItems: RepostItem[];
  reposts: Repost[];
}

export const DISTRICTS = 16;
export const DEPARTMENTS = 58;
/** Accounts by platform; 1,753 in all. */
export const ACCOUNTS: [Platform, number][] = [
  ['wechat', 855],
  ['weibo', 252],
  ['wechat-video', 118],
  ['toutiao', 108],
  ['douyin', 107],
  ['app', 33],
  ['other', 280],
];
/** Accounts that belong to districts; the rest to departments. */
export const DISTRICT_ACCOUNTS = 700;

/** Sum of all scores of a group, hundredths: what the average is made from. */
interface Plan {
  districtSites: number;
  departmentSites: number;
  districtAccounts: number;
  departmentAccounts: number;
}

/** 104.05, 100.49, 99.71 and 99.30; the last three come out by rounding. */
const NOW: Plan = {
  districtSites: 166_480,
  departmentSites: 582_840,
  districtAccounts: 6_979_700,
  departmentAccounts: 10_456_300,
};
/** 103.64, 100.27, 99.84 and 99.07. */
const BEFORE: Plan = {
  districtSites: 165_820,
  departmentSites: 581_560,
  districtAccounts: 6_988_800,
  departmentAccounts: 10_432_100,
};

const WEBSITE_SET = setOf('city-website');
const MEDIA_SET = setOf('city-new-media');

const QUARTER: Round = {
  id: 'round-2023q4',
  name: '2023年第四季度',
  startDay: '2023-10-01',
  endDay: '2023-12-31',
  state: 'open',
  createdAt: '2023-12-01T01:00:00.000Z',
  sets: [
    { kind: 'website', setId: WEBSITE_SET.id },
    { kind: 'new-media', setId: MEDIA_SET.id },
  ],
  scope: { kind: 'all' },
  previousId: 'round-2023q3',
  dueDay: '2023-12-25',
};
const QUARTER_BEFORE: Round = {
  id: 'round-2023q3',
  name: '2023年第三季度',
  startDay: '2023-07-01',
  endDay: '2023-09-30',
  state: 'closed',
  createdAt: '2023-09-01T01:00:00.000Z',
  sets: QUARTER.sets,
  scope: { kind: 'all' },
};

/** The made-up quarter and the one before it. Every call gives the same records. */
export function goldenRecords(): { now: GoldenRecords; before: GoldenRecords } {
  const subjects = goldenSubjects();
  const reposts = goldenReposts(subjects);
  return {
    now: {
      ...inspected(QUARTER, subjects, NOW, '2023-12-20'),
      citizenReports: goldenCitizenReports(subjects),
      ...reposts,
    },
    before: {
      ...inspected(QUARTER_BEFORE, subjects, BEFORE, '2023-09-20'),
      citizenReports: [],
      repostItems: [],
      reposts: [],
    },
  };
}

/** The same as books, ready for numbers and papers. */
export function goldenRound(): { book: RoundBook; previous: RoundBook } {
  const { now, before } = goldenRecords();
  return { book: bookOf(now), previous: bookOf(before) };
}

/** The book of stored records, put together by the function that the desk uses. */
export function bookOf(records: GoldenRecords): RoundBook {
  const verdicts = new Map<string, Verdict[]>();
  for (const verdict of records.verdicts) {
    const list = verdicts.get(verdict.sessionId);
    if (list) list.push(verdict);
    else verdicts.set(verdict.sessionId, [verdict]);
  }
  const sessions = new Map(records.sessions.map((session) => [session.subjectId, session]));
  const assignments = new Map(records.assignments.map((one) => [one.subjectId, one]));
  const entries = records.subjects.map((subject) => {
    const session = sessions.get(subject.id);
    const known = session && {
      session,
      set: setOf(session.setId),
      verdicts: verdicts.get(session.id) ?? [],
      findings: [],
    };
    return bookEntry(subject, assignments.get(subject.id), known ? [known] : []);
  });
  return {
    round: records.round,
    entries: sortEntries(entries),
    citizenReports: records.citizenReports,
    repostItems: records.repostItems,
    reposts: records.reposts,
  };
}

function goldenSubjects(): Subject[] {
  const sites = (group: 'district' | 'department', count: number): Subject[] =>
    Array.from({ length: count }, (_, index) => {
      const unit = unitName(group, index);
      const host = `www.${group === 'district' ? 'qu' : 'ju'}${number(index, 2)}.shili.gov.cn`;
      return {
        ...registered(`site-${group}-${number(index, 2)}`, 'website', unit, group),
        name: group === 'district' ? `${unit}人民政府门户网站` : `${unit}网站`,
        url: `https://${host}/`,
        host,
        siteIdCode: `11${group === 'district' ? '01' : '00'}${number(index, 4)}01`,
      };
    });
  return [...sites('district', DISTRICTS), ...sites('department', DEPARTMENTS), ...goldenAccounts()];
}

function goldenAccounts(): Subject[] {
  const platforms = ACCOUNTS.flatMap(([platform, count]) =>
    Array.from({ length: count }, (_, index) => ({ platform, index })),
  );
  // Every platform is shared out between districts and departments in the same proportion.
  return platforms.map(({ platform, index }, at) => {
    const district =
      Math.floor(((at + 1) * DISTRICT_ACCOUNTS) / platforms.length) >
      Math.floor((at * DISTRICT_ACCOUNTS) / platforms.length);
    const group = district ? ('district' as const) : ('department' as const);
    const unit = unitName(group, at % (district ? DISTRICTS : DEPARTMENTS));
    return {
      ...registered(`account-${platform}-${number(index, 3)}`, 'new-media', unit, group),
      name: `${unit}发布${index + 1}号`,
      platform,
      account: `shili-${platform}-${number(index, 3)}`,
      filing: { state: 'filed', openedDay: '2020-05-01' },
    };
  });
}

function registered(
  id: string,
  kind: Subject['kind'],
  unit: string,
  group: 'district' | 'department',
): Subject {
  return { id, kind, name: unit, unit, group, aliases: [], adHoc: false, hasServices: true };
}

/** Sessions, verdicts and assignments of one round over the subjects. */
function inspected(
  round: Round,
  subjects: Subject[],
  plan: Plan,
  day: string,
): Omit<GoldenRecords, 'citizenReports' | 'repostItems' | 'reposts'> {
  const totals = new Map<string, number>();
  const sums: [Subject['kind'], 'district' | 'department', number, number][] = [
    ['website', 'district', plan.districtSites, 10],
    ['website', 'department', plan.departmentSites, 10],
    ['new-media', 'district', plan.districtAccounts, 100],
    ['new-media', 'department', plan.departmentAccounts, 100],
  ];
  for (const [kind, group, sum, step] of sums) {
    const ids = subjects.filter((one) => one.kind === kind && one.group === group).map(({ id }) => id);
    for (const [index, points] of spreadTotals(kind, ids.length, sum, step).entries())
      totals.set(ids[index] ?? '', points);
  }
  const at = `${day}T02:00:00.000Z`;
  const sessions: Session[] = [];
  const verdicts: Verdict[] = [];
  const assignments: Assignment[] = [];
  for (const [index, subject] of subjects.entries()) {
    const set = subject.kind === 'website' ? WEBSITE_SET : MEDIA_SET;
    const sessionId = `${round.id}-${subject.id}`;
    const inspector = `检查员${(index % 12) + 1}`;
    const practice = goodPracticeOf(subject, round);
    assignments.push({ roundId: round.id, subjectId: subject.id, inspector });
    sessions.push({
      id: sessionId,
      roundId: round.id,
      subjectId: subject.id,
      setId: set.id,
      setVersion: set.version,
      inspector,
      state: 'finished',
      createdAt: at,
      updatedAt: at,
      finishedAt: at,
      ...(practice ? { goodPractice: practice } : {}),
    });
    const hits = planVerdicts(set, totals.get(subject.id) ?? 10_000, index);
    for (const { criterion } of criteriaOf(set)) {
      const count = hits.get(criterion.id) ?? 0;
      verdicts.push({
        sessionId,
        criterionId: criterion.id,
        status: count > 0 ? 'hit' : 'ok',
        count,
        note: '',
        findingKeys: [],
        evidenceIds: [],
        by: inspector,
        at,
        from: 'manual',
      });
    }
  }
  return { round, subjects, assignments, sessions, verdicts };
}

/** A few sites and accounts are worth showing, this quarter only. */
function goodPracticeOf(subject: Subject, round: Round): GoodPractice | undefined {
  if (round.id !== QUARTER.id) return undefined;
  const texts: Record<string, string> = {
    'site-district-02': '上线“手语数字人”服务，方便听障群众看懂政策解读。',
    'site-district-09': '开设儿科诊疗服务专栏，集中提供挂号、停诊和用药信息。',
    'site-department-04': '将行业统计数据制成可查询的图表，每月更新。',
    'site-department-31': '用流程图和短视频讲解新办事指南，并附常见问题。',
    'account-wechat-007': '策划“五分钟读懂新规”系列，图文与网站解读同步发布。',
    'account-app-003': '整合预约、缴费、查询功能，提供长辈模式。',
  };
  const text = texts[subject.id];
  return text === undefined ? undefined : { text };
}

/** 506 messages: 428 about six departments, the rest over 12 districts and 20 further departments; all answered in time. */
function goldenCitizenReports(subjects: Subject[]): CitizenReport[] {
  const sites = (group: 'district' | 'department') =>
    subjects.filter((one) => one.kind === 'website' && one.group === group);
  const busiest = [140, 96, 71, 52, 40, 29];
  const rest = [...sites('district').slice(0, 12), ...sites('department').slice(6, 26)];
  const counts = new Map<Subject, number>();
  for (const [index, subject] of sites('department').slice(0, 6).entries())
    counts.set(subject, busiest[index] ?? 0);
  for (const [index, subject] of rest.entries()) counts.set(subject, index < 14 ? 3 : 2);
  const kinds = ['功能无法使用', '内容无法访问', '内容不准确', '其他建议'];
  const reports = [...counts].flatMap(([subject, count]) => Array.from({ length: count }, () => subject));
  return reports.map((subject, index) => {
    const submitted = Date.UTC(2023, 9, 1) + (index % 80) * 86_400_000;
    const day = (after: number) => new Date(submitted + after * 86_400_000).toISOString().slice(0, 10);
    return {
      roundId: QUARTER.id,
      number: `2023Q4-${number(index, 4)}`,
      unit: subject.unit ?? '',
      ...(subject.group ? { group: subject.group } : {}),
      site: subject.name,
      subjectId: subject.id,
      kind: kinds[index % 7 < 3 ? 0 : index % 4] ?? '其他建议',
      submittedDay: day(0),
      dueDay: day(3),
      answeredDay: day(index % 4),
      state: '已办结',
    };
  });
}

/** Three required items; an account misses so many of them as its verdict on reposts says. */
function goldenReposts(subjects: Subject[]): { repostItems: RepostItem[]; reposts: Repost[] } {
  const repostItems = ['政府工作报告解读', '冬季供暖服务提示', '元旦假期安排通知'].map((title, index) => ({
    roundId: QUARTER.id,
    id: `repost-${index + 1}`,
    title,
    source: '市政府办公厅',
    dueDay: `2023-12-${10 + index}`,
    order: index + 1,
  }));
  const { sessions, verdicts } = inspected(QUARTER, subjects, NOW, '2023-12-20');
  const subjectOf = new Map(sessions.map(({ id, subjectId }) => [id, subjectId]));
  const missed = new Map(
    verdicts
      .filter(({ criterionId }) => criterionId === missedCriterion)
      .map(({ sessionId, count }) => [subjectOf.get(sessionId), count]),
  );
  const reposts = subjects
    .filter(({ kind }) => kind === 'new-media')
    .flatMap((subject) =>
      repostItems.map((item, index) => ({
        roundId: QUARTER.id,
        itemId: item.id,
        subjectId: subject.id,
        state: index < (missed.get(subject.id) ?? 0) ? ('missed' as const) : ('done' as const),
        by: '检查员1',
        at: '2023-12-20T02:00:00.000Z',
      })),
    );
  return { repostItems, reposts };
}

function unitName(group: 'district' | 'department', index: number): string {
  return group === 'district' ? `示例第${index + 1}区` : `示例市第${index + 1}局`;
}

function number(index: number, width: number): string {
  return String(index).padStart(width, '0');
}

function setOf(id: string): IndicatorSet {
  const set = shippedSets.find((one) => one.id === id);
  if (!set) throw new Error(`no shipped set ${id}`);
  return set;
}
