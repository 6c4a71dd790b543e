// The words behind every number of a sheet, so that an inspected unit can recompute it with pencil and paper.
import { type CriterionPlace, criteriaOf } from '@/lib/indicators/criteria';
import { uncappedPointsFor } from '@/lib/indicators/criterion-points';
import type { IndicatorSet, PartKind } from '@/lib/model/indicator-set';
import type { Sheet, SheetCategory, SheetCriterion, SheetIndicator } from '@/lib/model/sheet';
import { formatPoints } from './format-points';

const UNCONFIRMED = '（权重未经原文核对）';
const VERB: Record<PartKind, string> = { veto: '否决', deduction: '扣', bonus: '加' };

/**
 * How one criterion's number came about: points × count, its cap, an amount set by hand; or why there is none.
 * One Chinese text of one or two sentences; '' for an id that the set or the sheet does not have.
 */
export function explainCriterion(set: IndicatorSet, sheet: Sheet, criterionId: string): string {
  const place = placesOf(set).get(criterionId);
  const line = linesOf(sheet).get(criterionId);
  if (place === undefined || line === undefined) return '';
  const mark = place.part.kind !== 'veto' && !place.criterion.confirmed ? UNCONFIRMED : '';
  return `${criterionSentence(place, line, sheet)}${mark}`;
}

/**
 * How one indicator's number came about: its criteria's numbers, their sum and the cap by its full points.
 * '' for an id that the set or the sheet does not have.
 */
export function explainIndicator(set: IndicatorSet, sheet: Sheet, indicatorId: string): string {
  const lines = [...linesOf(sheet).values()].filter(({ indicator }) => indicator.id === indicatorId);
  const [line] = lines;
  const place = line && placesOf(set).get(line.criterion.id);
  if (place === undefined || line === undefined) return '';
  const { indicator, category } = line;
  const kind = place.part.kind;
  if (kind === 'veto') {
    const hits = lines.filter(({ criterion }) => criterion.status === 'hit').length;
    const open = openCriteria(indicator);
    if (hits > 0) return `“${indicator.name}”认定 ${hits} 项，触发单项否决。`;
    return open > 0
      ? `“${indicator.name}”尚有 ${open} 项未检或有争议，暂未触发单项否决。`
      : `“${indicator.name}”未触发单项否决。`;
  }
  const mark = indicator.confirmed ? '' : UNCONFIRMED;
  const head = `“${indicator.name}”分值 ${formatPoints(indicator.full)} 分${mark}`;
  if (category.excluded) return `${head}：该对象无对外服务，“${category.name}”不参与评分。`;
  if (sheet.vetoHits.length > 0) return `${head}：已触发单项否决，不再评分。`;
  const spread =
    indicator.full === place.indicator.points
      ? ''
      : `（原为 ${formatPoints(place.indicator.points)} 分，另分摊 ${formatPoints(indicator.full - place.indicator.points)} 分）`;
  return `${head}${spread}：${indicatorSum(placesOf(set), lines, kind)}${openTail(indicator)}`;
}

interface Line {
  category: SheetCategory;
  indicator: SheetIndicator;
  criterion: SheetCriterion;
}

/** Sets and sheets are never changed in place, so each is walked once for all of its criteria; by criterion id. */
const knownPlaces = new WeakMap<IndicatorSet, ReadonlyMap<string, CriterionPlace>>();
const knownLines = new WeakMap<Sheet, ReadonlyMap<string, Line>>();

function placesOf(set: IndicatorSet): ReadonlyMap<string, CriterionPlace> {
  const known = knownPlaces.get(set);
  if (known) return known;
  const places = new Map(criteriaOf(set).map((place) => [place.criterion.id, place]));
  knownPlaces.set(set, places);
  return places;
}

