// One inspected page as JSON, the contract that other programs read; sorted, so that equal inspections give equal bytes.
import type { z } from 'zod';
import type { SessionView } from '@/lib/desk/protocol';
import { suggest } from '@/lib/indicators/suggest';
import type { CheckResult } from '@/lib/model/finding';
import { INSPECTION_SCHEMA, Inspection } from '@/lib/model/inspection';
import type { Skip } from '@/lib/model/primitives';
import type { Run } from '@/lib/model/session';
import {
  AccessibilitySummary,
  ExternalLinksSummary,
  IdentityElement,
  IdentitySummary,
  ImagesSummary,
  LinksSummary,
  PageTagsSummary,
} from '@/lib/model/summary';
import { checkTitle, sortedSkips } from '@/lib/report/check-report';
import { type ElementPage, identityPages } from '@/lib/report/identity-pages';
import { scoreSheet } from '@/lib/scoring/score';
import { byCodePoint } from '@/lib/text/order';

/** The checks whose summaries the contract names. */
export const SUMMARY_CHECKS = {
  identity: 'identification',
  images: 'broken-images',
  externalLinks: 'unmarked-external-links',
  accessibility: 'accessibility',
} as const;

/**
 * The inspection of one page: `run` is one of the view's runs. Parts whose check did not finish are empty, and `skipped`
 * says so. The suggestions are those of this page; the sheet is the session's.
 */
export function buildInspection(view: SessionView, run: Run): Inspection {
  const results = [...run.results].sort((a, b) => byCodePoint(a.checkId, b.checkId));
  const missing: Skip[] = [];
  const summary = <S extends z.ZodType>(checkId: string, schema: S, empty: z.output<S>): z.output<S> => {
    const result = results.find((r) => r.checkId === checkId);
    const parsed = schema.safeParse(result?.summary);
    if (parsed.success) return parsed.data;
    missing.push({ what: checkTitle(checkId), why: whyMissing(result) });
    return empty;
  };
  const identity = summary(SUMMARY_CHECKS.identity, IdentitySummary, []);
  const linkStatus = LinksSummary.safeParse(results.find((r) => r.checkId === 'dead-links')?.summary);
  const tags = PageTagsSummary.safeParse(results.find((r) => r.checkId === 'page-tags')?.summary);
  const images = summary(SUMMARY_CHECKS.images, ImagesSummary, { total: 0, broken: [] });
  const links = summary(SUMMARY_CHECKS.externalLinks, ExternalLinksSummary, {
    total: 0,
    governmentHosts: 0,
    unmarked: [],
    marked: [],
  });
  const accessibility = summary(SUMMARY_CHECKS.accessibility, AccessibilitySummary, {
    violations: [],
    needsReview: [],
  });
  const barriers = AccessibilitySummary.safeParse(results.find((r) => r.checkId === 'barriers')?.summary);
  const own = barriers.success ? barriers.data : { violations: [], needsReview: [] };
  // Parsing gives every record the key order of its schema and drops what the contract does not name.
  return Inspection.parse({
    schema: INSPECTION_SCHEMA,
    url: run.url,
    finalUrl: run.finalUrl,
    at: run.at,
    durationMs: Math.round(run.durationMs),
    set: { id: view.set.id, version: view.set.version },
    identity: sortedBy(identity, (e) => [
      String(ELEMENTS.indexOf(e.element)),
      e.frame ?? '',
      e.selector ?? '',
    ]),
    ...(linkStatus.success ? { links: linkStatus.data } : {}),
    ...(tags.success ? { pageTags: tags.data } : {}),
    images: { ...images, broken: sortedBy(images.broken, (i) => [i.src, i.selector, i.reason]) },
    externalLinks: {
      ...links,
      unmarked: sortedBy(links.unmarked, (l) => [l.href, l.selector]),
      marked: sortedBy(links.marked, (l) => [l.href, l.how]),
    },
    accessibility: {
      violations: sortedRules([...accessibility.violations, ...own.violations]),
      needsReview: sortedRules([...accessibility.needsReview, ...own.needsReview]),
    },
    ...siteIdentity(view),
    checks: results.map((result) => ({
      id: result.checkId,
      outcome: result.outcome,
      findings: result.findings.length,
      ms: Math.round(result.ms),
      ...(result.error ? { error: result.error.detail } : {}),
    })),
    findings: sortedBy(
      results.flatMap((result) => result.findings),
      (f) => [f.checkId, f.kind, f.item, f.key],
    ),
    suggestions: sortedBy(suggest(view.set, [run], view.decisions), (s) => [s.criterionId, s.checkId]),
    sheet: scoreSheet(view.set, view.verdicts, { hasServices: view.subject.hasServices }),
    skipped: sortedSkips([...run.skipped, ...results.flatMap((result) => result.skipped), ...missing]),
  });
}

/** Elements over all inspected pages; left out when the check came to its end on none. */
function siteIdentity(view: SessionView): Pick<Inspection, 'siteIdentity'> {
  const { inspected, elements } = identityPages(view);
  if (inspected === 0) return {};
  return {
    siteIdentity: elements.map(({ element, pages }) => {
      const urls = (chosen: (page: ElementPage) => boolean) => pages.filter(chosen).map(({ url }) => url);
      return {
        element,
        missing: urls(({ state }) => state === 'missing'),
        malformed: urls(({ state }) => state === 'malformed'),
        doubtful: urls(({ doubtful }) => doubtful),
      };
    }),
  };
}

/** The inspection as the text of a JSON file. */
export function inspectionText(inspection: Inspection): string {
  return `${JSON.stringify(inspection, null, 2)}\n`;
}

const ELEMENTS = IdentityElement.options;

function whyMissing(result: CheckResult | undefined): string {
  if (!result) return '本次没有运行该项检查';
  if (result.error) return `检查未能完成：${result.error.detail}`;
  return result.outcome === 'inapplicable' ? '该项检查不适用于本页面' : '该项检查没有给出汇总';
}

function sortedRules(rules: AccessibilitySummary['violations']): AccessibilitySummary['violations'] {
  return sortedBy(
    rules.map((rule) => ({ ...rule, nodes: sortedBy(rule.nodes, (n) => [n.frame ?? '', n.selector]) })),
    (rule) => [rule.rule],
  );
}

function sortedBy<T>(items: readonly T[], keysOf: (item: T) => string[]): T[] {
  const keyed = items.map((item) => ({ item, keys: keysOf(item) }));
  keyed.sort((a, b) => {
    for (const [i, key] of a.keys.entries()) {
      const order = byCodePoint(key, b.keys[i] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
