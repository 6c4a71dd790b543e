// Accounts × required items as a grid for the keyboard; only the rows in sight are in the page.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RoundAccount } from '@/lib/desk/calls/media';
import type { Repost, RepostItem } from '@/lib/model/new-media';
import type { RepostTally } from '@/lib/rounds/reposts';
import classes from './Reposts.module.css';

const ROW_HEIGHT = 34;

export type Tick = Repost['state'] | null;

export const TICK_WORD: Record<Repost['state'], string> = {
  done: '已转',
  late: '迟转',
  missed: '漏转',
  na: '不涉及',
};

const KEYS: Record<string, Tick> = {
  '1': 'done',
  '2': 'late',
  '3': 'missed',
  '4': 'na',
  '0': null,
  Delete: null,
};
const CYCLE: readonly Tick[] = ['done', 'late', 'missed', 'na', null];

export function RepostGrid({
  items,
  accounts,
  tally,
  tickOf,
  locked,
  onTick,
  onUndo,
}: {
  items: readonly RepostItem[];
  accounts: readonly RoundAccount[];
  tally: RepostTally;
  tickOf: (itemId: string, subjectId: string) => Tick;
  locked: boolean;
  onTick: (itemId: string, subjectId: string, state: Tick) => void;
  onUndo: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const row = Math.min(at.row, accounts.length - 1);
  const column = Math.min(at.column, items.length - 1);
  const virtualizer = useVirtualizer({
    count: accounts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollPaddingStart: 62,
  });
  useEffect(() => {
    virtualizer.scrollToIndex(row, { align: 'auto' });
    scroller.current
      ?.querySelector(`[data-column="${column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [virtualizer, row, column]);

  const tick = (state: Tick) => {
    const item = items[column];
    const account = accounts[row];
    if (item && account && !locked) onTick(item.id, account.subject.id, state);
  };
  const cycle = (itemId: string, subjectId: string) => {
    if (locked) return;
    const next = (CYCLE.indexOf(tickOf(itemId, subjectId)) + 1) % CYCLE.length;
    onTick(itemId, subjectId, CYCLE[next] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'u' || key === 'U' || (key === 'z' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      return onUndo();
    }
    if (event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3);
    const move = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: [row, 0],
      End: [row, items.length - 1],
    }[key];
    if (move) {
      event.preventDefault();
      const [toRow = 0, toColumn = 0] = move;
      setAt({
        row: Math.max(0, Math.min(accounts.length - 1, toRow)),
        column: Math.max(0, Math.min(items.length - 1, toColumn)),
      });
    } else if (key in KEYS) {
      event.preventDefault();
      tick(KEYS[key] ?? null);
    } else if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      const item = items[column];
      const account = accounts[row];
      if (item && account) cycle(item.id, account.subject.id);
    }
  };
  const columns = { '--repost-columns': items.length } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid with one stop for the keyboard
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="重要信息转载表"
      aria-rowcount={accounts.length + 1}
      aria-colcount={items.length + 2}
      aria-readonly={locked}
      aria-activedescendant={`repost-${row}-${column}`}
      className={classes.grid}
      style={columns}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of the virtual grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
      <div role="row" aria-rowindex={1} className={classes.head}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
        {/* biome-ignore lint/a11y/useSemanticElements: part of the virtual grid */}
        <div role="columnheader" className={classes.account}>
          账号
        </div>
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
        {/* biome-ignore lint/a11y/useSemanticElements: part of the virtual grid */}
        <div role="columnheader" className={classes.sum}>
          漏转
        </div>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
          // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
          <div
            key={item.id}
            role="columnheader"
            data-column={index}
            className={classes.item}
            title={`${item.title}（${item.source}）`}
          >
            <span className={classes.itemName}>{item.title}</span>
            <span>漏 {tally.byItem.get(item.id)?.missed ?? 0}</span>
          </div>
        ))}
      </div>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const account = accounts[index];
          if (!account) return null;
          const { subject } = account;
          return (
            // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
            // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
            <div
              key={subject.id}
              role="row"
              aria-rowindex={index + 2}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
            >
              {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
              {/* biome-ignore lint/a11y/useSemanticElements: part of the virtual grid */}
              <div role="rowheader" className={classes.account} title={subject.name}>
                {subject.name}
              </div>
              {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
              {/* biome-ignore lint/a11y/useSemanticElements: part of the virtual grid */}
              <div role="gridcell" className={classes.sum}>
                {tally.byAccount.get(subject.id)?.missed ?? 0}
              </div>
              {items.map((item, cell) => {
                const state = tickOf(item.id, subject.id);
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
                  // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
                  // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
                  <div
                    key={item.id}
                    id={`repost-${index}-${cell}`}
                    role="gridcell"
                    aria-selected={index === row && cell === column}
                    aria-label={`${subject.name}，${item.title}：${state ? TICK_WORD[state] : '未核对'}`}
                    data-state={state ?? 'open'}
                    className={classes.cell}
                    onClick={() => {
                      setAt({ row: index, column: cell });
                      cycle(item.id, subject.id);
                    }}
                  >
                    {state ? TICK_WORD[state] : ''}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
