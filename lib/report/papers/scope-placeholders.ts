// Placeholders of the scores: counts, averages, changes, unqualified ones, by kind and group.
import type { RoundNumbers, ScopeNumbers } from '@/lib/model/round-numbers';
import { scopeOf } from '@/lib/rounds/round-numbers';
import { formatPoints } from '@/lib/scoring/format-points';
import { GROUP_WORDS, KIND_WORDS, missing, type PaperMaterial, PLATFORM_WORDS } from './material';
import type { Placeholder } from './template-blocks';

/** All placeholders of kinds and groups, in the order of the list on screen. */
export function scopePlaceholders(material: PaperMaterial): Placeholder[] {
  const { numbers } = material;
  return (['website', 'new-media'] as const).flatMap((kind) => {
    const { prefix, name } = KIND_WORDS[kind];
    const all = scopeOf(numbers, kind, 'all');
    return [
      ...summary(material, kind, all),
      ...GROUP_WORDS.flatMap((words) => {
        const scope = scopeOf(numbers, kind, words.group);
        // Groups that the round does not have are offered only where templates usually name them.
        if (!scope && words.group !== 'district' && words.group !== 'department') return [];
        const title = `${words.name}${name}`;
        return figures(`${words.prefix}.${prefix}`, title, scope, numbers);
      }),
    ];
  });
}

function summary(
  material: PaperMaterial,
  kind: 'website' | 'new-media',
  all: ScopeNumbers | undefined,
): Placeholder[] {
  const { prefix, name, counted } = KIND_WORDS[kind];
  const groups = GROUP_WORDS.flatMap((words) => {
    const scope = scopeOf(material.numbers, kind, words.group);
    return scope ? [{ words, scope }] : [];
  });
  const none = missing(`本轮没有${name}检查对象`);
  const checked =
    groups.map(({ words, scope }) => `${scope.assigned.length}个${words.website}`).join('、') || none;
  const averages = groups.map(({ words, scope }) =>
    averageSentence(words.average, scope, material.numbers, bonusOf(material, scope)),
  );
  return [
    ...figures(prefix, `全部${name}`, all, material.numbers),
    ...(kind === 'website'
      ? [
          {
            name: `${prefix}.checked`,
            meaning: '检查对象，按分组，如“16个区政府门户网站、58个市级部门政府网站”',
            value: checked,
          },
        ]
      : [
          {
            name: `${prefix}.platforms`,
            meaning: '各平台账号数，如“微信公众号855个、新浪微博252个”',
            value: all ? platforms(all) : none,
          },
        ]),
    {
      name: `${prefix}.coverage`,
      meaning: '检查范围：全部检查为“全覆盖检查”，未检查完的写明已检查和应检查的数量',
      value: all ? coverage(all, counted) : none,
    },
    {
      name: `${prefix}.averages`,
      meaning: '各分组平均得分及变化，每组一个分句',
      value: averages.join('；') || none,
    },
    {
      name: `${prefix}.unqualified.text`,
      meaning: `不合格情况，如“未发现不合格${counted}”，或列出名称和原因`,
      value: all ? unqualified(material, all, counted) : none,
    },
  ];
}

/** The plain figures of one scope; where there is nothing yet, each says so. */
function figures(
  prefix: string,
  title: string,
  scope: ScopeNumbers | undefined,
  numbers: RoundNumbers,
): Placeholder[] {
  const none = missing(`本轮没有${title}`);
  const of = (read: (scope: ScopeNumbers) => string) => (scope ? read(scope) : none);
  return [
    {
      name: `${prefix}.count`,
      meaning: `${title}：检查对象数`,
      value: of(({ assigned }) => `${assigned.length}`),
    },
    {
      name: `${prefix}.finished`,
      meaning: `${title}：已完成检查数`,
      value: of(({ finished }) => `${finished.length}`),
    },
    {
      name: `${prefix}.average`,
      meaning: `${title}：平均得分，保留两位小数（仅计已完成且有得分的）`,
      value: of((one) => averageText(one, title)),
    },
    {
      name: `${prefix}.delta`,
      meaning: `${title}：平均得分较上一轮的变化，如“提升0.41分”“持平”`,
      value: of((one) => deltaText(one, title, numbers)),
    },
    { name: `${prefix}.full`, meaning: `${title}：满分分值`, value: of((one) => fullText(one, title)) },
    {
      name: `${prefix}.unqualified`,
      meaning: `${title}：不合格数`,
      value: of(({ unqualified: list }) => `${list.length}`),
    },
  ];
}

