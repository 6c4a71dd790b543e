// A quarter in full swing, made through the desk: long names, every state of a sheet, reposts, messages, rectification.
import type { Page } from '@playwright/test';
import type { DeskInput, DeskMethod, DeskOutput } from '@/lib/desk/protocol';
import { askDesk, askDeskInTurn } from './workbench-page';

export const SAMPLE_SITE = '示例市人民政府';
export const LONG_UNIT = '示例市经济和信息化委员会（示例市国防科学技术工业办公室、示例市中小企业局）';
const INSPECTORS = ['张检查', '欧阳检查员', '李核查'];
const PLATFORMS = ['wechat', 'weibo', 'wechat-video', 'toutiao', 'douyin', 'app', 'other'] as const;
const FILINGS = ['filed', 'filed', 'filed', 'unfiled', 'change-unfiled', 'closed', 'unknown'] as const;
const UNITS = [
  '示例市人民政府办公厅',
  LONG_UNIT,
  '示例区人民政府',
  '示例市规划和自然资源局',
  '示例市人力资源和社会保障局',
  '示例县人民政府办公室',
  '示例市住房和城乡建设委员会',
  '示例经济技术开发区管理委员会',
  '示例市大数据应用发展管理局',
  '示例市文化和旅游发展委员会（示例市文物局）',
  '示例土家族苗族自治县人民政府',
];

export interface FilledQuarter {
  roundId: string;
  /** The quarter before, closed. */
  previousId: string;
  /** Sessions of the present quarter: finished with problems, without any, vetoed; unfinished. */
  sessions: { problems: string; clean: string; vetoed: string; open: string; account: string };
  /** Version of the set `city-website`. */
  setVersion: string;
  /** Rectification items by state. */
  items: Record<string, string>;
}

type Edit = DeskInput<'setVerdicts'>['edits'][number];

