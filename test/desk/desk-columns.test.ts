// The column register and the run of the whole site: kept by recording runs, corrected by people, carried to the next round.
import { expect, it } from 'vitest';
import { normalisePage } from '@/lib/checks/engine/finding-key';
import { type ColumnSeen, ColumnTallySummary } from '@/lib/model/summary';
import { addDays } from '@/lib/text/days';
import { runOf, startSmall } from './desk-fixture';
import { describeEachRepository, refused } from './each-repository';

const DAY = '2026-11-20';

function columnRun(sessionId: string, path: string, columns: Partial<ColumnSeen>[]) {
  const url = `http://www.shili.gov.cn/${path}`;
  const run = runOf(sessionId, [], { url });
  const seen = JSON.parse(
    JSON.stringify(
      columns.map((column) => ({
        key: normalisePage(url),
        name: path,
        url,
        kind: 'news',
        own: true,
        rows: 10,
        newest: addDays(DAY, -30),
        source: 'printed',
        days: 30,
        state: 'stale',
        certain: true,
        selector: 'ul',
        ...column,
      })),
    ),
  );
  return {
    ...run,
    results: [
      {
        checkId: 'stale-columns',
        outcome: 'fail' as const,
        findings: [],
        skipped: [],
        ms: 1,
        summary: { day: DAY, columns: seen },
      },
    ],
  };
}

describeEachRepository('columns', ({ open }) => {
  it('tallies the whole site in one run of its own, renewed with every page', async () => {
    const { desk } = open();
    const session = await startSmall(desk);
    for (const at of [1, 2, 3, 4]) await desk.recordRun(columnRun(session.id, `news${at}/`, [{}]));
    const tallyRun = async () => {
      const runs = (await desk.sessionView({ sessionId: session.id })).runs.filter(
        ({ scope }) => scope === 'site',
      );
      expect(runs).toHaveLength(1);
      return runs[0];
    };
    expect(await tallyRun()).toMatchObject({
      title: '全站汇总',
      results: [{ checkId: 'column-tally', outcome: 'pass' }],
    });
    const { site } = await desk.recordRun(columnRun(session.id, 'news5/', [{}]));
    const run = await tallyRun();
    expect(site).toEqual(run);
    expect(run?.results[0]?.findings).toMatchObject([{ kind: 'too-many-stale-news' }]);
    expect(ColumnTallySummary.parse(run?.results[0]?.summary).columns).toHaveLength(5);
    expect((await desk.sessionView({ sessionId: session.id })).runs).toHaveLength(6);
  });

  it('makes no such run while no page has columns', async () => {
    const { desk } = open();
    const session = await startSmall(desk);
    await desk.recordRun(runOf(session.id, []));
    expect((await desk.sessionView({ sessionId: session.id })).runs).toHaveLength(1);
  });

  it('enters what was seen, and the next round starts from it', async () => {
    const { desk } = open();
    const session = await startSmall(desk);
    const subjectId = session.subjectId;
    await desk.recordRun(
      columnRun(session.id, 'tzgg/', [
        {},
        { key: 'name:无址', name: '无址', url: undefined as never, own: false },
        {
          key: 'www.shili.gov.cn/szyw/',
          name: '要闻',
          url: 'http://www.shili.gov.cn/szyw/',
          own: false,
          rows: 5,
        },
      ]),
    );
    const { columns } = await desk.columnRegister({ subjectId });
    expect(columns.map(({ key }) => key)).toEqual(['www.shili.gov.cn/szyw/', 'www.shili.gov.cn/tzgg/']);
    expect(columns[1]?.lastSeen).toEqual({ day: DAY, newest: addDays(DAY, -30), rows: 10 });
    await desk.putRound({ id: 'r2', name: '下季度', state: 'open', createdAt: '2026-12-01T00:00:00.000Z' });
    const next = await desk.startSession({
      subject: { id: subjectId },
      roundId: 'r2',
      setId: 'small',
      inspector: '李四',
    });
    expect(next.id).not.toBe(session.id);
    expect((await desk.columnRegister({ subjectId: next.subjectId })).columns).toHaveLength(2);
  });

  it('keeps corrections over later runs and counts them at once', async () => {
    const { desk, changes } = open();
    const session = await startSmall(desk);
    const subjectId = session.subjectId;
    for (const at of [1, 2, 3, 4, 5]) await desk.recordRun(columnRun(session.id, `news${at}/`, [{}]));
    const key = 'www.shili.gov.cn/news1/';
    await desk.correctColumn({
      subjectId,
      key,
      by: '张三',
      correction: { name: '历史动态', excluded: true },
    });
    expect(changes.map(({ what }) => what)).toContain('columns');
    const site = (await desk.sessionView({ sessionId: session.id })).runs.find(
      ({ scope }) => scope === 'site',
    );
    expect(site?.results[0]?.findings).toEqual([]);
    await desk.recordRun(
      columnRun(session.id, 'news1/', [{ name: '工作动态', newest: DAY, days: 0, state: 'fresh' }]),
    );
    const entry = async () =>
      (await desk.columnRegister({ subjectId })).columns.find((column) => column.key === key);
    expect(await entry()).toMatchObject({
      name: '历史动态',
      excluded: true,
      correctedBy: '张三',
      lastSeen: { newest: DAY },
    });
    await desk.correctColumn({ subjectId, key, by: '张三', correction: { updateDays: 90, excluded: false } });
    expect(await entry()).toMatchObject({ updateDays: 90 });
    await desk.correctColumn({ subjectId, key, by: '张三', correction: { updateDays: null } });
    expect(await entry()).not.toHaveProperty('updateDays');
    expect(await entry()).not.toHaveProperty('excluded');
  });

  it('refuses corrections of unknown columns and impossible periods, changing nothing', async () => {
    const { desk } = open();
    const session = await startSmall(desk);
    await desk.recordRun(columnRun(session.id, 'tzgg/', [{}]));
    const call = { subjectId: session.subjectId, by: '张三' };
    const before = await desk.columnRegister({ subjectId: session.subjectId });
    await expect(desk.correctColumn({ ...call, key: 'no', correction: { kind: 'other' } })).rejects.toEqual(
      refused('not-found'),
    );
    const key = 'www.shili.gov.cn/tzgg/';
    await expect(desk.correctColumn({ ...call, key, correction: { updateDays: 0 } })).rejects.toEqual(
      refused('invalid'),
    );
    await expect(desk.correctColumn({ ...call, key, correction: { name: ' ' } })).rejects.toEqual(
      refused('invalid'),
    );
    expect(await desk.columnRegister({ subjectId: session.subjectId })).toEqual(before);
  });

  it('corrects the register of a finished inspection without touching its runs', async () => {
    const { desk } = open();
    const session = await startSmall(desk);
    await desk.recordRun(columnRun(session.id, 'tzgg/', [{}]));
    await desk.finishSession({ sessionId: session.id, by: '张三' });
    const before = (await desk.sessionView({ sessionId: session.id })).runs;
    const key = 'www.shili.gov.cn/tzgg/';
    await desk.correctColumn({
      subjectId: session.subjectId,
      key,
      by: '张三',
      correction: { kind: 'other' },
    });
    expect((await desk.sessionView({ sessionId: session.id })).runs).toEqual(before);
  });
});
