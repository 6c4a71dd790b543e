// Desk calls on verdicts: every decision is one journaled step that can be undone.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Criterion } from '@/lib/model/indicator-set';
import type { Change, Session, Verdict } from '@/lib/model/session';
import { decideSuggestion, decisionsOf } from '@/lib/session/decide-suggestion';
import { type Author, editVerdict } from '@/lib/session/edit-verdict';
import { foldJournal } from '@/lib/session/journal';
import { stepChange } from '@/lib/session/step-change';
import { DeskError } from '../desk-error';
import {
  appendJournal,
  editableSession,
  type Handlers,
  nextEntry,
  notFound,
  requireEditable,
  sessionOf,
  touchSession,
  type Work,
} from '../work';
import { findSet } from './sets';

export const verdictHandlers: Handlers<'setVerdicts' | 'decideSuggestions' | 'undo' | 'redo'> = {
  setVerdicts: {
    mode: 'write',
    async run(work, { sessionId, by, edits, reason }) {
      const author: Author = { sessionId, by, at: work.at };
      const step = new Step(work, sessionId);
      const session = await readFor(
        work,
        step,
        edits.map(({ criterionId }) => criterionId),
      );
      for (const edit of edits) {
        const before = await step.verdict(edit.criterionId);
        if (!before) await requireOwnCriterion(work, session, edit.criterionId);
        await requireEvidence(work, sessionId, edit.evidenceIds ?? []);
        step.setVerdict(edit.criterionId, editVerdict(before, edit, author));
      }
      work.later(step.save(session, by, reason));
      return step.verdicts();
    },
  },
  decideSuggestions: {
    mode: 'write',
    async run(work, { sessionId, by, decision, suggestions, reason }) {
      const author: Author = { sessionId, by, at: work.at };
      const step = new Step(work, sessionId);
      const session = await readFor(
        work,
        step,
        suggestions.map(({ criterionId }) => criterionId),
      );
      const criteria = await criteriaById(work, session);
      for (const suggestion of suggestions) {
        const { per } = requireCriterion(criteria, suggestion.criterionId);
        const answer = { ...suggestion, decision, per };
        const before = await step.verdict(suggestion.criterionId);
        step.setVerdict(suggestion.criterionId, decideSuggestion(before, answer, author));
        for (const made of decisionsOf(answer, author)) await step.setDecision(made);
      }
      work.later(step.save(session, by, reason));
      return {};
    },
  },
  undo: { mode: 'write', run: (work, { sessionId, by }) => stepBy(work, sessionId, by, 'undo') },
  redo: { mode: 'write', run: (work, { sessionId, by }) => stepBy(work, sessionId, by, 'redo') },
};

/** The session that a step is for, and all that it rests on, asked for side by side: a tick waits for each answer. */
async function readFor(work: Work, step: Step, criterionIds: readonly string[]): Promise<Session> {
  const [session, rounds] = await Promise.all([
    sessionOf(work, step.sessionId),
    work.tables.rounds.all(),
    step.findPlace(),
    ...criterionIds.map((id) => step.verdict(id)),
  ]);
  await requireEditable(work, session, rounds);
  return session;
}

/** A refusal when the session's set has no such criterion. A set that comes with the extension need not be read for it. */
async function requireOwnCriterion(work: Work, session: Session, id: string): Promise<void> {
  const shipped = work.shippedSets.find(
    (set) => set.id === session.setId && set.version === session.setVersion,
  );
  if (shipped && criteriaOf(shipped).some(({ criterion }) => criterion.id === id)) return;
  requireCriterion(await criteriaById(work, session), id);
}

/** Criteria of the session's pinned set by id. */
export async function criteriaById(work: Work, session: Session): Promise<ReadonlyMap<string, Criterion>> {
  const set = await findSet(work, session.setId, session.setVersion);
  return new Map(criteriaOf(set).map(({ criterion }) => [criterion.id, criterion]));
}

/** The criterion, or a refusal when the set has none of this id. */
export function requireCriterion(criteria: ReadonlyMap<string, Criterion>, id: string): Criterion {
  const criterion = criteria.get(id);
  if (!criterion) throw new DeskError('invalid', `本次检查所用的指标体系中没有评分点“${id}”，未作改动。`);
  return criterion;
}

async function requireEvidence(work: Work, sessionId: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const evidence = await work.tables.evidence.get(id);
    if (evidence?.sessionId !== sessionId) throw notFound('取证图片');
  }
}

