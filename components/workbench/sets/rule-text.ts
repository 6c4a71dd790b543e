// Says in words how a set scores as a whole: pass line, bonus gate, veto, and what “not applicable” does.
import { itemWords, kindWords } from '@/lib/locale/zh-CN/link-words';
import type { CheckLink, IndicatorSet } from '@/lib/model/indicator-set';
import { checkTitle } from '@/lib/report/check-report';
import { formatPoints } from '@/lib/scoring/format-points';

/** One sentence per rule, in the order an inspector asks for them. */
export function scoringRules(set: IndicatorSet): string[] {
  const rules: string[] = [];
  const scored = set.parts.some(({ kind }) => kind !== 'veto');
  if (set.parts.some(({ kind }) => kind === 'veto'))
    rules.push(
      !scored
        ? '只设单项否决：触发任何一项即不合格，不计分。'
        : set.vetoScore === undefined
          ? '触发任何一项单项否决即不合格，其余不计分。'
          : `触发任何一项单项否决即不合格，得分记为 ${formatPoints(set.vetoScore)} 分。`,
    );
  if (set.passLine !== undefined) rules.push(`低于 ${formatPoints(set.passLine)} 分为不合格。`);
  if (set.bonusGate !== undefined) rules.push(`扣分后高于 ${formatPoints(set.bonusGate)} 分的，计入加分。`);
  const { naPolicy } = set;
  if (naPolicy.kind !== 'none') {
    const category = set.parts
      .flatMap(({ categories }) => categories)
      .find(({ id }) => id === naPolicy.categoryId);
    const name = category?.name ?? naPolicy.categoryId;
    rules.push(
      naPolicy.kind === 'rescale'
        ? `没有对外服务的单位，不检查“${name}”，其余得分按比例折算为满分。`
        : `没有对外服务的单位，不检查“${name}”，其分值按比例分摊到其余指标。`,
    );
  }
  return rules;
}

/** A criterion's link to a machine check, e.g. “网站标识要素（缺少；主办单位、联系方式）”; what has no word is named by its id. */
export function linkText({ check, kinds, items, outcomes }: CheckLink): string {
  const named = [
    kinds?.map((kind) => kindWords[kind] ?? kind),
    items?.map((item) => itemWords[item] ?? item),
  ];
  const limits = named.flatMap((words) => (words && words.length > 0 ? [words.join('、')] : []));
  if (outcomes?.length === 1) limits.push(outcomes[0] === 'fail' ? '仅确定的' : '仅待核实的');
  return `${checkTitle(check)}${limits.length > 0 ? `（${limits.join('；')}）` : ''}`;
}
