// The running score, big; a click opens how it was computed, down to each indicator that took or gave points.
import { Popover } from '@mantine/core';
import { memo, useState } from 'react';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Sheet } from '@/lib/model/sheet';
import { explainIndicator } from '@/lib/scoring/explain';
import { explainTotal } from '@/lib/scoring/explain-total';
import { formatPoints } from '@/lib/scoring/format-points';
import header from './header.module.css';
import panel from './panel.module.css';
import { useDrawn } from './use-drawn';

const RESULT: Record<Sheet['result'], { label: string; tone: string }> = {
  qualified: { label: '合格', tone: 'ok' },
  unqualified: { label: '不合格', tone: 'hit' },
  undetermined: { label: '待定', tone: 'na' },
};

/** Drawn anew only with the sheet: that a step is saved changes nothing here. */
export const ScorePopover = memo(function ScorePopover({ set, sheet }: { set: IndicatorSet; sheet: Sheet }) {
  const [open, setOpen] = useState(false);
  const result = RESULT[sheet.result];
  const score = sheet.total === null ? (sheet.vetoHits.length > 0 ? '否决' : '—') : formatPoints(sheet.total);
  const drawn = useDrawn();
  const button = (
    <button
      type="button"
      className={header.score}
      title="得分如何计算"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      <span className={panel.hidden}>得分 </span>
      <span className={header.scoreNumber}>{score}</span>
      {sheet.fullScore !== null && (
        <span className={header.scoreOf}>/ {formatPoints(sheet.fullScore)} 分</span>
      )}
      <span className={panel.chip} data-tone={result.tone}>
        {result.label}
      </span>
    </button>
  );
  if (!drawn) return button;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={300} trapFocus withinPortal>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={header.explain} aria-label="得分如何计算">
        {open && <Explanation set={set} sheet={sheet} />}
      </Popover.Dropdown>
    </Popover>
  );
});

function Explanation({ set, sheet }: { set: IndicatorSet; sheet: Sheet }) {
  const moved = sheet.parts
    .flatMap((part) => part.categories)
    .flatMap((category) => category.indicators)
    .filter(({ points, uncapped }) => points > 0 || uncapped > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className={header.explainScroll} tabIndex={0} role="document">
      <h2 className={header.explainTitle}>得分如何计算</h2>
      <ol className={header.sentences}>
        {explainTotal(set, sheet).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {moved.length > 0 && (
        <>
          <h3 className={header.explainTitle}>各指标</h3>
          <ul className={header.sentences}>
            {moved.map(({ id }) => (
              <li key={id}>{explainIndicator(set, sheet, id)}</li>
            ))}
          </ul>
        </>
      )}
      <p className={header.subtitle}>每条评分点的得分说明，见该条的“检查方法与出处”。</p>
    </div>
  );
}
