// One criterion: its text, what it costs, the verdict, and what belongs to it. Drawn again only when its own data change.
import {
  IconCamera,
  IconChevronDown,
  IconFocusCentered,
  IconInfoCircle,
  IconNote,
} from '@tabler/icons-react';
import { memo, useRef } from 'react';
import type { Criterion, PartKind } from '@/lib/model/indicator-set';
import type { Evidence, Verdict } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';
import { CriterionDetails } from './CriterionDetails';
import styles from './checklist.module.css';
import type { CriterionActions } from './criterion-actions';
import { useDrawnRow } from './drawn-rows';
import { NoteEditor } from './NoteEditor';
import panel from './panel.module.css';
import { effectText, pointsText } from './points-text';
import { SuggestionBox } from './SuggestionBox';
import { CountControl, VerdictControl } from './VerdictControl';

export interface CriterionRowProps {
  kind: PartKind;
  criterion: Criterion;
  excluded: boolean;
  verdict: Verdict | undefined;
  /** Points taken or given now; hundredths. */
  points: number;
  suggestions: readonly Suggestion[] | undefined;
  evidence: readonly Evidence[] | undefined;
  active: boolean;
  detailsOpen: boolean;
  noteOpen: boolean;
  locked: boolean;
  /** A spot is marked on the page, so that it can be taken as evidence. */
  canCaptureMark: boolean;
  actions: CriterionActions;
  /** How the points came about; '' while the details are folded. */
  explanation: string;
}

/** DOM id of a row; used to focus and scroll. */
export function rowId(criterionId: string): string {
  return `criterion-${criterionId}`;
}

export const CriterionRow = memo(function CriterionRow(props: CriterionRowProps) {
  const { criterion, verdict, actions, active, locked } = props;
  const item = useRef<HTMLLIElement>(null);
  useDrawnRow(item);
  const id = criterion.id;
  const status = verdict?.status ?? 'untested';
  const tabIndex = active ? 0 : -1;
  const note = verdict?.note ?? '';
  const effect = effectText(props.kind, props.points, status === 'hit');
  const textId = `${rowId(id)}-text`;
  return (
    <li ref={item} className={styles.item}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings borders and a legend; the name is the text itself */}
      <div
        id={rowId(id)}
        className={styles.row}
        role="group"
        aria-labelledby={textId}
        aria-current={active || undefined}
        data-status={status}
        data-active={active || undefined}
        tabIndex={tabIndex}
        onPointerDown={() => actions.activate(id)}
        onFocus={() => actions.activate(id)}
      >
        <p id={textId} className={styles.text}>
          {criterion.text}
        </p>
        <div className={styles.meta}>
          <span>{pointsText(props.kind, criterion)}</span>
          {!criterion.confirmed && (
            <span
              className={panel.chip}
              data-tone="disputed"
              title="分值或数量未经原文核对，请以正式文件为准"
            >
              待核对
            </span>
          )}
          {props.excluded && <span className={panel.chip}>不计分</span>}
          {effect !== '' && (
            <span className={styles.effect} data-kind={props.kind}>
              {effect}
            </span>
          )}
          <span className={styles.tools}>
            {active && props.canCaptureMark && (
              <button
                type="button"
                className={styles.tool}
                aria-label="取证：已标记的位置"
                title="取证：已标记的位置（Shift+E）"
                disabled={locked}
                onClick={() => actions.capture(id, 'mark')}
              >
                <IconFocusCentered size={16} aria-hidden />
              </button>
            )}
            <button
              type="button"
              className={styles.tool}
              aria-label="备注"
              title="备注（N）"
              data-on={note !== '' || undefined}
              disabled={locked}
              tabIndex={tabIndex}
              onClick={() => actions.editNote(id)}
            >
              <IconNote size={16} aria-hidden />
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-label="取证"
              title="取证：可见区域（E）"
              data-on={props.evidence ? true : undefined}
              disabled={locked}
              tabIndex={tabIndex}
              onClick={() => actions.capture(id, 'visible')}
            >
              <IconCamera size={16} aria-hidden />
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-label="检查方法与出处"
              title="检查方法与出处（D）"
              aria-expanded={props.detailsOpen}
              tabIndex={tabIndex}
              onClick={() => actions.toggleDetails(id)}
            >
              {props.detailsOpen ? (
                <IconChevronDown size={16} aria-hidden />
              ) : (
                <IconInfoCircle size={16} aria-hidden />
              )}
            </button>
          </span>
        </div>
        <div className={styles.verdictLine}>
          <VerdictControl
            criterionId={id}
            status={status}
            locked={locked}
            reachable={active}
            onStatus={(next) => actions.choose(id, next)}
          />
          {status === 'hit' && (
            <CountControl
              count={verdict?.count ?? 1}
              locked={locked}
              reachable={active}
              onCount={(count) => actions.setCount(id, count)}
            />
          )}
          {props.evidence && (
            <span className={styles.evidenceChips}>
              {props.evidence.map((item) => (
                <button
                  key={item.id}
                  type="button"
                  className={panel.link}
                  tabIndex={tabIndex}
                  onClick={actions.showEvidence}
                >
                  图 {item.number}
                </button>
              ))}
            </span>
          )}
        </div>
        {props.noteOpen ? (
          <NoteEditor
            note={note}
            onDone={(text) => {
              if (text !== undefined) actions.setNote(id, text);
              actions.editNote(undefined);
            }}
          />
        ) : (
          note !== '' && <p className={styles.note}>{note}</p>
        )}
        {props.detailsOpen && (
          <CriterionDetails
            criterion={criterion}
            kind={props.kind}
            verdict={verdict}
            explanation={props.explanation}
            locked={locked}
            onAmount={(amount) => actions.setAmount(id, amount)}
          />
        )}
        {props.suggestions?.map((suggestion) => (
          <SuggestionBox
            key={suggestion.id}
            suggestion={suggestion}
            kind={props.kind}
            locked={locked}
            reachable={active}
            actions={actions}
          />
        ))}
      </div>
    </li>
  );
});