function linesOf(sheet: Sheet): ReadonlyMap<string, Line> {
  const known = knownLines.get(sheet);
  if (known) return known;
  const lines = new Map<string, Line>();
  for (const part of sheet.parts)
    for (const category of part.categories)
      for (const indicator of category.indicators)
        for (const criterion of indicator.criteria)
          lines.set(criterion.id, { category, indicator, criterion });
  knownLines.set(sheet, lines);
  return lines;
}

function indicatorSum(
  places: ReadonlyMap<string, CriterionPlace>,
  lines: readonly Line[],
  kind: PartKind,
): string {
  const verb = VERB[kind];
  const hits = lines.filter(({ criterion }) => criterion.status === 'hit');
  const [first] = hits;
  if (first === undefined) return `未发现需${verb}分的情形，${verb} 0 分。`;
  const { indicator } = first;
  const terms = hits.map(({ criterion }) => {
    const place = places.get(criterion.id);
    return place === undefined
      ? formatPoints(criterion.points)
      : `“${clause(place.criterion.text)}”${calculation(place, criterion)}`;
  });
  const sum = hits.map(({ criterion }) => formatPoints(criterion.points)).join(' + ');
  const total = hits.length > 1 ? `；合计 ${sum} = ${formatPoints(indicator.uncapped)} 分` : '';
  return indicator.uncapped > indicator.full
    ? `${terms.join('；')}${total}；超过指标分值，按 ${formatPoints(indicator.full)} 分封顶，${verb} ${formatPoints(indicator.points)} 分。`
    : `${terms.join('；')}${total}；${verb} ${formatPoints(indicator.points)} 分。`;
}

function criterionSentence(place: CriterionPlace, line: Line, sheet: Sheet): string {
  const kind = place.part.kind;
  const verb = VERB[kind];
  if (line.category.excluded) return `该对象无对外服务，“${line.category.name}”不参与评分。`;
  switch (line.criterion.status) {
    case 'untested':
      return kind === 'veto' ? '尚未检查。' : `尚未检查，暂未${verb}分。`;
    case 'ok':
      return kind === 'bonus' ? '未达到加分条件，加 0 分。' : '未发现问题。';
    case 'na':
      return kind === 'veto' ? '不适用。' : `不适用，${verb} 0 分。`;
    case 'disputed':
      return kind === 'veto' ? '认定有争议，待核定。' : `认定有争议，待核定，暂${verb} 0 分。`;
    case 'hit':
      if (kind === 'veto') return '认定属实，触发单项否决，判定为不合格。';
      if (sheet.vetoHits.length > 0)
        return `认定 ${line.criterion.count} 处；已触发单项否决，不再评分，${verb} 0 分。`;
      return `${calculation(place, line.criterion)}，${verb} ${formatPoints(line.criterion.points)} 分。`;
  }
}

/** "每处 0.2 分 × 3 处 = 0.6 分，评分点封顶 0.5 分", or the amount set by hand. */
function calculation({ part, criterion }: CriterionPlace, line: SheetCriterion): string {
  const byHand = line.amount !== undefined;
  const before = line.amount ?? uncappedPointsFor(criterion, line.count);
  const cap = before > line.points ? `，评分点封顶 ${formatPoints(line.points)} 分` : '';
  if (byHand) return `人工核定 ${formatPoints(before)} 分（认定 ${line.count} 处）${cap}`;
  if (criterion.per === 'once') return `只${VERB[part.kind]}一次 ${formatPoints(before)} 分${cap}`;
  return `每处 ${formatPoints(criterion.points)} 分 × ${line.count} 处 = ${formatPoints(before)} 分${cap}`;
}

function openTail(indicator: SheetIndicator): string {
  const open = openCriteria(indicator);
  return open === 0 ? '' : `另有 ${open} 个评分点未检或有争议。`;
}

function openCriteria(indicator: SheetIndicator): number {
  return indicator.criteria.filter(({ status }) => status === 'untested' || status === 'disputed').length;
}

function clause(text: string): string {
  return text.replace(/[。；]+$/u, '');
}
