// One proposal of the machine inside its criterion: why, on what findings, and the person's answer.
import { Button, NumberInput } from '@mantine/core';
import { memo, useState } from 'react';
import { checkTitle } from '@/components/shared/check-wording';
import type { PartKind } from '@/lib/model/indicator-set';
import type { Suggestion } from '@/lib/model/suggestion';
import styles from './checklist.module.css';
import type { CriterionActions } from './criterion-actions';
import panel from './panel.module.css';
import { effectText } from './points-text';

const SHOWN_FINDINGS = 5;

export const SuggestionBox = memo(function SuggestionBox(props: {
  suggestion: Suggestion;
  kind: PartKind;
  locked: boolean;
  reachable: boolean;
  actions: CriterionActions;
}) {
  const { suggestion, actions } = props;
  const [count, setCount] = useState<number>();
  const [open, setOpen] = useState(false);
  const tabIndex = props.reachable ? 0 : -1;
  const title = checkTitle(suggestion.checkId);
  const findings = open ? actions.findingsOf(suggestion) : [];
  const effect = effectText(props.kind, suggestion.points, true);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings borders and a legend that the row has no room for
    <div className={styles.suggestion} role="group" aria-label={`机检建议：${title}`}>
      <p className={styles.suggestionText}>
        <strong>机检建议：</strong>
        有问题 ×{suggestion.count}
        {effect !== '' && `（${effect}）`}{' '}
        {suggestion.outcome === 'review' && (
          <span className={panel.chip} data-tone="disputed">
            待核实
          </span>
        )}{' '}
        {suggestion.why}{' '}
        <button
          type="button"
          className={panel.link}
          aria-expanded={open}
          tabIndex={tabIndex}
          onClick={() => setOpen(!open)}
        >
          依据 {suggestion.findingKeys.length} 条
        </button>
      </p>
      {open && (
        <ul className={styles.reasons}>
          {findings.slice(0, SHOWN_FINDINGS).map((finding) => (
            <li key={finding.key}>
              {finding.message}{' '}
              {finding.locator.selector !== '' && (
                <button
                  type="button"
                  className={panel.link}
                  tabIndex={tabIndex}
                  onClick={() => actions.jumpTo(finding)}
                >
                  定位
                </button>
              )}
            </li>
          ))}
          {findings.length > SHOWN_FINDINGS && (
            <li>另有 {findings.length - SHOWN_FINDINGS} 条，见“发现”标签页。</li>
          )}
          {findings.length === 0 && <li>依据来自其他页面的检查，请打开该页面查看。</li>}
        </ul>
      )}
      {!props.locked && (
        <div className={styles.buttons}>
          {count === undefined ? (
            <>
              <Button size="compact-xs" tabIndex={tabIndex} onClick={() => actions.accept(suggestion)}>
                采纳
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                tabIndex={tabIndex}
                onClick={() => setCount(suggestion.count)}
              >
                改数
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                tabIndex={tabIndex}
                onClick={() => actions.reject(suggestion)}
              >
                不采纳
              </Button>
            </>
          ) : (
            <>
              <NumberInput
                size="xs"
                w={80}
                min={1}
                max={99999}
                allowDecimal={false}
                aria-label="采纳的问题数"
                value={count}
                autoFocus
                onChange={(value) => setCount(typeof value === 'number' && value >= 1 ? value : 1)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') actions.accept(suggestion, count);
                  if (event.key === 'Escape') setCount(undefined);
                }}
              />
              <Button size="compact-xs" onClick={() => actions.accept(suggestion, count)}>
                按此数采纳
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setCount(undefined)}>
                取消
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
});
