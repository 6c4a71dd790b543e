// What a row can ask for; one stable object so that rows are drawn again only when their own data change.
import type { Finding } from '@/lib/model/finding';
import type { VerdictStatus } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';

export interface CriterionActions {
  activate(criterionId: string): void;
  /** Resolves when it is stored, or refused and taken back. */
  setStatus(criterionId: string, status: VerdictStatus): Promise<unknown>;
  /** The same by a click, after which the verdict is on screen at once. */
  choose(criterionId: string, status: VerdictStatus): Promise<unknown>;
  setCount(criterionId: string, count: number): void;
  setNote(criterionId: string, note: string): void;
  /** Points decided by hand, hundredths; null = as the set says. */
  setAmount(criterionId: string, amount: number | null): void;
  editNote(criterionId: string | undefined): void;
  toggleDetails(criterionId: string): void;
  accept(suggestion: Suggestion, count?: number): void;
  reject(suggestion: Suggestion): void;
  /** Findings behind a suggestion, as far as the stored runs have them. */
  findingsOf(suggestion: Suggestion): Finding[];
  jumpTo(finding: Finding): void;
  /** `mark`: the spot that was marked last. */
  capture(criterionId: string, what: 'visible' | 'mark'): void;
  showEvidence(): void;
}
