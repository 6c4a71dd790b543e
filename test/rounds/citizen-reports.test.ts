// Numbers of citizen reports: examples for each state, the bulletin's figures, and what holds for any messages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitizenNumbers } from '@/lib/model/citizen-numbers';
import type { CitizenReport } from '@/lib/model/citizen-report';
import { answerState, citizenNumbers, countedReport, saysAnswered } from '@/lib/rounds/citizen-reports';
import { goldenRecords } from './golden-round';

const report = (part: Partial<CitizenReport>): CitizenReport => ({
  roundId: 'r',
  number: '1',
  unit: '市甲局',
  site: '',
  kind: '内容不准确',
  state: '',
  ...part,
});
const SIX = { topUnits: 6 };

describe('the bulletin of 2023 Q4', () => {
  const { now } = goldenRecords();
  const numbers = citizenNumbers(now.citizenReports, '2024-01-10', SIX);

  it('has 506 messages over 12 districts and 26 departments, six units at 84.58 %, all in time', () => {
    expect(numbers.total).toBe(506);
    expect(numbers.groups.map(({ group, units }) => [group, units.length])).toEqual([
      ['district', 12],
      ['department', 26],
    ]);
    expect(numbers.top.share).toEqual({ part: 428, whole: 506, text: '84.58%' });
    expect(numbers.top.units).toHaveLength(6);
    expect(numbers.onTime).toEqual({ part: 506, whole: 506, text: '100%' });
    expect(numbers.overdue).toEqual([]);
    expect(numbers.kinds[0]?.kind).toBe('功能无法使用');
  });

  it('is valid by its schema and does not depend on the order', () => {
    expect(CitizenNumbers.parse(numbers)).toEqual(numbers);
    expect(citizenNumbers([...now.citizenReports].reverse(), '2024-01-10', SIX)).toEqual(numbers);
  });

  it('moves with one message', () => {
    const [first, ...rest] = now.citizenReports;
    if (!first) throw new Error('no messages');
    const late = citizenNumbers([{ ...first, answeredDay: '2023-12-31' }, ...rest], '2024-01-10', SIX);
    expect(late.onTime.text).toBe('99.8%');
    expect(citizenNumbers(rest, '2024-01-10', SIX).top.share.text).toBe('84.55%');
    const seven = citizenNumbers(now.citizenReports, '2024-01-10', { topUnits: 7 });
    expect(seven.top.share.part).toBe(431);
    expect(seven.top.tied.length).toBeGreaterThan(0);
  });
});

describe('how a message stands at a day', () => {
  const due = '2023-10-10';
  it.each([
    ['on-time', { dueDay: due, answeredDay: due }],
    ['late', { dueDay: due, answeredDay: '2023-10-11' }],
    ['overdue', { dueDay: due }],
    ['pending', { dueDay: '2023-10-20' }],
    ['open-unknown', { submittedDay: '2023-10-01' }],
    ['answered-unknown', { answeredDay: '2023-10-09' }],
    ['answered-unknown', { dueDay: due, state: '已办结' }],
    ['overdue', { dueDay: due, state: '未办结' }],
    // An answer after the day told for had not come yet.
    ['overdue', { dueDay: due, answeredDay: '2023-10-25', state: '已办结' }],
  ] as const)('%s: %o', (state, part) => {
    expect(answerState(report(part), '2023-10-20', SIX)).toBe(state);
  });

  it('is not overdue on the due day itself', () => {
    expect(answerState(report({ dueDay: due }), due, SIX)).toBe('pending');
    expect(answerState(report({ dueDay: due }), '2023-10-11', SIX)).toBe('overdue');
  });

  it('takes the number of days only where the export has no due day', () => {
    const counting = { topUnits: 6, answerDays: 3 };
    const submittedDay = '2023-12-30';
    expect(answerState(report({ submittedDay, answeredDay: '2024-01-02' }), '2024-02-01', counting)).toBe(
      'on-time',
    );
    expect(answerState(report({ submittedDay, answeredDay: '2024-01-03' }), '2024-02-01', counting)).toBe(
      'late',
    );
    expect(
      answerState(report({ submittedDay, dueDay: '2024-01-03', answeredDay: '2024-01-03' }), due, counting),
    ).not.toBe('late');
    expect(answerState(report({ dueDay: undefined }), '2024-02-01', counting)).toBe('open-unknown');
  });

  it('lists the longest overdue first', () => {
    const numbers = citizenNumbers(
      [report({ number: 'a', dueDay: '2023-10-09' }), report({ number: 'b', dueDay: '2023-10-01' })],
      '2023-10-10',
    );
    expect(numbers.overdue).toEqual([
      { number: 'b', dueDay: '2023-10-01', days: 9 },
      { number: 'a', dueDay: '2023-10-09', days: 1 },
    ]);
  });

  it.each(['已办结', '已答复', '逾期办结', '按期已办结', '办理完毕', '已处理完成', ' 已 回复 '])(
    '%s says answered',
    (state) => expect(saysAnswered(state)).toBe(true),
  );
  it.each(['', '办理中', '未办结', '待办理', '已受理', '已转办', '处理', '已办结待审核', '不予受理'])(
    '%s does not',
    (state) => expect(saysAnswered(state)).toBe(false),
  );
});