/** Fills an empty database. The first website is the sample site, so that the dock over it goes on with this round. */
export async function fillQuarter(
  page: Page,
  size = { websites: 74, accounts: 200 },
): Promise<FilledQuarter> {
  const ask = <M extends DeskMethod>(method: M, input: DeskInput<M>): Promise<DeskOutput<M>> =>
    askDesk(page, method, input);
  await ask('putSettings', { ...(await ask('getSettings', {})), inspector: '张检查' });
  const entries = registerEntries(size);
  await ask('importSubjects', { entries });
  const sets = [
    { kind: 'website' as const, setId: 'city-website' },
    { kind: 'new-media' as const, setId: 'city-new-media' },
  ];
  const by = '汇总人';

  const plan = { sets, previousId: null };
  const previous = await ask('createRound', {
    plan: { ...plan, name: '2026年第三季度', startDay: '2026-07-01', endDay: '2026-09-30' },
    draw: { kind: 'all' },
    by,
  });
  const round = await ask('createRound', {
    plan: {
      ...plan,
      name: '2026年第四季度',
      startDay: '2026-10-01',
      endDay: '2026-12-31',
      dueDay: '2026-11-20',
      previousId: previous.id,
    },
    draw: { kind: 'all' },
    by,
  });
  const roundId = round.id;
  // Accounts that are closed down are in no round. In the order of the register.
  const { rows: board } = await ask('roundBoard', { roundId });
  const drawn = new Set(board.map(({ subject }) => subject.id));
  const order = new Map(entries.map(({ name }, at) => [name, at]));
  const subjects = (await ask('listSubjects', {}))
    .filter(({ id }) => drawn.has(id))
    .sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
  const websites = subjects.filter(({ kind }) => kind === 'website');
  const accounts = subjects.filter(({ kind }) => kind === 'new-media');
  await ask('assignSubjects', {
    roundId,
    subjectIds: subjects.slice(0, -10).map(({ id }) => id),
    inspectors: INSPECTORS,
    keep: false,
    by,
  });

  const criteria = new Map<string, string[]>();
  let setVersion = '';
  for (const { setId } of sets) {
    const set = await ask('getSet', { id: setId });
    criteria.set(setId, criterionIds(set));
    if (setId === 'city-website') setVersion = set.version;
  }
  /** Every criterion in order; every `every`-th one is a problem, none when 0. */
  const verdicts = (setId: string, every: number, veto = false): Edit[] =>
    (criteria.get(setId) ?? []).map((criterionId, at): Edit => {
      const isVeto = criterionId.startsWith('veto-');
      if (veto && at === 0)
        return {
          criterionId,
          status: 'hit',
          count: 1,
          note: '首页“通知公告”一篇稿件中单位名称表述错误，已截图。',
        };
      if (!isVeto && !criterionId.startsWith('bonus-') && every > 0 && at % every === 3)
        return {
          criterionId,
          status: 'hit',
          count: 1 + (at % 3),
          note: `抽查“政务公开 › 机构职能”等栏目，发现 ${1 + (at % 3)} 处。`,
        };
      if (at % 17 === 9) return { criterionId, status: 'na' };
      return { criterionId, status: 'ok' };
    });
  const start = async (of: string, subject: (typeof subjects)[number], at: number) =>
    ask('startSession', {
      subject: { id: subject.id },
      roundId: of,
      setId: subject.kind === 'website' ? 'city-website' : 'city-new-media',
      inspector: INSPECTORS[at % INSPECTORS.length] ?? '张检查',
    });
  const inspect = async (of: string, subject: (typeof subjects)[number], at: number, how: Edit[]) => {
    const session = await start(of, subject, at);
    const step = { sessionId: session.id, by: session.inspector };
    if (how.length > 0) await ask('setVerdicts', { ...step, edits: how });
    return step;
  };

  for (const [at, subject] of websites.slice(1, 13).entries()) {
    const step = await inspect(previous.id, subject, at, verdicts('city-website', 6 + at));
    await ask('finishSession', step);
  }
  await ask('closeRound', { roundId: previous.id, by, acceptUnfinished: true });

  const finished: string[] = [];
  let vetoed = '';
  let clean = '';
  for (const [at, subject] of websites.slice(1, 22).entries()) {
    const how = verdicts('city-website', at === 2 ? 0 : 5 + at, at === 4);
    const step = await inspect(roundId, subject, at, how);
    await ask('finishSession', step);
    if (at === 4) vetoed = step.sessionId;
    else if (at === 2) clean = step.sessionId;
    else finished.push(step.sessionId);
    if (at === 7) await ask('reopenSession', { ...step, reason: '单位反映检查当日机房检修，需补查。' });
  }
  let open = '';
  for (const [at, subject] of websites.slice(22, 27).entries()) {
    const how = verdicts('city-website', 7).slice(0, 12 * at);
    open = (await inspect(roundId, subject, at, how)).sessionId;
  }
  let account = '';
  for (const [at, subject] of accounts.slice(0, 12).entries()) {
    const step = await inspect(roundId, subject, at, verdicts('city-new-media', at % 4 === 1 ? 4 : 0));
    if (at < 9) await ask('finishSession', step);
    else account = step.sessionId;
  }
  await ask('arrangeDoubleCheck', { sessionId: finished[0] ?? '', inspector: '李核查', by });

  const items = await ask('putRepostItems', {
    roundId,
    items: [
      {
        title: '国务院办公厅关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见',
        source: '示例市人民政府办公厅',
        dueDay: '2026-10-15',
      },
      { title: '秋冬季防汛和森林防火提示', source: '示例市应急管理局', dueDay: '2026-10-28' },
      { title: '第五次全国经济普查公报', source: '示例市统计局', dueDay: '2026-11-06' },
      { title: '城乡居民基本医疗保险集中缴费公告', source: '示例市医疗保障局' },
    ],
  });
  const states = ['done', 'done', 'done', 'late', 'missed', 'na', null] as const;
  await ask('setReposts', {
    roundId,
    by: '张检查',
    ticks: accounts.slice(0, 60).flatMap(({ id }, row) =>
      items.map((item, column) => ({
        itemId: item.id,
        subjectId: id,
        state: states[(row * 3 + column * 5) % states.length] ?? null,
      })),
    ),
  });
  await ask('importCitizenReports', { roundId, reports: citizenReports(websites) });

  await ask('makeRectifications', { roundId, by });
  const rows = (await ask('listRectifications', { roundId })).map(({ item }) => item.id);
  const move = (ids: string[], to: DeskInput<'moveRectifications'>['to'], text: string, dueDay?: string) =>
    ask('moveRectifications', { ids, to, by, text, ...(dueDay ? { dueDay } : {}) });
  const some = rows.slice(0, Math.floor(rows.length * 0.8));
  await move(some.slice(0, 12), 'notified', '示例政办函〔2026〕118号', '2026-11-10');
  await move(some.slice(12), 'notified', '示例政办函〔2026〕118号', '2027-01-15');
  const answered = some.slice(6, 20);
  await move(answered, 'responded', '已补充“机构职能”栏目内容，并建立每周巡检制度，请复查。');
  await askDeskInTurn(
    page,
    answered.slice(0, 8).map((id, at) => ({
      method: 'recordRecheck' as const,
      input: {
        id,
        by: '李核查',
        found: at % 2 === 0,
        text: at % 2 === 0 ? '栏目仍无内容。' : '栏目已更新至本月。',
        ...(at < 4
          ? {
              decision:
                at % 2 === 0
                  ? { to: 'reopened' as const, text: '仍未整改到位，请继续整改。' }
                  : { to: 'closed' as const, text: '复查合格，同意销号。' },
            }
          : {}),
      },
    })),
  );
  const byState: Record<string, string> = {};
  for (const { item } of await ask('listRectifications', { roundId })) byState[item.state] ??= item.id;
  return {
    roundId,
    previousId: previous.id,
    sessions: { problems: finished[1] ?? '', clean, vetoed, open, account },
    setVersion,
    items: byState,
  };
}

