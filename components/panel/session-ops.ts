// What a person does to a session, and how it looks before the desk has answered. Pure.
import type { DeskInput, SessionView } from '@/lib/desk/protocol';
import { latestRuns, pageOf } from '@/lib/desk/run-records';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Decision, Evidence, Run, Verdict } from '@/lib/model/session';
import { decideSuggestion, decisionsOf } from '@/lib/session/decide-suggestion';
import { type Author, editVerdict, linkEvidence } from '@/lib/session/edit-verdict';

type Edits = Omit<DeskInput<'setVerdicts'>, 'sessionId' | 'by'>;
type Decisions = Omit<DeskInput<'decideSuggestions'>, 'sessionId' | 'by'>;

/** One step. Those without a visible form of their own (undo, finish …) show only once the desk has answered. */
export type SessionOp =
  | ({ type: 'verdicts' } & Edits)
  | ({ type: 'decide' } & Decisions)
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'finish' }
  | { type: 'reopen'; reason: string }
  | { type: 'add-evidence'; evidence: Omit<Evidence, 'id' | 'number'>; image: string }
  | ({ type: 'update-evidence' } & DeskInput<'updateEvidence'>)
  | { type: 'remove-evidence'; id: string };

/** Who acts and when; the desk stamps the stored record itself. */
export interface Stamp {
  by: string;
  at: string;
}

/** true for the steps that `applyOp` can show before the desk has answered. */
export function showsAtOnce(op: SessionOp): boolean {
  return ['verdicts', 'decide', 'update-evidence', 'remove-evidence'].includes(op.type);
}

/** The view as it will be when `op` is stored. */
export function applyOp(view: SessionView, op: SessionOp, stamp: Stamp): SessionView {
  const author: Author = { sessionId: view.session.id, ...stamp };
  switch (op.type) {
    case 'verdicts': {
      const verdicts = byId(view.verdicts);
      for (const edit of op.edits) {
        const after = editVerdict(verdicts.get(edit.criterionId) ?? null, edit, author);
        if (after) verdicts.set(edit.criterionId, after);
      }
      return { ...view, verdicts: [...verdicts.values()], canUndo: true, canRedo: false };
    }
    case 'decide':
      return decide(view, op, author);
    case 'update-evidence': {
      const { type: _type, id, crop, ...fields } = op;
      return {
        ...view,
        evidence: view.evidence.map((item) => {
          if (item.id !== id) return item;
          const { crop: oldCrop, ...rest } = item;
          const kept = crop === undefined ? oldCrop : (crop ?? undefined);
          return { ...rest, ...withoutUndefined(fields), ...(kept ? { crop: kept } : {}) };
        }),
      };
    }
    case 'remove-evidence':
      return {
        ...view,
        evidence: view.evidence.filter(({ id }) => id !== op.id),
        verdicts: view.verdicts.flatMap((verdict) => {
          if (!verdict.evidenceIds.includes(op.id)) return [verdict];
          const left = verdict.evidenceIds.filter((id) => id !== op.id);
          return linkEvidence(verdict, verdict.criterionId, left, author) ?? [];
        }),
      };
    default:
      return view;
  }
}

function decide(view: SessionView, op: Decisions, author: Author): SessionView {
  const decisions = new Map(view.decisions.map((item) => [pairOf(item), item]));
  const verdicts = byId(view.verdicts);
  const rules = new Map(criteriaOf(view.set).map(({ criterion }) => [criterion.id, criterion.per]));
  for (const suggestion of op.suggestions) {
    const { criterionId } = suggestion;
    const per = rules.get(criterionId) ?? 'occurrence';
    const answer = { ...suggestion, decision: op.decision, per };
    for (const decision of decisionsOf(answer, author)) decisions.set(pairOf(decision), decision);
    const after = decideSuggestion(verdicts.get(criterionId) ?? null, answer, author);
    if (after) verdicts.set(criterionId, after);
  }
  return {
    ...view,
    decisions: [...decisions.values()],
    verdicts: [...verdicts.values()],
    canUndo: true,
    canRedo: false,
  };
}

function byId(verdicts: readonly Verdict[]): Map<string, Verdict> {
  return new Map(verdicts.map((verdict) => [verdict.criterionId, verdict]));
}

function pairOf(decision: Decision): string {
  return `${decision.criterionId}\n${decision.findingKey}`;
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** The view with runs that the desk has just stored, each in place of the earlier ones of its page. */
export function withStoredRuns(view: SessionView, stored: readonly Run[]): SessionView {
  const pages = new Set(stored.map(pageOf));
  return { ...view, runs: latestRuns([...stored, ...view.runs.filter((run) => !pages.has(pageOf(run)))]) };
}

/** A newly read view with the runs that it leaves out because `held` has them. */
export function withHeldRuns({ runOrder, ...fresh }: SessionView, held: readonly Run[]): SessionView {
  if (!runOrder) return fresh;
  const runs = new Map([...held, ...fresh.runs].map((run) => [run.id, run]));
  return { ...fresh, runs: runOrder.flatMap((id) => runs.get(id) ?? []) };
}

/**
 * The newly read view with unchanged records kept as the same objects, so that unchanged rows need not be drawn again.
 * Runs of pages and sets never change under one id (and version); verdicts and the rest are compared by value.
 */
export function keepUnchanged(old: SessionView | undefined, fresh: SessionView): SessionView {
  if (!old || old.session.id !== fresh.session.id) return fresh;
  const sameSet = old.set.id === fresh.set.id && old.set.version === fresh.set.version;
  return {
    ...fresh,
    set: sameSet ? old.set : fresh.set,
    subject: same(old.subject, fresh.subject) ? old.subject : fresh.subject,
    runs: keepItems(
      old.runs,
      fresh.runs,
      ({ id }) => id,
      (a, b) => b.scope !== 'site' || same(a, b),
    ),
    verdicts: keepItems(old.verdicts, fresh.verdicts, ({ criterionId }) => criterionId, same),
    decisions: keepItems(old.decisions, fresh.decisions, pairOf, same),
    evidence: keepItems(old.evidence, fresh.evidence, ({ id }) => id, same),
  };
}

function keepItems<T>(old: T[], fresh: T[], idOf: (item: T) => string, equal: (a: T, b: T) => boolean): T[] {
  const known = new Map(old.map((item) => [idOf(item), item]));
  const list = fresh.map((item) => {
    const before = known.get(idOf(item));
    return before !== undefined && equal(before, item) ? before : item;
  });
  return list.length === old.length && list.every((item, index) => item === old[index]) ? old : list;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
