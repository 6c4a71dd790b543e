// 问题清单 as a worksheet: one row per problem with its pictures at a readable size beside it.
import type { Evidence } from '@/lib/model/session';
import type { Problem } from '@/lib/report/problem-list';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import type { SheetReport } from '@/lib/report/sheet-report';
import type { Picture } from './pictures';
import type { XlsxCell, XlsxPicture, XlsxSheet } from './xlsx';
import { BAND, CENTER, TEXT, TITLE } from './xlsx-layout';
import { Table } from './xlsx-table';

const COLUMNS: [title: string, width: number][] = [
  ['序号', 5],
  ['问题', 26],
  ['所在页面', 20],
  ['位置', 20],
  ['截图', 42],
  ['依据', 24],
  ['整改建议', 18],
];
const PICTURE_COLUMN = 4;
/** Largest size of a picture in pixels; narrow enough for the column in every program's default font. */
const WIDEST = 284;
const HIGHEST = 200;
/** Room above each picture for its number, pixels. */
const CAPTION = 20;
const PER_ROW = 2;

export function problemSheet(report: SheetReport, pictures: ReadonlyMap<string, Picture>): XlsxSheet {
  const table = new Table(COLUMNS.map(([, width]) => width));
  const placed: XlsxPicture[] = [];
  table.span(`${report.subject}问题清单`, TITLE, 30);
  table.columnHead(COLUMNS.map(([title]) => title));
  const { problems, otherEvidence } = report.problems;
  if (problems.length === 0) table.span('没有认定的问题。', TEXT);
  for (const problem of problems) addProblem(table, placed, problem, pictures);
  if (otherEvidence.length > 0) {
    table.span('其他取证图片（未列入以上问题）', BAND);
    for (const evidence of otherEvidence) addOther(table, placed, evidence, pictures);
  }
  return { ...table.sheet('问题清单', report.title), pictures: placed };
}

function addProblem(
  table: Table,
  placed: XlsxPicture[],
  problem: Problem,
  pictures: ReadonlyMap<string, Picture>,
): void {
  const captions = problem.evidence
    .filter((e) => e.caption !== '')
    .map((e) => `图${e.number}：${e.caption}`)
    .filter((line) => !problem.spot.includes(line));
  const texts = [
    problem.problem,
    problem.pages.join('\n'),
    [problem.spot, ...captions].join('\n'),
    problem.rule,
    problem.advice,
  ];
  const groups = groupsOf(problem.evidence);
  const seeAlso = problem.seeAlso.map((number) => `见图${number}`).join('、');
  addRow(table, placed, { number: problem.number, texts, evidence: groups[0] ?? [], seeAlso, pictures });
  for (const evidence of groups.slice(1)) {
    const again = [`（续第 ${problem.number} 项截图）`, '', '', '', ''];
    addRow(table, placed, { number: null, texts: again, evidence, seeAlso: '', pictures });
  }
}

function addOther(
  table: Table,
  placed: XlsxPicture[],
  evidence: Evidence,
  pictures: ReadonlyMap<string, Picture>,
): void {
  const texts = [evidence.caption || evidence.title, evidence.url, shanghaiMinute(evidence.at), '', ''];
  addRow(table, placed, { number: null, texts, evidence: [evidence], seeAlso: '', pictures });
}

function addRow(
  table: Table,
  placed: XlsxPicture[],
  row: {
    number: number | null;
    texts: string[];
    evidence: Evidence[];
    seeAlso: string;
    pictures: ReadonlyMap<string, Picture>;
  },
): void {
  const [problem = '', pages = '', spot = '', rule = '', advice = ''] = row.texts;
  const numbers = row.evidence.map((e) => `图${e.number}${row.pictures.has(e.id) ? '' : '（图片无法读取）'}`);
  const pictureText = [...numbers, row.seeAlso].filter((text) => text !== '').join('、');
  let offsetY = CAPTION;
  for (const evidence of row.evidence) {
    const picture = row.pictures.get(evidence.id);
    if (!picture) continue;
    const scale = Math.min(1, WIDEST / picture.width, HIGHEST / picture.height);
    const height = Math.max(1, Math.round(picture.height * scale));
    placed.push({
      bytes: picture.bytes,
      mime: picture.mime,
      row: table.rows.length,
      column: PICTURE_COLUMN,
      offsetX: 4,
      offsetY,
      width: Math.max(1, Math.round(picture.width * scale)),
      height,
      alt: [`图${evidence.number}`, evidence.caption, evidence.title, evidence.url]
        .filter((text) => text !== '')
        .join('；'),
    });
    offsetY += height + 6;
  }
  const cells: XlsxCell[] = [
    { value: row.number, style: CENTER },
    ...[problem, pages, spot, pictureText, rule, advice].map((value) => ({ value, style: TEXT })),
  ];
  // Pixels to points: 96 and 72 to the inch.
  table.row(cells, offsetY > CAPTION ? Math.ceil(offsetY * 0.75) : undefined);
}

/** Two pictures to a row at most, because a row cannot be higher than 409 points. */
function groupsOf(evidence: Evidence[]): Evidence[][] {
  const groups: Evidence[][] = [];
  for (let at = 0; at < evidence.length; at += PER_ROW) groups.push(evidence.slice(at, at + PER_ROW));
  return groups;
}
