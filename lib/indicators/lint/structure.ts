// Names that must be unique and references that must lead somewhere: ids, parts, checks, the category of naPolicy.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Path } from '../set-problem';
import type { KnownChecks } from './check-params';
import type { Report } from './report';

const PART_NAMES = { veto: '单项否决', deduction: '扣分', bonus: '加分' } as const;

/** What must be unique is, and what is referred to exists. */
export function checkStructure(set: IndicatorSet, knownChecks: KnownChecks, report: Report): void {
  checkParts(set, report);
  checkIds(set, report);
  checkLinks(set, knownChecks, report);
  checkNaPolicy(set, report);
}

function checkParts(set: IndicatorSet, report: Report): void {
  const seen = new Set<string>();
  set.parts.forEach((part, index) => {
    const path = ['parts', index];
    if (seen.has(part.kind)) {
      report.error(
        [...path, 'kind'],
        `与前面的部分同为“${PART_NAMES[part.kind]}”，每种部分只能有一个，请合并`,
      );
    }
    seen.add(part.kind);
    if (part.categories.length === 0) {
      report.error([...path, 'categories'], '没有任何指标，请补充评分点或删除该部分');
    }
  });
  if (seen.has('bonus') && !seen.has('deduction')) {
    report.warning(['parts'], '有加分部分而没有扣分部分，加分不会计入，请核对');
  }
  if (set.bonusGate !== undefined && !seen.has('bonus')) {
    report.warning(['bonusGate'], '没有加分部分，“加分门槛”不起作用，建议删除');
  }
}

function checkIds(set: IndicatorSet, report: Report): void {
  const owners = { 类别: new Set<string>(), 指标: new Set<string>(), 评分点: new Set<string>() };
  const claim = (kind: keyof typeof owners, id: string, path: Path) => {
    if (owners[kind].has(id)) {
      report.error([...path, 'id'], `的编号“${id}”与前面的${kind}重复，请换一个编号`);
    }
    owners[kind].add(id);
  };
  set.parts.forEach((part, p) => {
    part.categories.forEach((category, c) => {
      const categoryPath = ['parts', p, 'categories', c];
      claim('类别', category.id, categoryPath);
      category.indicators.forEach((indicator, i) => {
        const indicatorPath = [...categoryPath, 'indicators', i];
        claim('指标', indicator.id, indicatorPath);
        const texts = new Set<string>();
        indicator.criteria.forEach((criterion, k) => {
          const path = [...indicatorPath, 'criteria', k];
          claim('评分点', criterion.id, path);
          if (texts.has(criterion.text)) {
            report.warning([...path, 'text'], '与同一指标下前面的评分点内容相同，请核对');
          }
          texts.add(criterion.text);
        });
      });
    });
  });
}

function checkLinks(set: IndicatorSet, knownChecks: KnownChecks, report: Report): void {
  const known = [...knownChecks.keys()].sort().join('、');
  set.parts.forEach((part, p) => {
    part.categories.forEach((category, c) => {
      category.indicators.forEach((indicator, i) => {
        indicator.criteria.forEach((criterion, k) => {
          criterion.checks.forEach((link, l) => {
            if (knownChecks.has(link.check)) return;
            const path = ['parts', p, 'categories', c, 'indicators', i, 'criteria', k, 'checks', l, 'check'];
            report.error(path, `关联了不存在的自动检查“${link.check}”，可用的有：${known}，请改正或删除`);
          });
        });
      });
    });
  });
}

function checkNaPolicy(set: IndicatorSet, report: Report): void {
  const policy = set.naPolicy;
  if (policy.kind === 'none') return;
  const path = ['naPolicy', 'categoryId'];
  const part = set.parts.find((one) => one.kind === 'deduction');
  const category = part?.categories.find((one) => one.id === policy.categoryId);
  if (part === undefined || category === undefined) {
    report.error(path, `的不适用规则所指类别“${policy.categoryId}”在扣分部分中不存在，请改为已有的类别编号`);
  } else if (category.points >= part.points) {
    report.error(path, `的不适用规则所指类别“${category.name}”占全部分值，去除后无从折算，请改正`);
  }
}
