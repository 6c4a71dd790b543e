// Five verdicts as one radio group, and the count of a problem.
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { VerdictStatus } from '@/lib/model/session';
import styles from './checklist.module.css';
import { STATUS_LABEL } from './checklist-model';

const ORDER: readonly VerdictStatus[] = ['untested', 'ok', 'hit', 'na', 'disputed'];

/**
 * Radios named as the verdicts are. Native inputs: left and right arrows move within the group. The chosen one is checked at once; the
 * rest of the row follows when the step is drawn.
 */
export function VerdictControl(props: {
  criterionId: string;
  status: VerdictStatus;
  locked: boolean;
  /** In the tab order; only the active row's controls are. */
  reachable: boolean;
  /** Resolves when the step is stored, or refused and taken back. */
  onStatus(status: VerdictStatus): Promise<unknown>;
}) {
  const [chosen, setChosen] = useState<VerdictStatus>();
  const shown = chosen ?? props.status;
  const choose = (status: VerdictStatus) => {
    setChosen(status);
    // A later choice stays on its own way.
    void props.onStatus(status).then(() => setChosen((now) => (now === status ? undefined : now)));
  };
  return (
    <div className={styles.verdict} role="radiogroup" aria-label="认定">
      {ORDER.map((status) => (
        <label key={status} className={styles.option} data-status={status}>
          <input
            type="radio"
            name={`verdict-${props.criterionId}`}
            value={status}
            checked={shown === status}
            disabled={props.locked}
            tabIndex={props.reachable ? 0 : -1}
            onChange={() => choose(status)}
          />
          {STATUS_LABEL[status]}
        </label>
      ))}
    </div>
  );
}

/** “− 3 +” for a problem found several times. */
export function CountControl(props: {
  count: number;
  locked: boolean;
  reachable: boolean;
  onCount(count: number): void;
}) {
  const tabIndex = props.reachable ? 0 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings borders and a legend that the row has no room for
    <span className={styles.count} role="group" aria-label="问题数">
      <button
        type="button"
        className={styles.tool}
        aria-label="问题数减 1"
        tabIndex={tabIndex}
        disabled={props.locked || props.count <= 1}
        onClick={() => props.onCount(props.count - 1)}
      >
        <IconMinus size={14} aria-hidden />
      </button>
      <span className={styles.countNumber} aria-live="polite">
        ×{props.count}
      </span>
      <button
        type="button"
        className={styles.tool}
        aria-label="问题数加 1"
        tabIndex={tabIndex}
        disabled={props.locked}
        onClick={() => props.onCount(props.count + 1)}
      >
        <IconPlus size={14} aria-hidden />
      </button>
    </span>
  );
}
