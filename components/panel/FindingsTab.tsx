// Findings by check and group, thousands of them: only the rows in sight are drawn, each says its place in the whole.
import { Button, CloseButton, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { checkIds, checkTitle } from '@/components/shared/check-wording';
import type { Finding } from '@/lib/model/finding';
import { type FindingActions, FindingRow } from './FindingRow';
import styles from './findings.module.css';
import type { FindingDecisions, FindingRowModel } from './findings-model';
import panel from './panel.module.css';
import { OutcomeFilter, type UiState } from './ui-state';
import { useSiteWideChecks } from './use-check-scopes';

export interface FindingsHandle {
  move(step: 1 | -1): void;
  /** The finding that keys act on. */
  active(): Finding | undefined;
}

export interface FindingsTabProps {
  rows: readonly FindingRowModel[];
  /** Sentence shown when there is nothing. */
  emptyText: string;
  filter: UiState['findings'];
  locked: boolean;
  marked: boolean;
  shown: boolean;
  startScroll: number;
  searchRef: RefObject<HTMLInputElement | null>;
  handle: Ref<FindingsHandle>;
  /** Open suggestions by check: how many there are to accept at once. */
  openByCheck: ReadonlyMap<string, number>;
  decisionsOf(finding: Finding): FindingDecisions;
  actions: FindingActions;
  onFilter(part: Partial<UiState['findings']>): void;
  onAcceptAll(checkId: string): void;
  onMarks(on: boolean): void;
  onScroll(top: number): void;
}

/** Guesses for rows that were not measured yet, pixels. */
const ROW_HEIGHT = { check: 44, group: 36, finding: 78 } as const;

export const FindingsTab = memo(function FindingsTab(props: FindingsTabProps) {
  const { rows, filter } = props;
  const siteWide = useSiteWideChecks();
  const scroller = useRef<HTMLDivElement>(null);
  const start = useRef(props.startScroll);
  const [activeId, setActiveId] = useState<string>();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT[rows[index]?.type ?? 'finding'],
    getItemKey: (index) => rows[index]?.id ?? index,
    initialOffset: start.current,
    overscan: 8,
    enabled: props.shown,
  });

  useLayoutEffect(() => {
    if (props.shown && scroller.current) scroller.current.scrollTop = start.current;
  }, [props.shown]);

  const activeIndex = rows.findIndex(({ type, id }) => type === 'finding' && id === activeId);
  useImperativeHandle(
    props.handle,
    () => ({
      active() {
        const row = rows[activeIndex];
        return row?.type === 'finding' ? row.finding : undefined;
      },
      move(step) {
        let index = activeIndex === -1 && step === -1 ? rows.length : activeIndex;
        do index += step;
        while (rows[index] && rows[index]?.type !== 'finding');
        const row = rows[index];
        if (!row) return;
        setActiveId(row.id);
        virtual.scrollToIndex(index, { align: 'auto' });
        // The row exists only after the virtual list has drawn it.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => document.getElementById(domId(row.id))?.focus({ preventScroll: true })),
        );
      },
    }),
    [rows, activeIndex, virtual],
  );

  return (
    <>
      <div className={panel.toolbar}>
        <TextInput
          ref={props.searchRef}
          className={panel.wideSearch}
          size="xs"
          type="search"
          aria-label="搜索发现"
          placeholder="搜索发现（/）"
          value={filter.query}
          onChange={(event) => props.onFilter({ query: event.currentTarget.value })}
          rightSection={
            filter.query !== '' && (
              <CloseButton size="sm" aria-label="清空搜索" onClick={() => props.onFilter({ query: '' })} />
            )
          }
        />
        <Switch
          size="xs"
          label="全部标记"
          title="在网页上标出本页全部发现（M）"
          checked={props.marked}
          onChange={(event) => props.onMarks(event.currentTarget.checked)}
        />
        <NativeSelect
          size="xs"
          className={panel.choice}
          aria-label="结果"
          value={filter.outcome}
          data={[
            { value: 'all', label: '全部结果' },
            { value: 'fail', label: '问题' },
            { value: 'review', label: '待核实' },
          ]}
          onChange={(event) => props.onFilter({ outcome: OutcomeFilter.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          size="xs"
          className={panel.choice}
          aria-label="检查项"
          value={filter.checkId}
          data={[
            { value: '', label: '全部检查项' },
            ...checkIds.map((id) => ({ value: id, label: checkTitle(id) })),
          ]}
          onChange={(event) => props.onFilter({ checkId: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          className={panel.choice}
          aria-label="范围"
          value={filter.pages}
          data={[
            { value: 'this', label: '本页' },
            { value: 'all', label: '全部已查页面' },
          ]}
          onChange={(event) =>
            props.onFilter({ pages: event.currentTarget.value === 'all' ? 'all' : 'this' })
          }
        />
      </div>
      <section
        ref={scroller}
        className={panel.scroll}
        aria-label="发现"
        tabIndex={activeIndex === -1 ? 0 : -1}
        onScroll={(event) => {
          if (!props.shown) return;
          start.current = event.currentTarget.scrollTop;
          props.onScroll(start.current);
        }}
      >
        {rows.length === 0 ? (
          <p className={panel.empty}>{props.emptyText}</p>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: rows of a virtual list are placed, a plain list cannot say positions
          <div role="list" className={styles.space} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              return (
                // biome-ignore lint/a11y/useSemanticElements: see the list
                <div
                  key={item.key}
                  ref={virtual.measureElement}
                  role="listitem"
                  aria-posinset={item.index + 1}
                  aria-setsize={rows.length}
                  data-index={item.index}
                  className={styles.slot}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <Row
                    {...props}
                    row={row}
                    siteWide={siteWide}
                    active={row.id === activeId}
                    onActivate={setActiveId}
                  />
                </div>
              );
            })}
          </div>
        )}
      </section>
    </>
  );
});

function Row(
  props: FindingsTabProps & {
    row: FindingRowModel;
    siteWide: ReadonlySet<string> | undefined;
    active: boolean;
    onActivate(id: string): void;
  },
) {
  const { row } = props;
  if (row.type === 'check') {
    const open = props.openByCheck.get(row.checkId) ?? 0;
    return (
      <div className={styles.check}>
        <h2 className={styles.checkTitle}>{checkTitle(row.checkId)}</h2>
        {props.siteWide && (
          <span className={panel.chip}>{props.siteWide.has(row.checkId) ? '全站认定' : '逐页认定'}</span>
        )}
        <Tally fails={row.fails} reviews={row.reviews} />
        {open > 0 && !props.locked && (
          <Button size="compact-xs" onClick={() => props.onAcceptAll(row.checkId)}>
            采纳该检查全部建议（{open}）
          </Button>
        )}
      </div>
    );
  }
  if (row.type === 'group')
    return (
      <button
        type="button"
        className={styles.group}
        aria-expanded={row.open}
        onClick={() => props.onFilter({ open: { ...props.filter.open, [row.id]: !row.open } })}
      >
        <IconChevronDown size={16} aria-hidden />
        <span className={styles.groupTitle}>{row.title}</span>
        <Tally fails={row.fails} reviews={row.reviews} />
      </button>
    );
  return (
    <FindingRow
      id={domId(row.id)}
      finding={row.finding}
      here={row.here}
      active={props.active}
      locked={props.locked}
      decisions={props.decisionsOf(row.finding)}
      actions={props.actions}
      onActivate={() => props.onActivate(row.id)}
    />
  );
}

function Tally({ fails, reviews }: { fails: number; reviews: number }) {
  return (
    <>
      {fails > 0 && (
        <span className={panel.chip} data-tone="hit">
          问题 {fails}
        </span>
      )}
      {reviews > 0 && (
        <span className={panel.chip} data-tone="disputed">
          待核实 {reviews}
        </span>
      )}
    </>
  );
}

function domId(rowId: string): string {
  return `finding-${rowId}`;
}
