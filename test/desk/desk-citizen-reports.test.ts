// Citizen reports on the desk: import by number, links to the register, a person's word, closed rounds.
import { expect, it } from 'vitest';
import type { ImportedReport } from '@/lib/model/citizen-report';
import type { Subject } from '@/lib/model/session';
import type { DeskFixture } from './desk-fixture';
import { describeEachRepository, refused } from './each-repository';

const site = (id: string, part: Partial<Subject> = {}): Subject => ({
  id,
  kind: 'website',
  name: `${id}网站`,
  aliases: [],
  adHoc: false,
  hasServices: true,
  ...part,
});
const row = (number: string, part: Partial<ImportedReport> = {}): ImportedReport => ({
  number,
  unit: '市甲局',
  site: '甲网站',
  kind: '内容不准确',
  state: '已办结',
  submittedDay: '2023-10-01',
  dueDay: '2023-10-05',
  answeredDay: '2023-10-03',
  ...part,
});
const roundId = 'r';

async function started({ desk }: DeskFixture, subjects: Subject[] = []) {
  await desk.putRound({ id: roundId, name: '轮次', state: 'open', createdAt: '2023-10-01T00:00:00Z' });
  for (const subject of subjects) await desk.putSubject(subject);
  return desk;
}

describeEachRepository('citizen reports', (bench) => {
  it('come in once, and are renewed by number', async () => {
    const fixture = bench.open();
    const desk = await started(fixture);
    const reports = [row('1'), row('2', { answeredDay: null, state: '办理中' })];
    expect(await desk.importCitizenReports({ roundId, reports })).toEqual({
      added: 2,
      changed: 0,
      same: 0,
      linked: 0,
    });
    const before = await desk.citizenReports({ roundId });
    expect(fixture.changes).toContainEqual({ what: 'citizen-reports' });
    expect(await desk.importCitizenReports({ roundId, reports })).toMatchObject({
      added: 0,
      changed: 0,
      same: 2,
    });
    expect(await desk.citizenReports({ roundId })).toEqual(before);
    // A later export without the column of kinds answers the second message.
    const { kind: _, ...later } = row('2', { answeredDay: '2023-10-05' });
    expect(await desk.importCitizenReports({ roundId, reports: [later] })).toMatchObject({ changed: 1 });
    const { rows } = await desk.citizenReports({ roundId });
    expect(rows[1]?.report).toMatchObject({ kind: '内容不准确', answeredDay: '2023-10-05', state: '已办结' });
  });

  it('are linked where one site fits; a person decides on the others, and imports leave that alone', async () => {
    const desk = await started(bench.open(), [
      site('a', { host: 'www.jia.gov.cn', unit: '市甲局', group: 'department' }),
      site('b', { name: '乙一', unit: '市乙局' }),
      site('c', { name: '乙二', unit: '市乙局' }),
    ]);
    const reports = [
      row('1', { unit: '甲', site: 'http://www.jia.gov.cn/zwgk/' }),
      row('2', { unit: '市乙局', site: '' }),
      row('3', { unit: '市丙局', site: '丙' }),
    ];
    expect(await desk.importCitizenReports({ roundId, reports })).toMatchObject({ linked: 1 });
    let { rows } = await desk.citizenReports({ roundId });
    expect(
      rows.map(({ unit, group, subjectName, candidates }) => [unit, group, subjectName, candidates]),
    ).toEqual([
      ['市甲局', 'department', 'a网站', []],
      ['市乙局', undefined, undefined, ['b', 'c']],
      ['市丙局', undefined, undefined, []],
    ]);
    await desk.linkCitizenReports({ roundId, numbers: ['1'], subjectId: null });
    await desk.linkCitizenReports({ roundId, numbers: ['2'], subjectId: 'c', group: 'department' });
    await desk.importCitizenReports({ roundId, reports });
    ({ rows } = await desk.citizenReports({ roundId }));
    expect(rows.map(({ report: { subjectId }, group }) => [subjectId, group])).toEqual([
      [undefined, undefined],
      ['c', 'department'],
      [undefined, undefined],
    ]);
    expect(
      (await desk.subjectCitizenReports({ roundId, subjectId: 'c' })).reports.map(({ number }) => number),
    ).toEqual(['2']);
    // The register grows: what nobody decided on is found.
    await desk.putSubject(site('d', { name: '丙', unit: '市丙局', group: 'district' }));
    expect(await desk.relinkCitizenReports({ roundId })).toEqual({ changed: 1 });
    expect((await desk.roundBook({ roundId })).citizenReports[2]).toMatchObject({
      subjectId: 'd',
      group: 'district',
    });
  });

  it('are refused and left alone when the round is closed or unknown, or a subject or message is', async () => {
    const desk = await started(bench.open());
    await desk.importCitizenReports({ roundId, reports: [row('1')] });
    const before = await desk.citizenReports({ roundId });
    await expect(desk.importCitizenReports({ roundId: 'x', reports: [row('2')] })).rejects.toEqual(
      refused('not-found'),
    );
    await expect(desk.linkCitizenReports({ roundId, numbers: ['1'], subjectId: 'x' })).rejects.toEqual(
      refused('not-found'),
    );
    await expect(desk.removeCitizenReports({ roundId, numbers: ['1', '9'] })).rejects.toEqual(
      refused('not-found'),
    );
    await desk.putRound({ id: roundId, name: '轮次', state: 'closed', createdAt: '2023-10-01T00:00:00Z' });
    await expect(desk.importCitizenReports({ roundId, reports: [row('2')] })).rejects.toEqual(
      refused('locked'),
    );
    await expect(desk.setCitizenCounting({ roundId, counting: { topUnits: 3 } })).rejects.toEqual(
      refused('locked'),
    );
    expect(await desk.citizenReports({ roundId })).toEqual(before);
  });

  it('keeps how they are counted with the round, and removes messages', async () => {
    const desk = await started(bench.open());
    await desk.importCitizenReports({ roundId, reports: [row('1'), row('2')] });
    expect((await desk.citizenReports({ roundId })).counting).toEqual({ topUnits: 6 });
    await desk.setCitizenCounting({ roundId, counting: { topUnits: 3, answerDays: 5 } });
    expect((await desk.citizenReports({ roundId })).counting).toEqual({ topUnits: 3, answerDays: 5 });
    await desk.removeCitizenReports({ roundId, numbers: ['1'] });
    expect((await desk.citizenReports({ roundId })).rows.map(({ report }) => report.number)).toEqual(['2']);
  });
});