/** Collects what one step changes, so that several edits of one criterion are one change with one before and after. */
export class Step {
  readonly #verdicts = new Map<string, { before: Verdict | null; after: Verdict | null }>();
  readonly #decisions = new Map<string, Change['decisions'][number]>();

  #place: number | undefined;

  constructor(
    private readonly work: Work,
    readonly sessionId: string,
  ) {}

  /** Asks for the step's place in the journal ahead of `save`. */
  async findPlace(): Promise<void> {
    this.#place = await nextEntry(this.work, this.sessionId);
  }

  /** The verdict as this step has it so far. */
  async verdict(criterionId: string): Promise<Verdict | null> {
    const known = this.#verdicts.get(criterionId);
    if (known) return known.after;
    const before = (await this.work.tables.verdicts.get([this.sessionId, criterionId])) ?? null;
    this.#verdicts.set(criterionId, { before, after: before });
    return before;
  }

  /** Call `verdict` first. */
  setVerdict(criterionId: string, after: Verdict | null): void {
    const known = this.#verdicts.get(criterionId);
    if (known) known.after = after;
  }

  async setDecision(after: Change['decisions'][number]['after'] & object): Promise<void> {
    const key = [this.sessionId, after.criterionId, after.findingKey];
    const name = JSON.stringify(key);
    const known = this.#decisions.get(name);
    const before = known ? known.before : ((await this.work.tables.decisions.get(key)) ?? null);
    this.#decisions.set(name, { before, after: before?.decision === after.decision ? before : after });
  }

  /** The verdicts that the step touched and that have a record after it. */
  verdicts(): Verdict[] {
    return [...this.#verdicts.values()].flatMap(({ after }) => after ?? []);
  }

  /** Stores the records and journals the step; a step without change leaves no trace. */
  async save(
    session: Session,
    by: string,
    reason: string | undefined,
    kind: 'verdict' | 'evidence' = 'verdict',
    removedEvidence?: string[],
  ): Promise<void> {
    const change: Change = {
      verdicts: [...this.#verdicts.values()].filter(({ before, after }) => before !== after),
      decisions: [...this.#decisions.values()].filter(({ before, after }) => before !== after),
    };
    const empty = change.verdicts.length === 0 && change.decisions.length === 0;
    if (empty && kind === 'verdict') return;
    const { tables } = this.work;
    const gone = change.verdicts.flatMap(({ before, after }) => (before && !after ? [before] : []));
    await Promise.all([
      tables.verdicts.putMany(change.verdicts.flatMap(({ after }) => after ?? [])),
      ...gone.map(({ sessionId, criterionId }) => tables.verdicts.delete([sessionId, criterionId])),
      tables.decisions.putMany(change.decisions.flatMap(({ after }) => after ?? [])),
      appendJournal(
        this.work,
        {
          sessionId: session.id,
          by,
          kind,
          ...(empty ? {} : { change }),
          ...(reason === undefined ? {} : { reason }),
          ...(removedEvidence ? { removedEvidence } : {}),
        },
        this.#place,
      ),
      touchSession(this.work, session),
    ]);
  }
}

async function stepBy(
  work: Work,
  sessionId: string,
  by: string,
  direction: 'undo' | 'redo',
): Promise<Record<string, never>> {
  const session = await editableSession(work, sessionId);
  const { tables } = work;
  const journal = await tables.journal.ofSession(sessionId);
  const target = foldJournal(journal)[direction];
  const change = journal.find(({ seq }) => seq === target)?.change;
  if (target === undefined || !change) {
    throw new DeskError('conflict', direction === 'undo' ? '没有可以撤销的操作。' : '没有可以恢复的操作。');
  }
  const now = new Map(
    (await tables.verdicts.ofSession(sessionId)).map((verdict) => [verdict.criterionId, verdict]),
  );
  const pictures = new Set((await tables.evidence.ofSession(sessionId)).map(({ id }) => id));
  const writes = stepChange(
    change,
    direction,
    { verdict: (id) => now.get(id) ?? null, evidenceExists: (id) => pictures.has(id) },
    { sessionId, by, at: work.at },
  );
  await tables.verdicts.putMany(writes.verdicts);
  for (const criterionId of writes.removeVerdicts) await tables.verdicts.delete([sessionId, criterionId]);
  await tables.decisions.putMany(writes.decisions);
  for (const { criterionId, findingKey } of writes.removeDecisions) {
    await tables.decisions.delete([sessionId, criterionId, findingKey]);
  }
  await appendJournal(work, { sessionId, by, kind: direction, target });
  await touchSession(work, session);
  return {};
}
