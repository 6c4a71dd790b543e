// A set seen as a flat list of criteria, in the order of the document.
import type { Category, Criterion, Indicator, IndicatorSet, Part } from '@/lib/model/indicator-set';

/** A criterion with everything it stands in. */
export interface CriterionPlace {
  part: Part;
  category: Category;
  indicator: Indicator;
  criterion: Criterion;
}

/** All criteria of a set with their part, category and indicator, in document order. */
export function criteriaOf(set: IndicatorSet): CriterionPlace[] {
  return set.parts.flatMap((part) =>
    part.categories.flatMap((category) =>
      category.indicators.flatMap((indicator) =>
        indicator.criteria.map((criterion) => ({ part, category, indicator, criterion })),
      ),
    ),
  );
}
