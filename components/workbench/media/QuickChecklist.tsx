// The criteria of an account in compact form: one line each, decided with a click or a radio's arrow keys.
import { NumberInput } from '@mantine/core';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Verdict, VerdictEdit, VerdictStatus } from '@/lib/model/session';
import { PART_WORD, VERDICT_WORD } from '@/lib/report/words';
import classes from './QuickChecklist.module.css';

const ORDER: readonly VerdictStatus[] = ['untested', 'ok', 'hit', 'na', 'disputed'];

export function QuickChecklist({
  set,
  verdicts,
  locked,
  onEdit,
}: {
  set: IndicatorSet;
  verdicts: readonly Verdict[];
  locked: boolean;
  onEdit: (edit: VerdictEdit) => void;
}) {
  const known = new Map(verdicts.map((verdict) => [verdict.criterionId, verdict]));
  return (
    <ul className={classes.list} aria-label="评分点">
      {criteriaOf(set).map(({ part, indicator, criterion }) => {
        const verdict = known.get(criterion.id);
        const status = verdict?.status ?? 'untested';
        return (
          <li key={criterion.id} className={classes.row} data-status={status} data-criterion={criterion.id}>
            <span className={classes.text}>
              <span className={classes.part}>
                {PART_WORD[part.kind]} · {indicator.name}
              </span>
              {criterion.text}
            </span>
            <span className={classes.verdict} role="radiogroup" aria-label={`认定：${criterion.text}`}>
              {ORDER.map((one) => (
                <label key={one} className={classes.option} data-status={one}>
                  <input
                    type="radio"
                    name={`quick-${criterion.id}`}
                    checked={status === one}
                    disabled={locked}
                    onChange={() => onEdit({ criterionId: criterion.id, status: one })}
                  />
                  {VERDICT_WORD[one]}
                </label>
              ))}
              {status === 'hit' && criterion.per === 'occurrence' && (
                <NumberInput
                  className={classes.count}
                  size="xs"
                  min={1}
                  max={999}
                  allowDecimal={false}
                  aria-label={`问题数：${criterion.text}`}
                  value={verdict?.count ?? 1}
                  disabled={locked}
                  onChange={(count) =>
                    typeof count === 'number' && count >= 1 && onEdit({ criterionId: criterion.id, count })
                  }
                />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
