// The accounts of the fast lane; only the rows in sight are in the page.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RoundAccount } from '@/lib/desk/calls/media';
import { PLATFORM_WORD } from '@/lib/text/subject-words';
import classes from './MediaScreen.module.css';

const ROW_HEIGHT = 46;

export const LANE_STATE: Record<RoundAccount['state'], string> = {
  untested: '未检',
  open: '检查中',
  reopened: '重新检查',
  finished: '已完成',
};

export function LaneList({
  accounts,
  index,
  onChoose,
}: {
  accounts: readonly RoundAccount[];
  index: number;
  onChoose: (subjectId: string) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: accounts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [virtualizer, index]);
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      aria-label="账号"
      tabIndex={0}
      aria-activedescendant={index >= 0 ? `lane-${index}` : undefined}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
        {virtualizer.getVirtualItems().map((item) => {
          const account = accounts[item.index];
          if (!account) return null;
          const { subject, state } = account;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys
            <div
              key={subject.id}
              id={`lane-${item.index}`}
              role="option"
              tabIndex={-1}
              aria-selected={item.index === index}
              aria-posinset={item.index + 1}
              aria-setsize={accounts.length}
              className={classes.option}
              style={{ transform: `translateY(${item.start}px)`, height: ROW_HEIGHT }}
              onClick={() => onChoose(subject.id)}
            >
              <span className={classes.name} title={subject.name}>
                {subject.name}
              </span>
              <span className={classes.detail}>
                {PLATFORM_WORD[subject.platform ?? 'other']} · {subject.unit ?? ''}
              </span>
              <span className={classes.state} data-state={state}>
                {LANE_STATE[state]}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