function averageText({ average }: ScopeNumbers, title: string): string {
  return average ? formatPoints(average.points) : missing(`${title}平均得分`);
}

function deltaText(
  { average, delta, fullScores, previousFullScores }: ScopeNumbers,
  title: string,
  numbers: RoundNumbers,
): string {
  if (!average) return missing(`${title}得分变化`);
  if (delta === null) return missing(numbers.previous ? `${title}上一轮平均得分` : '上一轮检查结果');
  const words = delta === 0 ? '持平' : `${delta > 0 ? '提升' : '下降'}${formatPoints(Math.abs(delta))}分`;
  // Averages on different scales do not compare; a person has to look.
  const comparable = fullScores.join() === previousFullScores.join();
  return comparable ? words : `${words}【待核：两轮满分不同】`;
}

function fullText({ fullScores }: ScopeNumbers, title: string): string {
  const [full] = fullScores;
  if (full === undefined) return missing(`${title}满分`);
  return fullScores.length > 1 ? missing(`${title}满分不一致`) : formatPoints(full);
}

function averageSentence(
  who: string,
  scope: ScopeNumbers,
  numbers: RoundNumbers,
  bonus: number | undefined,
): string {
  const full = `（满分${fullText(scope, who)}分${bonus === undefined ? '' : `，其中加分指标${formatPoints(bonus)}分`}）`;
  return `${who}平均得分为${averageText(scope, who)}分${full}，${comparedWith(numbers)}${deltaText(scope, who, numbers)}`;
}

/** What the bonus can give at most, when it is the same for all averaged sheets and there is one. Hundredths. */
function bonusOf({ book }: PaperMaterial, { average }: ScopeNumbers): number | undefined {
  const averaged = new Set(average?.subjectIds);
  const most = book.entries.flatMap(({ subject, sheet }) =>
    sheet && averaged.has(subject.id)
      ? [sheet.parts.filter(({ kind }) => kind === 'bonus').reduce((sum, { full }) => sum + full, 0)]
      : [],
  );
  const [first] = most;
  return first && most.every((one) => one === first) ? first : undefined;
}

/** Quarters are compared with the quarter before. */
function comparedWith({ roundName, previous }: RoundNumbers): string {
  const quarters = [roundName, previous?.name ?? roundName].every((name) => name.includes('季度'));
  return quarters ? '较上季度' : '较上一轮';
}

function coverage({ assigned, inspected, finished }: ScopeNumbers, counted: string): string {
  const open = assigned.length - finished.length;
  if (open === 0) return '全覆盖检查';
  return `检查【待核：应检查${counted}${assigned.length}个，已检查${inspected.length}个，已完成${finished.length}个】`;
}

function unqualified({ book }: PaperMaterial, scope: ScopeNumbers, counted: string): string {
  const undetermined =
    scope.undetermined.length > 0 ? `【待核：${scope.undetermined.length}个${counted}结论待定】` : '';
  if (scope.finished.length === 0) return missing(`${counted}检查结论`);
  if (scope.unqualified.length === 0) return `未发现不合格${counted}${undetermined}`;
  const names = new Map(book.entries.map(({ subject }) => [subject.id, subject.name]));
  const list = scope.unqualified.map(({ subjectId, vetoes, total }) => {
    const why = vetoes.map(({ indicator, text }) => `${indicator}：${text}`).join('；');
    const reason = why || (total === null ? '' : `得分${formatPoints(total)}分`);
    return `${names.get(subjectId) ?? subjectId}${reason ? `（${reason}）` : ''}`;
  });
  return `发现不合格${counted}${list.length}个：${list.join('，')}${undetermined}`;
}

function platforms({ platforms: tallies }: ScopeNumbers): string {
  return tallies
    .filter(({ assigned }) => assigned.length > 0)
    .map(({ platform, assigned }) =>
      platform
        ? `${PLATFORM_WORDS[platform]}${assigned.length}个`
        : `未注明平台${assigned.length}个${missing('台账中的平台')}`,
    )
    .join('、');
}