describe('units and groups', () => {
  it('counts spellings of one unit together, under the most frequent', () => {
    const { units } = citizenNumbers(
      ['市甲局', '市 甲局', '市甲局 ', '（市）乙局', '(市)乙局'].map((unit, index) =>
        report({ number: String(index), unit }),
      ),
      '2023-10-10',
    );
    expect(units.map(({ unit, numbers }) => [unit, numbers.length])).toEqual([
      ['市甲局', 3],
      ['(市)乙局', 2],
    ]);
  });

  it('keeps messages without unit in the total and in no unit', () => {
    const numbers = citizenNumbers([report({ unit: ' ' }), report({ number: '2' })], '2023-10-10');
    expect([numbers.total, numbers.units.length, numbers.withoutUnit]).toEqual([2, 1, ['1']]);
    expect(numbers.top.share.text).toBe('50%');
  });

  it('takes unit and group of the linked subject', () => {
    const subject = {
      id: 's',
      kind: 'website' as const,
      name: '甲区人民政府门户网站',
      unit: '甲区人民政府',
      group: 'district' as const,
      aliases: [],
      adHoc: false,
      hasServices: true,
    };
    expect(countedReport(report({ unit: '甲区', group: 'other' }), subject)).toMatchObject({
      unit: '甲区人民政府',
      group: 'district',
    });
    const { unit: _, group: __, ...bare } = subject;
    expect(countedReport(report({ unit: '甲区', group: 'other' }), bare)).toMatchObject({
      unit: '甲区',
      group: 'other',
    });
  });

  it('has no share of nothing', () => {
    const none = citizenNumbers([], '2023-10-10');
    expect([none.total, none.top.share.text, none.onTime.text, none.units]).toEqual([0, null, null, []]);
  });
});

describe('for any messages', () => {
  const day = fc
    .integer({ min: 0, max: 40 })
    .map((after) => `2023-1${after > 30 ? 1 : 0}-${String((after % 30) + 1).padStart(2, '0')}`);
  const any = fc
    .uniqueArray(
      fc.record({
        number: fc.string({ minLength: 1, maxLength: 6 }),
        unit: fc.constantFrom('市甲局', '市乙局', '丙区', '丁区 ', '', '市 甲局'),
        group: fc.constantFrom('district', 'department', undefined),
        kind: fc.constantFrom('功能无法使用', '内容不准确', ''),
        state: fc.constantFrom('', '已办结', '办理中'),
        submittedDay: fc.option(day, { nil: undefined }),
        dueDay: fc.option(day, { nil: undefined }),
        answeredDay: fc.option(day, { nil: undefined }),
      }),
      { selector: ({ number }) => number, maxLength: 40 },
    )
    .map((list) => list.map((one) => report(one as Partial<CitizenReport>)));

  it('every message is in one state, one kind, one group, and one unit or none', () => {
    fc.assert(
      fc.property(any, day, (reports, at) => {
        const numbers = citizenNumbers(reports, at, { topUnits: 2, answerDays: 5 });
        const all = reports.map(({ number }) => number).sort();
        for (const parts of [
          Object.values(numbers.states),
          numbers.kinds.map((one) => one.numbers),
          numbers.groups.map((one) => one.numbers),
          [...numbers.units.map((one) => one.numbers), numbers.withoutUnit],
        ]) {
          expect(parts.flat().sort()).toEqual(all);
        }
      }),
    );
  });

  it('order does not matter, and no share of the top is less than that of fewer units', () => {
    fc.assert(
      fc.property(any, day, fc.integer({ min: 1, max: 5 }), (reports, at, topUnits) => {
        const numbers = citizenNumbers(reports, at, { topUnits });
        expect(citizenNumbers([...reports].reverse(), at, { topUnits })).toEqual(numbers);
        const more = citizenNumbers(reports, at, { topUnits: topUnits + 1 });
        expect(more.top.share.part).toBeGreaterThanOrEqual(numbers.top.share.part);
        expect(numbers.onTime.part).toBeLessThanOrEqual(numbers.onTime.whole);
        expect(numbers.overdue.map(({ number }) => number).sort()).toEqual(
          [...numbers.states.overdue].sort(),
        );
      }),
    );
  });
});
