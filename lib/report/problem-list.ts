// The problems for 问题清单: what the inspector decided to be wrong, each with page, spot, pictures, rule and advice.
import { checkWording } from '@/lib/checks/engine/catalogue';
import type { SessionView } from '@/lib/desk/protocol';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Finding } from '@/lib/model/finding';
import type { Criterion, Indicator } from '@/lib/model/indicator-set';
import type { Evidence, Verdict } from '@/lib/model/session';
import { latestVerdicts } from '@/lib/scoring/latest-verdicts';
import { byCodePoint } from '@/lib/text/order';
import { UNCONFIRMED } from './words';

export interface Problem {
  /** 1, 2, 3 … in the list. */
  number: number;
  criterionId: string;
  problem: string;
  /** Addresses of the pages, sorted. */
  pages: string[];
  spot: string;
  /** Pictures shown with this problem; each picture is shown once in the list. */
  evidence: Evidence[];
  /** Pictures that stand with an earlier problem, by number. */
  seeAlso: number[];
  rule: string;
  advice: string;
}

export interface ProblemList {
  problems: Problem[];
  /** Pictures that belong to no problem, by number. */
  otherEvidence: Evidence[];
}

interface Spot {
  finding: Finding;
  /** Pages and places of the same finding; several for a site-wide one. */
  places: Finding[];
  /** The latest check of its page no longer shows it. */
  gone: boolean;
}

/**
 * One problem per finding behind a verdict “有问题”, and one for what was decided by hand alone. The bonus part has no
 * problems. Order: as in the set, then by page and place.
 */
export function problemList(view: SessionView): ProblemList {
  const problems: Problem[] = [];
  const shown = new Set<string>();
  const evidence = [...view.evidence].sort((a, b) => a.number - b.number);
  const verdicts = latestVerdicts(view.verdicts);
  for (const { part, indicator, criterion } of criteriaOf(view.set)) {
    if (part.kind === 'bonus') continue;
    const verdict = verdicts.get(criterion.id);
    if (verdict?.status !== 'hit') continue;
    const own = evidence.filter((e) => verdict.evidenceIds.includes(e.id) || e.criterionId === criterion.id);
    for (const draft of draftsOf(view, criterion, verdict, own)) {
      problems.push({
        number: problems.length + 1,
        criterionId: criterion.id,
        problem: draft.problem,
        pages: draft.pages,
        spot: draft.spot,
        evidence: draft.evidence.filter((e) => !shown.has(e.id)),
        seeAlso: draft.evidence.filter((e) => shown.has(e.id)).map((e) => e.number),
        rule: ruleText(indicator, criterion),
        advice: draft.advice || `请对照“${indicator.name}”的要求整改，并逐页复核。`,
      });
      for (const e of draft.evidence) shown.add(e.id);
    }
  }
  return { problems, otherEvidence: evidence.filter((e) => !shown.has(e.id)) };
}

/** Where a finding is, in words: its text, its place in the page, its frame. */
export function spotText({ locator }: Finding): string {
  const parts = [
    locator.text ? `“${shorten(locator.text.replace(/\s+/g, ' ').trim(), 80)}”` : '',
    locator.selector ? shorten(locator.selector, 300) : '',
    locator.frame ? `（在框架 ${shorten(locator.frame, 200)} 内）` : '',
  ].filter((part) => part !== '');
  return parts.join('\n') || '整个页面';
}

const GONE = '最近一次自动检查中已不再出现，请复核。';

type Draft = Pick<Problem, 'problem' | 'pages' | 'spot' | 'evidence' | 'advice'>;

function draftsOf(view: SessionView, criterion: Criterion, verdict: Verdict, own: Evidence[]): Draft[] {
  const { spots, lost } = findSpots(view, criterion, verdict);
  const drafts = spots.map(({ finding, places, gone }): Draft => {
    const keys = new Set(places.flatMap((place) => [place.key, place.siteKey]));
    return {
      problem: gone ? `${finding.message}\n${GONE}` : finding.message,
      pages: sorted(places.map((place) => place.locator.url)),
      spot: placesText(places),
      evidence: own.filter((e) => e.findingKey !== undefined && keys.has(e.findingKey)),
      advice: finding.advice ?? checkWording.get(finding.checkId)?.advice ?? '',
    };
  });
  const placed = new Set(drafts.flatMap((draft) => draft.evidence));
  const rest = own.filter((e) => !placed.has(e));
  const byHand = verdict.count - drafts.length;
  if (drafts.length > 0 && byHand <= 0) {
    const [first] = drafts;
    if (first) {
      first.evidence = [...first.evidence, ...rest].sort((a, b) => a.number - b.number);
      if (verdict.note) first.problem += `\n备注：${verdict.note}`;
    }
    return drafts;
  }
  const many = drafts.length > 0 ? `（另计 ${byHand} 处）` : byHand > 1 ? `（共 ${byHand} 处）` : '';
  drafts.push({
    problem: [
      `${criterion.text}${many}`,
      verdict.note,
      lost > 0 ? `其中 ${lost} 处曾由自动检查发现，最近一次自动检查中已不再出现。` : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    pages: sorted(rest.length > 0 ? rest.map((e) => e.url) : [view.subject.url ?? '']),
    spot: rest.map((e) => `图${e.number}${e.caption ? `：${e.caption}` : ''}`).join('\n') || '见问题描述',
    evidence: rest,
    advice: '',
  });
  return drafts;
}

/**
 * The findings behind a verdict, one per key: of the latest runs, else of the earlier ones that are still known; `lost`
 * keys are in neither.
 */
function findSpots(
  view: SessionView,
  criterion: Criterion,
  verdict: Verdict,
): { spots: Spot[]; lost: number } {
  const all = view.runs.flatMap((run) => run.results.flatMap((result) => result.findings));
  const spots: Spot[] = [];
  let lost = 0;
  for (const key of verdict.findingKeys) {
    const named = (f: Finding) =>
      criterion.scope === 'site' ? f.siteKey === key || f.key === key : f.key === key;
    const present = all.filter(named);
    const gone = present.length === 0;
    const places = gone ? (view.earlierFindings ?? []).filter(named) : present;
    places.sort((a, b) => byCodePoint(a.locator.url, b.locator.url) || byCodePoint(a.key, b.key));
    const [finding] = places;
    if (finding) spots.push({ finding, places, gone });
    else lost++;
  }
  spots.sort(
    (a, b) =>
      byCodePoint(a.finding.locator.url, b.finding.locator.url) ||
      byCodePoint(a.finding.checkId, b.finding.checkId) ||
      byCodePoint(a.finding.kind, b.finding.kind) ||
      byCodePoint(a.finding.item, b.finding.item) ||
      byCodePoint(a.finding.key, b.finding.key),
  );
  return { spots, lost };
}

function placesText(places: Finding[]): string {
  const [first] = places;
  if (!first) return '';
  return places.length === 1 ? spotText(first) : `${spotText(first)}\n共在 ${places.length} 个页面出现`;
}

function ruleText(indicator: Indicator, criterion: Criterion): string {
  const source = criterion.source ? `\n来源：${criterion.source}` : '';
  const mark = criterion.confirmed && indicator.confirmed ? '' : `（${UNCONFIRMED}）`;
  return `${indicator.name}：${criterion.text}${source}${mark}`;
}

function sorted(values: string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort(byCodePoint);
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
