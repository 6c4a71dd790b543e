// The annex tables of the bulletin: ranking per group, accounts by unit, problems by indicator.
import { scopeOf } from '@/lib/rounds/round-numbers';
import { formatPoints } from '@/lib/scoring/format-points';
import type { Block } from '../blocks';
import { PART_WORD } from '../words';
import { GROUP_WORDS, KIND_WORDS, type PaperMaterial } from './material';
import { mediaByUnit, ranking } from './round-rows';

/** Ranking of the websites, one table per group. */
export function rankingBlocks({ book, previous }: PaperMaterial): Block[] {
  return GROUP_WORDS.flatMap((words): Block[] => {
    const inGroup = ({ subject }: (typeof book.entries)[number]) =>
      subject.kind === 'website' && (subject.group ?? 'none') === words.group;
    const rows = ranking(book.entries.filter(inGroup), previous?.entries ?? []);
    if (rows.length === 0) return [];
    return [
      {
        kind: 'table',
        caption: `${words.website}得分排名`,
        columns: [
          { title: '名次', width: 2, align: 'center' },
          { title: '网站', width: 8 },
          { title: '得分', width: 2, align: 'center' },
          { title: '较上一轮', width: 2, align: 'center' },
          { title: '结论', width: 2, align: 'center' },
        ],
        rows: rows.map(({ entry, rank, total, delta, result }) => [
          rank === null ? '—' : `${rank}`,
          entry.subject.name,
          total === null ? '—' : formatPoints(total),
          signed(delta),
          result,
        ]),
      },
    ];
  });
}

/** Accounts, averages and unqualified ones of each unit. */
export function mediaUnitBlocks({ book }: PaperMaterial): Block[] {
  const rows = mediaByUnit(book.entries);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: '政务新媒体检查情况（按主管主办单位）',
      columns: [
        { title: '单位', width: 8 },
        { title: '账号数', width: 2, align: 'center' },
        { title: '已完成', width: 2, align: 'center' },
        { title: '平均得分', width: 2, align: 'center' },
        { title: '不合格', width: 2, align: 'center' },
      ],
      rows: rows.map(({ unit, accounts, finished, average, unqualified }) => [
        unit,
        `${accounts}`,
        `${finished}`,
        average === null ? '—' : formatPoints(average),
        `${unqualified}`,
      ]),
    },
  ];
}

/** Problems by indicator, both kinds. */
export function problemTableBlocks({ numbers }: PaperMaterial): Block[] {
  return (['website', 'new-media'] as const).flatMap((kind): Block[] => {
    const { name, counted } = KIND_WORDS[kind];
    const problems = scopeOf(numbers, kind, 'all')?.problems ?? [];
    if (problems.length === 0) return [];
    return [
      {
        kind: 'table',
        caption: `${name}问题统计（按指标）`,
        columns: [
          { title: '指标', width: 6 },
          { title: '类别', width: 2, align: 'center' },
          { title: `涉及${counted}`, width: 2, align: 'center' },
          { title: '处数', width: 2, align: 'center' },
          { title: '共扣分', width: 2, align: 'center' },
        ],
        rows: problems.map(({ indicator, part, subjectIds, occurrences, points }) => [
          indicator,
          PART_WORD[part],
          `${subjectIds.length}`,
          `${occurrences}`,
          part === 'veto' ? '—' : formatPoints(points),
        ]),
      },
    ];
  });
}

/** “+0.41”, “-0.13”, “0”; “—” when there is nothing to compare. */
export function signed(points: number | null): string {
  if (points === null) return '—';
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points);
}
