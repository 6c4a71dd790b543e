// The rows of 评分表: every criterion of the set with its verdict, what it takes or gives, and why.
import type { SessionView } from '@/lib/desk/protocol';
import type { PartKind } from '@/lib/model/indicator-set';
import type { VerdictStatus } from '@/lib/model/session';
import type { Sheet, SheetPart } from '@/lib/model/sheet';
import { explainCriterion } from '@/lib/scoring/explain';
import { formatPoints } from '@/lib/scoring/format-points';
import { latestVerdicts } from '@/lib/scoring/latest-verdicts';
import { countingRule, UNCONFIRMED, verdictWord } from './words';

export interface ScoreRow {
  criterionId: string;
  category: string;
  indicator: string;
  /** Full points of the indicator, hundredths; null in the veto part. */
  indicatorPoints: number | null;
  criterion: string;
  /** How it counts, e.g. “每处扣 1 分”. */
  rule: string;
  status: VerdictStatus;
  verdict: string;
  /** Occurrences; null unless hit. */
  count: number | null;
  /** Points taken (or given, in the bonus part) by this criterion, hundredths; null when it does not count. */
  points: number | null;
  reason: string;
  note: string;
  source: string;
  /** false: a number of this line is not confirmed by the source. */
  confirmed: boolean;
}

export interface ScorePart {
  kind: PartKind;
  /** Title with its points, e.g. “扣分指标（满分 100 分，扣 2.5 分）”. */
  heading: string;
  rows: ScoreRow[];
}

/** All criteria in the order of the set, by part. */
export function scoreParts(view: SessionView, sheet: Sheet): ScorePart[] {
  const verdicts = latestVerdicts(view.verdicts);
  return view.set.parts.map((part, p) => {
    const scored = sheet.parts[p];
    const byId = new Map(
      (scored?.categories ?? []).flatMap((category) =>
        category.indicators.flatMap((indicator) =>
          indicator.criteria.map((line) => [line.id, { line, indicator, category }] as const),
        ),
      ),
    );
    const rows = part.categories.flatMap((category) =>
      category.indicators.flatMap((indicator) =>
        indicator.criteria.map((criterion): ScoreRow => {
          const found = byId.get(criterion.id);
          const status = found?.line.status ?? 'untested';
          const hit = status === 'hit';
          const confirmed =
            criterion.confirmed && indicator.confirmed && category.confirmed !== false && part.confirmed;
          return {
            criterionId: criterion.id,
            category: category.name,
            indicator: indicator.name,
            indicatorPoints: part.kind === 'veto' ? null : (found?.indicator.full ?? indicator.points),
            criterion: criterion.text,
            rule: countingRule(part.kind, criterion) + (confirmed ? '' : `（${UNCONFIRMED}）`),
            status,
            verdict: verdictWord(part.kind, status),
            count: hit ? (found?.line.count ?? null) : null,
            points: part.kind === 'veto' || !hit ? null : (found?.line.points ?? null),
            // The counting rule beside it already says what is not confirmed.
            reason: explainCriterion(view.set, sheet, criterion.id).replace(`（${UNCONFIRMED}）`, ''),
            note: verdicts.get(criterion.id)?.note ?? '',
            source: criterion.source,
            confirmed,
          };
        }),
      ),
    );
    return { kind: part.kind, heading: partHeading(part.title, part.kind, scored), rows };
  });
}

function partHeading(title: string, kind: PartKind, scored: SheetPart | undefined): string {
  if (!scored) return title;
  if (kind === 'veto') {
    const hits = scored.categories
      .flatMap((c) => c.indicators.flatMap((i) => i.criteria))
      .filter((c) => c.status === 'hit');
    return `${title}（${hits.length > 0 ? `触发 ${hits.length} 项` : '未触发'}）`;
  }
  const verb = kind === 'bonus' ? '得' : '扣';
  return `${title}（满分 ${formatPoints(scored.full)} 分，${verb} ${formatPoints(scored.points)} 分）`;
}
