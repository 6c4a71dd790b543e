// The papers of one unit: the notice to mend its problems, and the report on its own inspection.
import type { BookEntry, BookProblem } from '@/lib/model/round-book';
import { isFinished } from '@/lib/rounds/counted-entries';
import { formatPoints } from '@/lib/scoring/format-points';
import type { Block } from '../blocks';
import { PART_WORD } from '../words';
import { chineseDay, KIND_WORDS, missing, type PaperMaterial } from './material';
import { byUnit, ranking } from './round-rows';
import type { Placeholder } from './template-blocks';

/** Pictures shown with one problem; the others are named. */
const MOST_PICTURES = 6;
/** Subjects named in a sentence; units of large cities have dozens of accounts, and the table has them all. */
const MOST_NAMES = 5;

/** Units that have at least one finished sheet, with all their subjects of the round; sorted by name. */
export function unitsOfRound({ book }: PaperMaterial): { unit: string; problems: number }[] {
  return byUnit(book.entries)
    .filter(([, entries]) => entries.some(isFinished))
    .map(([unit, entries]) => ({ unit, problems: faultsOf(entries).length }));
}

/** Placeholders of one unit's papers, besides those of the round. */
export function unitPlaceholders(material: PaperMaterial, unit: string): Placeholder[] {
  const entries = byUnit(material.book.entries).find(([name]) => name === unit)?.[1] ?? [];
  const faults = faultsOf(entries);
  const occurrences = faults.reduce((sum, { problem }) => sum + problem.count, 0);
  const count = (kind: 'website' | 'new-media') =>
    `${entries.filter(({ subject }) => subject.kind === kind).length}`;
  const unfinished = entries.filter((entry) => !isFinished(entry));
  return [
    { name: 'unit.name', meaning: '单位名称', value: unit },
    { name: 'unit.websites', meaning: '该单位网站数', value: count('website') },
    { name: 'unit.accounts', meaning: '该单位政务新媒体账号数', value: count('new-media') },
    {
      name: 'unit.subjects',
      meaning: `该单位检查对象名称，用顿号隔开，超过${MOST_NAMES}个的只列前${MOST_NAMES}个和总数`,
      value: namesOf(entries),
    },
    { name: 'unit.problem.count', meaning: '该单位问题项数（不含加分项）', value: `${faults.length}` },
    { name: 'unit.problem.occurrences', meaning: '该单位问题处数', value: `${occurrences}` },
    {
      name: 'unit.due',
      meaning: '整改期限，在页面上填写',
      value: material.noticeDue ? chineseDay(material.noticeDue) : missing('整改期限'),
    },
    {
      name: 'unit.unfinished',
      meaning: '尚未完成检查的对象，没有时为“无”',
      value: namesOf(unfinished) || '无',
    },
    {
      name: 'unit.results',
      meaning: '该单位各检查对象的得分与结论（表格）',
      value: [resultTable(material, entries)],
    },
    { name: 'unit.problems', meaning: '该单位问题清单，附图', value: problemBlocksOf(material, faults) },
  ];
}

/** Ids of the pictures that a unit's papers show. */
export function unitPictures({ book }: PaperMaterial, unit: string): string[] {
  const entries = byUnit(book.entries).find(([name]) => name === unit)?.[1] ?? [];
  return faultsOf(entries).flatMap(({ problem }) => problem.evidenceIds.slice(0, MOST_PICTURES));
}

interface Fault {
  entry: BookEntry;
  problem: BookProblem;
}

/** Problems of finished sheets; a bonus is none. */
function faultsOf(entries: readonly BookEntry[]): Fault[] {
  return entries
    .filter(isFinished)
    .flatMap((entry) =>
      entry.problems.filter(({ part }) => part !== 'bonus').map((problem) => ({ entry, problem })),
    );
}

function namesOf(entries: readonly BookEntry[]): string {
  const names = entries.slice(0, MOST_NAMES).map(({ subject }) => subject.name);
  return names.join('、') + (entries.length > MOST_NAMES ? `等${entries.length}个` : '');
}

function resultTable({ previous }: PaperMaterial, entries: readonly BookEntry[]): Block {
  return {
    kind: 'table',
    caption: '检查结果',
    columns: [
      { title: '检查对象', width: 7 },
      { title: '类别', width: 3, align: 'center' },
      { title: '得分', width: 2, align: 'center' },
      { title: '满分', width: 2, align: 'center' },
      { title: '结论', width: 2, align: 'center' },
    ],
    rows: ranking(entries, previous?.entries ?? []).map(({ entry, total, result }) => [
      entry.subject.name,
      KIND_WORDS[entry.subject.kind].name,
      total === null ? '—' : formatPoints(total),
      isFinished(entry) && entry.sheet.fullScore !== null ? formatPoints(entry.sheet.fullScore) : '—',
      result,
    ]),
  };
}

function problemBlocksOf(material: PaperMaterial, faults: readonly Fault[]): Block[] {
  if (faults.length === 0) return [{ kind: 'paragraph', text: '本轮检查未发现问题。' }];
  return faults.flatMap(({ entry, problem }, index): Block[] => {
    const { indicator, text, part, count, points, note, urls, evidenceIds } = problem;
    const cost = part === 'veto' ? PART_WORD.veto : `扣${formatPoints(points)}分`;
    const pictures = evidenceIds.slice(0, MOST_PICTURES);
    const left = evidenceIds.length - pictures.length;
    const details = [
      note.trim() ? `情况：${note.trim()}` : '',
      urls.length > 0
        ? `页面：${urls.slice(0, 5).join('、')}${urls.length > 5 ? ` 等${urls.length}个页面` : ''}`
        : '',
    ].filter((line) => line !== '');
    return [
      {
        kind: 'paragraph',
        lead: { level: 3, text: `${index + 1}.${entry.subject.name}：${indicator}。` },
        text: `${text.replace(/[。；;]+$/, '')}（${count}处，${cost}）。`,
      },
      ...(details.length > 0 ? [{ kind: 'list' as const, items: details }] : []),
      ...pictures.map((id): Block => {
        const known = material.pictures.get(id);
        const caption = known ? [`图${known.number}`, known.caption].filter(Boolean).join('　') : '取证图片';
        return { kind: 'picture', id, caption };
      }),
      ...(left > 0
        ? [{ kind: 'paragraph' as const, style: 'note' as const, text: `另有${left}张图片，见检查记录。` }]
        : []),
    ];
  });
}
