// Everything that follows from a session and the page in front: sheet, suggestions, lists. Computed only when its sources change.
import { useMemo } from 'react';
import type { SessionView } from '@/lib/desk/protocol';
import { suggest } from '@/lib/indicators/suggest';
import type { Evidence } from '@/lib/model/session';
import { scoreSheet } from '@/lib/scoring/score';
import { buildChecklist, byCriterion } from './checklist-model';
import { decisionIndex, findingRows, runOfPage } from './findings-model';
import type { UiState } from './ui-state';

export function useSessionModel(view: SessionView, ui: UiState, url: string) {
  const { set, runs, decisions, verdicts, evidence } = view;
  const { hasServices } = view.subject;
  const { filter, query, findings } = ui;
  const sheet = useMemo(() => scoreSheet(set, verdicts, { hasServices }), [set, verdicts, hasServices]);
  const suggestions = useMemo(() => suggest(set, runs, decisions), [set, runs, decisions]);
  const suggested = useMemo(() => byCriterion(suggestions), [suggestions]);
  const verdictById = useMemo(() => new Map(verdicts.map((item) => [item.criterionId, item])), [verdicts]);
  const evidenceById = useMemo(() => groupEvidence(evidence), [evidence]);
  const categories = useMemo(
    () =>
      buildChecklist({
        set,
        hasServices,
        verdicts: verdictById,
        suggestions: suggested,
        filter,
        query,
      }),
    [set, hasServices, verdictById, suggested, filter, query],
  );
  const run = useMemo(() => runOfPage(runs, url), [runs, url]);
  const rows = useMemo(() => findingRows({ runs, pageUrl: url, ...findings }), [runs, url, findings]);
  const decisionsOf = useMemo(() => decisionIndex(suggestions, decisions), [suggestions, decisions]);
  const openByCheck = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { checkId, outcome } of suggestions)
      if (outcome === 'fail') counts.set(checkId, (counts.get(checkId) ?? 0) + 1);
    return counts;
  }, [suggestions]);
  return {
    sheet,
    suggestions,
    suggested,
    verdictById,
    evidenceById,
    categories,
    run,
    rows,
    decisionsOf,
    openByCheck,
  };
}

function groupEvidence(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const item of evidence) {
    if (item.criterionId === undefined) continue;
    const list = groups.get(item.criterionId);
    if (list) list.push(item);
    else groups.set(item.criterionId, [item]);
  }
  return groups;
}
