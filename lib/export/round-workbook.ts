// The workbook of a round: ranking per group, all sheets, all problems, citizen reports, new-media accounts.
import type { RoundBook } from '@/lib/model/round-book';
import { citizenNumbersAt } from '@/lib/report/papers/citizen-placeholders';
import { GROUP_WORDS, KIND_WORDS, type PaperMaterial, PLATFORM_WORDS } from '@/lib/report/papers/material';
import { mediaByUnit, ranking } from '@/lib/report/papers/round-rows';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { PART_WORD, STATE_WORD } from '@/lib/report/words';
import { isFinished } from '@/lib/rounds/counted-entries';
import { scopeOf } from '@/lib/rounds/round-numbers';
import { unitOf } from '@/lib/rounds/unit-history';
import { formatPoints } from '@/lib/scoring/format-points';
import { byName } from '@/lib/text/order';
import { writeXlsx, type XlsxCell, type XlsxSheet } from './xlsx';
import { BAND, CENTER, FAULT, NUMBER, OPEN, TEXT, TITLE } from './xlsx-layout';
import { Table } from './xlsx-table';

/** The workbook as a file. Equal material gives equal bytes (within one browser engine). */
export function roundWorkbook(material: PaperMaterial): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx({
    title: `${material.book.round.name}检查工作簿`,
    at: material.at,
    sheets: [
      rankingSheet(material),
      sheetList(material),
      problemList(material),
      citizenSheet(material),
      mediaSheet(material),
    ],
  });
}

type Columns = readonly [title: string, width: number][];

function begin(material: PaperMaterial, title: string, columns: Columns): Table {
  const table = new Table(columns.map(([, width]) => width));
  table.span(`${material.book.round.name}${title}`, TITLE, 30);
  table.span(
    `导出时间：${shanghaiMinute(material.at)}（北京时间）。只有已完成并有得分的检查计入排名和平均分。`,
    TEXT,
  );
  table.columnHead(columns.map(([name]) => name));
  return table;
}

const points = (value: number | null): XlsxCell => ({
  value: value === null ? null : value / 100,
  style: { ...NUMBER, format: '0.00' },
});
const text = (value: string): XlsxCell => ({ value, style: TEXT });
const word = (value: string): XlsxCell => ({ value, style: CENTER });
const count = (value: number): XlsxCell => ({ value, style: NUMBER });
const resultCell = (value: string): XlsxCell => ({
  value,
  style: value === '不合格' ? FAULT : value === '合格' ? CENTER : OPEN,
});

function rankingSheet(material: PaperMaterial): XlsxSheet {
  const { book, previous, numbers } = material;
  const table = begin(material, '排名', [
    ['名次', 7],
    ['检查对象', 36],
    ['单位', 28],
    ['得分', 10],
    ['较上一轮', 10],
    ['结论', 10],
    ['检查员', 14],
  ]);
  for (const kind of ['website', 'new-media'] as const) {
    for (const words of GROUP_WORDS) {
      const scope = scopeOf(numbers, kind, words.group);
      if (!scope) continue;
      const own = book.entries.filter(
        ({ subject }) => subject.kind === kind && (subject.group ?? 'none') === words.group,
      );
      const average = scope.average ? `平均 ${formatPoints(scope.average.points)} 分` : '尚无平均分';
      table.span(
        `${kind === 'website' ? words.website : `${words.name}${KIND_WORDS[kind].name}`}（${own.length} 个，已完成 ${scope.finished.length} 个，${average}）`,
        BAND,
      );
      for (const { entry, rank, total, delta, result } of ranking(own, previous?.entries ?? [])) {
        table.row([
          { value: rank, style: NUMBER },
          text(entry.subject.name),
          text(unitOf(entry.subject)),
          points(total),
          points(delta),
          resultCell(result),
          word(entry.session?.inspector ?? entry.assignment?.inspector ?? ''),
        ]);
      }
    }
  }
  return table.sheet('排名', material.book.round.name);
}

function sheetList(material: PaperMaterial): XlsxSheet {
  const table = begin(material, '全部评分', [
    ['检查对象', 30],
    ['类型', 10],
    ['分组', 9],
    ['单位', 20],
    ['网址或账号', 26],
    ['检查员', 10],
    ['状态', 8],
    ['指标体系', 46],
    ['得分', 8],
    ['满分', 8],
    ['加分', 7],
    ['结论', 8],
    ['有问题', 7],
    ['未检', 7],
    ['有争议', 8],
  ]);
  for (const { subject, session, assignment, sheet } of material.book.entries) {
    const counted = session ? sheet : undefined;
    table.row([
      text(subject.name),
      word(KIND_WORDS[subject.kind].name),
      word(GROUP_WORDS.find(({ group }) => group === (subject.group ?? 'none'))?.name ?? ''),
      text(unitOf(subject)),
      text(subject.url ?? subject.account ?? ''),
      word(session?.inspector ?? assignment?.inspector ?? ''),
      word(session ? STATE_WORD[session.state] : '未检查'),
      text(session ? `${session.setTitle}（${session.setVersion}）` : ''),
      points(counted?.total ?? null),
      points(counted?.fullScore ?? null),
      points(counted?.bonusScore ?? null),
      resultCell(
        counted ? { qualified: '合格', unqualified: '不合格', undetermined: '待定' }[counted.result] : '',
      ),
      { value: counted?.counts.hit ?? null, style: NUMBER },
      { value: counted?.counts.untested ?? null, style: NUMBER },
      { value: counted?.counts.disputed ?? null, style: NUMBER },
    ]);
  }
  return table.sheet('全部评分', material.book.round.name);
}

