// The table of all checks for docs/checks.md: what each sees, what it cannot see, and which criteria it speaks to.
import type { Check } from '@/lib/checks/engine/define-check';
import type { CheckWording } from '@/lib/locale/check-wording';
import type { CheckLink, IndicatorSet } from '@/lib/model/indicator-set';
import { criteriaOf } from './criteria';

/** What the page needs to know of the checks. */
export interface ChecksPageSource {
  checks: ReadonlyMap<string, Pick<Check, 'id' | 'scope' | 'onDemand'>>;
  /** Ids of checks over all pages of a session. */
  siteChecks: Iterable<string>;
  wording: ReadonlyMap<string, CheckWording>;
  sets: readonly IndicatorSet[];
}

/** Markdown, byte-stable: checks by id, criteria in the order of the sets. */
export function checksPage({ checks, siteChecks, wording, sets }: ChecksPageSource): string {
  const rows = [
    ...[...checks.values()].map(({ id, scope, onDemand }) => ({
      id,
      start: onDemand ? '专项检查' : '一键检查',
      scope: scope === 'page' ? '逐页' : '全站一次',
    })),
    ...[...siteChecks].map((id) => ({ id, start: '随每次检查汇总', scope: '全站汇总' })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${[
    '# 自动检查一览',
    '',
    '<!-- Made from the checks, their wording and the shipped sets by `npx vitest run test/indicators/checks-page.test.ts -u`; the same test keeps it true. -->',
    '',
    '自动检查只提出建议，是否计入由检查员认定。“不能发现”的内容须人工检查。',
    '',
    '| 检查 | 启动与范围 | 能发现 | 不能发现 | 对应的评分点 |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(({ id, start, scope }) => {
      const words = wording.get(id);
      const cells = [
        `${words?.title ?? id}<br>\`${id}\``,
        `${start}；${scope}`,
        words?.sees ?? '',
        words?.cannotSee ?? '',
        criteriaFor(id, sets) || '（未对应）',
      ];
      return `| ${cells.map(cell).join(' | ')} |`;
    }),
  ].join('\n')}\n`;
}

/** The criteria that the check is linked to, each text once with the sets that have it. */
function criteriaFor(checkId: string, sets: readonly IndicatorSet[]): string {
  const found = new Map<string, { text: string; sets: Set<string>; kinds: Set<string> }>();
  for (const set of sets) {
    for (const { criterion } of criteriaOf(set)) {
      const links = criterion.checks.filter(({ check }) => check === checkId);
      if (links.length === 0) continue;
      const known = found.get(criterion.id) ?? { text: criterion.text, sets: new Set(), kinds: new Set() };
      known.sets.add(set.id);
      for (const link of links) for (const kind of kindsOf(link)) known.kinds.add(kind);
      found.set(criterion.id, known);
    }
  }
  return [...found.values()]
    .map(({ text, sets: ids, kinds }) => {
      const named = [...kinds].sort().join('、');
      return `${text}（${[...ids].sort().join('、')}${named ? `；${named}` : ''}）`;
    })
    .join('<br>');
}

function kindsOf({ kinds, outcomes }: CheckLink): string[] {
  const mark = outcomes && !outcomes.includes('fail') ? '（待核实）' : '';
  return (kinds ?? []).map((kind) => `\`${kind}\`${mark}`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
}