function registerEntries(size: { websites: number; accounts: number }) {
  const group = (at: number) => (at % 3 === 2 ? ('district' as const) : ('department' as const));
  const websites = Array.from({ length: size.websites }, (_, at) => {
    const host = at === 0 ? 'www.shili.gov.cn' : `site${at}.shili.gov.cn`;
    const unit = UNITS[at % UNITS.length] ?? LONG_UNIT;
    return {
      kind: 'website' as const,
      name: at === 0 ? SAMPLE_SITE : at < UNITS.length ? unit : `${unit}第${at}网站`,
      unit,
      group: group(at),
      url: `http://${host}/`,
      siteIdCode: String(5001000000 + at),
      filing: { state: FILINGS[at % 3] ?? 'filed', openedDay: '2018-03-01' },
      sponsor: unit,
      contact: '023-63000000',
      hasServices: at % 9 !== 8,
    };
  });
  const accounts = Array.from({ length: size.accounts }, (_, at) => {
    const platform = PLATFORMS[at % PLATFORMS.length] ?? 'other';
    const unit = UNITS[(at * 5) % UNITS.length] ?? LONG_UNIT;
    return {
      kind: 'new-media' as const,
      name: `${unit.replace(/（.*/, '')}发布${at + 1}`,
      unit,
      group: group(at),
      platform,
      account: `shili_${at + 1}`,
      filing: {
        state: FILINGS[Math.floor(at / PLATFORMS.length) % FILINGS.length] ?? 'unknown',
        openedDay: '2020-03-04',
      },
      ...(platform === 'weibo' ? { url: `http://weibo.shili.gov.cn/u/${at}/` } : {}),
    };
  });
  return [...websites, ...accounts];
}

function citizenReports(
  websites: readonly { name: string; unit?: string | undefined; url?: string | undefined }[],
) {
  const kinds = ['功能无法使用', '内容无法访问', '内容不准确', '内容不更新'];
  return Array.from({ length: 96 }, (_, at) => {
    const site = websites[(at * at) % 19];
    const open = at % 13 === 0;
    return {
      number: `ZC2026${String(at + 1).padStart(4, '0')}`,
      unit: site?.unit ?? LONG_UNIT,
      site: at % 11 === 5 ? '（未填写）' : (site?.url ?? ''),
      kind: kinds[at % kinds.length] ?? '',
      content: '在“办事服务”栏目查询社保缴费记录时，页面一直显示加载中，更换浏览器后仍然无法打开。',
      state: open ? '办理中' : '已办结',
      submittedDay: '2026-10-09',
      dueDay: '2026-10-14',
      answeredDay: open ? null : at % 17 === 3 ? '2026-10-20' : '2026-10-12',
    };
  });
}

function criterionIds(set: DeskOutput<'getSet'>): string[] {
  return set.parts.flatMap(({ categories }) =>
    categories.flatMap(({ indicators }) =>
      indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
    ),
  );
}
