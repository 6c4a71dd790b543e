// Makes and plays random inspections in memory, the way the desk does, for property tests of undo and redo.
import fc from 'fast-check';
import type { Change, Decision, JournalEntry, Verdict, VerdictEdit } from '@/lib/model/session';
import { decideSuggestion, decisionsOf } from '@/lib/session/decide-suggestion';
import { editVerdict, linkEvidence } from '@/lib/session/edit-verdict';
import { foldJournal } from '@/lib/session/journal';
import { stepChange } from '@/lib/session/step-change';

export type Action =
  | { do: 'edit'; edits: VerdictEdit[] }
  | {
      do: 'decide';
      criterionId: string;
      findingKeys: string[];
      decision: 'accepted' | 'rejected';
      count?: number;
    }
  | { do: 'picture'; criterionId: string }
  | { do: 'undo' | 'redo' | 'finish' };

const criterionId = fc.constantFrom('c1', 'c2', 'c3');
const findingKey = fc.constantFrom('k1', 'k2', 'k3', 'k4');
const edit: fc.Arbitrary<VerdictEdit> = fc.record(
  {
    criterionId,
    status: fc.constantFrom('untested', 'ok', 'hit', 'na', 'disputed'),
    count: fc.nat(3),
    amount: fc.option(fc.nat(500)),
    note: fc.constantFrom('', '栏目未更新', '第2处'),
    findingKeys: fc.uniqueArray(findingKey),
  },
  { requiredKeys: ['criterionId'] },
);

/** Decisions only: what undo takes back. */
export const decisionAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), edits: fc.array(edit, { minLength: 1, maxLength: 3 }) }),
  fc.record(
    {
      do: fc.constant('decide' as const),
      criterionId,
      findingKeys: fc.uniqueArray(findingKey, { minLength: 1 }),
      decision: fc.constantFrom('accepted', 'rejected'),
      count: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['do', 'criterionId', 'findingKeys', 'decision'] },
  ),
);

/** Everything that happens in a session. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: decisionAction },
  { weight: 3, arbitrary: fc.constantFrom<Action>({ do: 'undo' }, { do: 'redo' }) },
  { weight: 1, arbitrary: fc.constant<Action>({ do: 'finish' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('picture' as const), criterionId }) },
);

/** A session played action by action. */
export class Play {
  verdicts = new Map<string, Verdict>();
  decisions = new Map<string, Decision>();
  journal: JournalEntry[] = [];
  pictures: string[] = [];

  /** What undo must bring back: all verdicts and decisions, in a fixed order. */
  state(): { verdicts: Verdict[]; decisions: Decision[] } {
    return structuredClone({
      verdicts: [...this.verdicts.entries()].sort().map(([, verdict]) => verdict),
      decisions: [...this.decisions.entries()].sort().map(([, decision]) => decision),
    });
  }

  canUndo(): boolean {
    return foldJournal(this.journal).undo !== undefined;
  }

  canRedo(): boolean {
    return foldJournal(this.journal).redo !== undefined;
  }

  run(action: Action): void {
    if (action.do === 'edit' || action.do === 'decide') this.decide(action);
    else if (action.do === 'picture') this.addPicture(action.criterionId);
    else if (action.do === 'finish') this.append({ kind: 'finish' });
    else this.step(action.do);
  }

  private author() {
    return {
      sessionId: 's',
      by: '张三',
      at: new Date(Date.UTC(2026, 9, 1, 0, 0, this.journal.length)).toISOString(),
    };
  }

  private append(entry: Pick<JournalEntry, 'kind' | 'change' | 'target'>): void {
    const seq = this.journal.length + 1;
    this.journal.push({ ...entry, id: `j${seq}`, sessionId: 's', seq, at: this.author().at, by: '张三' });
  }

  private decide(action: Extract<Action, { do: 'edit' | 'decide' }>): void {
    const change: Change = { verdicts: [], decisions: [] };
    if (action.do === 'edit') {
      const seen = new Set<string>();
      for (const one of action.edits) {
        if (seen.has(one.criterionId)) continue;
        seen.add(one.criterionId);
        const before = this.verdicts.get(one.criterionId) ?? null;
        const after = editVerdict(before, one, this.author());
        if (before !== after) change.verdicts.push({ before, after });
      }
    } else {
      const before = this.verdicts.get(action.criterionId) ?? null;
      const answer = { ...action, per: 'occurrence' as const };
      const after = decideSuggestion(before, answer, this.author());
      if (before !== after) change.verdicts.push({ before, after });
      for (const made of decisionsOf(answer, this.author())) {
        const earlier = this.decisions.get(`${made.criterionId}|${made.findingKey}`) ?? null;
        if (earlier?.decision !== made.decision) change.decisions.push({ before: earlier, after: made });
      }
    }
    if (change.verdicts.length + change.decisions.length === 0) return;
    for (const { after } of change.verdicts) if (after) this.verdicts.set(after.criterionId, after);
    for (const { after } of change.decisions) {
      if (after) this.decisions.set(`${after.criterionId}|${after.findingKey}`, after);
    }
    this.append({ kind: 'verdict', change: structuredClone(change) });
  }

  private addPicture(criterion: string): void {
    const id = `p${this.pictures.length + 1}`;
    this.pictures.push(id);
    const before = this.verdicts.get(criterion) ?? null;
    const evidenceIds = [...(before?.evidenceIds ?? []), id];
    const after = linkEvidence(before, criterion, evidenceIds, this.author());
    if (after) this.verdicts.set(criterion, after);
    this.append({
      kind: 'evidence',
      change: structuredClone({ verdicts: [{ before, after }], decisions: [] }),
    });
  }

  private step(direction: 'undo' | 'redo'): void {
    const target = foldJournal(this.journal)[direction];
    const change = this.journal.find(({ seq }) => seq === target)?.change;
    if (target === undefined || !change) return;
    const writes = stepChange(
      change,
      direction,
      {
        verdict: (id) => this.verdicts.get(id) ?? null,
        evidenceExists: (id) => this.pictures.includes(id),
      },
      this.author(),
    );
    for (const verdict of writes.verdicts) this.verdicts.set(verdict.criterionId, verdict);
    for (const id of writes.removeVerdicts) this.verdicts.delete(id);
    for (const decision of writes.decisions) {
      this.decisions.set(`${decision.criterionId}|${decision.findingKey}`, decision);
    }
    for (const gone of writes.removeDecisions)
      this.decisions.delete(`${gone.criterionId}|${gone.findingKey}`);
    this.append({ kind: direction, target });
  }
}