function problemList(material: PaperMaterial): XlsxSheet {
  const table = begin(material, '全部问题', [
    ['检查对象', 24],
    ['单位', 18],
    ['检查状态', 9],
    ['类别', 9],
    ['指标', 16],
    ['评分点', 36],
    ['处数', 6],
    ['扣分', 7],
    ['备注', 24],
    ['页面', 36],
    ['图片', 6],
  ]);
  for (const entry of material.book.entries) {
    const { subject, session, problems } = entry;
    if (!session) continue;
    for (const problem of problems.filter(({ part }) => part !== 'bonus')) {
      table.row([
        text(subject.name),
        text(unitOf(subject)),
        word(STATE_WORD[session.state]),
        word(PART_WORD[problem.part]),
        text(problem.indicator),
        text(problem.text),
        count(problem.count),
        points(problem.part === 'veto' ? null : problem.points),
        text(problem.note),
        text(problem.urls.slice(0, 20).join('\n')),
        count(problem.evidenceIds.length),
      ]);
    }
  }
  return table.sheet('全部问题', material.book.round.name);
}

function citizenSheet(material: PaperMaterial): XlsxSheet {
  const table = begin(material, '“我为政府网站找错”平台留言', [
    ['留言编号', 18],
    ['单位', 24],
    ['网站', 28],
    ['问题类型', 16],
    ['内容', 40],
    ['提交日期', 12],
    ['办理期限', 12],
    ['办结日期', 12],
    ['平台状态', 12],
    ['办理情况', 14],
  ]);
  const { states } = citizenNumbersAt(material);
  const standing = new Map(
    (Object.keys(ANSWER_WORDS) as (keyof typeof ANSWER_WORDS)[]).flatMap((state) =>
      states[state].map((number) => [number, ANSWER_WORDS[state]] as const),
    ),
  );
  const reports = [...material.book.citizenReports].sort((a, b) => byName(a.number, b.number));
  for (const one of reports) {
    const fields = [one.number, one.unit, one.site, one.kind, one.content ?? ''];
    const days = [one.submittedDay ?? '', one.dueDay ?? '', one.answeredDay ?? '', one.state];
    table.row([...fields.map(text), ...days.map(word), word(standing.get(one.number) ?? '')]);
  }
  if (reports.length === 0) table.span('尚未导入留言。', TEXT);
  return table.sheet('找错留言', material.book.round.name);
}

const ANSWER_WORDS = {
  'on-time': '按期办结',
  late: '逾期办结',
  'answered-unknown': '已办结，期限不明',
  overdue: '逾期未办结',
  pending: '办理中',
  'open-unknown': '未办结，期限不明',
} as const;

function mediaSheet(material: PaperMaterial): XlsxSheet {
  const { book } = material;
  const table = begin(material, '政务新媒体', [
    ['账号', 30],
    ['平台', 14],
    ['单位', 26],
    ['检查员', 12],
    ['得分', 9],
    ['结论', 10],
    ['漏转', 8],
    ['问题', 40],
  ]);
  for (const { unit, accounts, finished, average, unqualified } of mediaByUnit(book.entries)) {
    const mean = average === null ? '尚无平均分' : `平均 ${formatPoints(average)} 分`;
    table.span(
      `${unit}（账号 ${accounts} 个，已完成 ${finished} 个，${mean}，不合格 ${unqualified} 个）`,
      BAND,
    );
    const own = book.entries.filter(
      ({ subject }) => subject.kind === 'new-media' && unitOf(subject) === unit,
    );
    for (const { entry, total, result } of ranking(own, [])) {
      const { subject, session, assignment, problems } = entry;
      table.row([
        text(subject.name),
        word(subject.platform ? PLATFORM_WORDS[subject.platform] : ''),
        text(unit),
        word(session?.inspector ?? assignment?.inspector ?? ''),
        points(total),
        resultCell(result),
        { value: missedReposts(book, subject.id), style: NUMBER },
        text(
          isFinished(entry)
            ? problems
                .filter(({ part }) => part !== 'bonus')
                .map(({ text: line, count: times }) => `${line.replace(/[。；;]+$/, '')}（${times} 处）`)
                .join('\n')
            : '',
        ),
      ]);
    }
  }
  return table.sheet('政务新媒体', book.round.name);
}

/** Required items that the account did not repost; null when nobody looked. */
function missedReposts({ reposts }: RoundBook, subjectId: string): number | null {
  const own = reposts.filter((one) => one.subjectId === subjectId);
  return own.length === 0 ? null : own.filter(({ state }) => state === 'missed').length;
}
