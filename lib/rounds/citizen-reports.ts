// The numbers of a round's “我为政府网站找错” messages; what they mean stands in citizen-definitions.ts.
import type { AnswerState, CitizenNumbers, GroupReports, UnitReports } from '@/lib/model/citizen-numbers';
import {
  type CitizenCounting,
  type CitizenReport,
  DEFAULT_CITIZEN_COUNTING,
} from '@/lib/model/citizen-report';
import { SubjectGroup } from '@/lib/model/register';
import type { RoundBook } from '@/lib/model/round-book';
import type { Share } from '@/lib/model/round-numbers';
import type { Subject } from '@/lib/model/session';
import { addDays, daysBetween } from '@/lib/text/days';
import { comparable, tidy } from '@/lib/text/fold';
import { byCodePoint, byName } from '@/lib/text/order';
import { shareOf } from './average-score';

/** The numbers of a round's book at a day; the book's messages carry the unit and group that count (`countedReport`). */
export function citizenNumbersOf(
  { round, citizenReports }: Pick<RoundBook, 'round' | 'citizenReports'>,
  day: string,
): CitizenNumbers {
  return citizenNumbers(citizenReports, day, round.citizenCounting ?? DEFAULT_CITIZEN_COUNTING);
}

/** A message as it is counted: a linked subject's unit and group, as the register has them now, go before the export's. */
export function countedReport(report: CitizenReport, subject: Subject | undefined): CitizenReport {
  if (!subject) return report;
  const unit = subject.unit?.trim() || tidy(report.unit) || subject.name;
  const group = subject.group ?? report.group;
  return { ...report, unit, ...(group ? { group } : {}) };
}

/** The last day for an answer: the export's, else `answerDays` after the message; undefined when neither is known. */
export function dueDayOf(report: CitizenReport, { answerDays }: CitizenCounting): string | undefined {
  if (report.dueDay) return report.dueDay;
  return answerDays === undefined || !report.submittedDay
    ? undefined
    : addDays(report.submittedDay, answerDays);
}

/** How a message stands at a day, `YYYY-MM-DD`. */
export function answerState(report: CitizenReport, day: string, counting: CitizenCounting): AnswerState {
  const due = dueDayOf(report, counting);
  if (report.answeredDay && report.answeredDay <= day) {
    if (due === undefined) return 'answered-unknown';
    return report.answeredDay <= due ? 'on-time' : 'late';
  }
  if (!report.answeredDay && saysAnswered(report.state)) return 'answered-unknown';
  if (due === undefined) return 'open-unknown';
  return due < day ? 'overdue' : 'pending';
}

/** true when the exported state says that the message was dealt with, e.g. “已办结”, “已答复”. */
export function saysAnswered(state: string): boolean {
  const plain = comparable(state);
  if (/[未待不没]|中$/.test(plain)) return false;
  return /^(?:按期|逾期|超期|如期)?(?:已经?(?:办结|答复|回复|处理|办理|完成|反馈|解决|关闭|结束|归档)|办结|[办处]理(?:完毕|完成))/.test(
    plain,
  );
}

/** All numbers at a day. The order of the messages does not matter; one message per number. */
export function citizenNumbers(
  reports: readonly CitizenReport[],
  day: string,
  counting: CitizenCounting = DEFAULT_CITIZEN_COUNTING,
): CitizenNumbers {
  const sorted = [...reports].sort((a, b) => byName(a.number, b.number));
  const total = sorted.length;
  const states: Record<AnswerState, string[]> = {
    'on-time': [],
    late: [],
    'answered-unknown': [],
    overdue: [],
    pending: [],
    'open-unknown': [],
  };
  const stateOf = new Map<CitizenReport, AnswerState>();
  for (const report of sorted) {
    const state = answerState(report, day, counting);
    states[state].push(report.number);
    stateOf.set(report, state);
  }
  const onTime = (some: readonly CitizenReport[]): Share => {
    const count = (state: AnswerState) => some.filter((one) => stateOf.get(one) === state).length;
    const good = count('on-time');
    return shareOf(good, good + count('late') + count('overdue'));
  };
  const byUnit = grouped(sorted, ({ unit }) => comparable(unit));
  const units = [...byUnit]
    .filter(([key]) => key !== '')
    .map(([, some]): UnitReports => {
      const group = groupOf(some);
      return {
        unit: nameOf(some.map(({ unit }) => tidy(unit))),
        ...(group ? { group } : {}),
        numbers: some.map(({ number }) => number),
        onTime: onTime(some),
        share: shareOf(some.length, total),
      };
    })
    .sort((a, b) => b.numbers.length - a.numbers.length || byName(a.unit, b.unit));
  const groups = ([...SubjectGroup.options, 'none'] as const).flatMap((group): GroupReports[] => {
    const inside = units.filter((one) => (one.group ?? 'none') === group);
    const keys = new Set(inside.map(({ unit }) => comparable(unit)));
    const some = sorted.filter((one) => {
      const key = comparable(one.unit);
      return key === '' ? (one.group ?? 'none') === group : keys.has(key);
    });
    if (some.length === 0) return [];
    return [
      {
        group,
        units: inside.map(({ unit }) => unit).sort(byName),
        numbers: some.map(({ number }) => number),
        onTime: onTime(some),
      },
    ];
  });
  const top = units.slice(0, counting.topUnits);
  const least = top.at(-1)?.numbers.length ?? 0;
  return {
    day,
    counting,
    total,
    units,
    withoutUnit: (byUnit.get('') ?? []).map(({ number }) => number),
    groups,
    top: {
      units: top.map(({ unit }) => unit),
      share: shareOf(
        top.reduce((sum, { numbers }) => sum + numbers.length, 0),
        total,
      ),
      tied: units
        .slice(counting.topUnits)
        .filter(({ numbers }) => numbers.length === least)
        .map(({ unit }) => unit),
    },
    kinds: [...grouped(sorted, ({ kind }) => comparable(kind)).values()]
      .map((some) => ({
        kind: nameOf(some.map(({ kind }) => tidy(kind))),
        numbers: some.map(({ number }) => number),
        share: shareOf(some.length, total),
      }))
      .sort((a, b) => b.numbers.length - a.numbers.length || byName(a.kind, b.kind)),
    states,
    onTime: onTime(sorted),
    overdue: sorted
      .flatMap((report) => {
        const dueDay = dueDayOf(report, counting);
        if (stateOf.get(report) !== 'overdue' || dueDay === undefined) return [];
        return [{ number: report.number, dueDay, days: daysBetween(dueDay, day) }];
      })
      .sort((a, b) => b.days - a.days || byName(a.number, b.number)),
  };
}

/** A unit belongs to one group, so that groups add up: the one most of its messages have, then the first by rank. */
function groupOf(some: readonly CitizenReport[]): SubjectGroup | undefined {
  const counts = SubjectGroup.options.map((group) => ({
    group,
    count: some.filter((one) => one.group === group).length,
  }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.group : undefined;
}

/** The most frequent spelling, then the first by code point. */
function nameOf(spellings: readonly string[]): string {
  const counts = grouped(spellings, (one) => one);
  return (
    [...counts].sort(([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b)).map(([name]) => name)[0] ??
    ''
  );
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
