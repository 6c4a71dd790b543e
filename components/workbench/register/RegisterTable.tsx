// The register as a table that keeps only the visible rows in the page, so that 2,000 of them scroll smoothly.

import { IconTrash } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useRef } from 'react';
import type { Subject } from '@/lib/model/session';
import { KIND_WORD } from '@/lib/register/words';
import { FILING_WORD } from '@/lib/text/filing-words';
import { GROUP_WORD, PLATFORM_WORD } from '@/lib/text/subject-words';
import classes from './Register.module.css';

const ROW_HEIGHT = 60;

/** Where a subject stands in the current round. */
export type Progress = 'none' | 'begun' | 'finished';
const ACTION: Record<Progress, string> = { none: '开始检查', begun: '继续检查', finished: '查看结果' };

export interface RowActions {
  onSelect(subject: Subject, selected: boolean): void;
  onEdit(subject: Subject): void;
  onOpen(subject: Subject): void;
  onRemove(subject: Subject): void;
}

/** `rows` are shown as they come; `actions` must keep its identity. */
export function RegisterTable({
  rows,
  selected,
  progress,
  actions,
  onSelectAll,
}: {
  rows: readonly Subject[];
  selected: ReadonlySet<string>;
  progress: ReadonlyMap<string, Progress>;
  actions: RowActions;
  onSelectAll: (all: boolean) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id));

  const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr[data-index]');
    if (!row) return;
    const index = Number(row.dataset.index);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const to = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(rows.length - 1, Math.max(0, to));
    virtualizer.scrollToIndex(next, { align: 'auto' });
    focusIn(scroller, next, target.dataset.part ?? 'name');
  };

  return (
    <section ref={scroller} className={classes.scroller} tabIndex={-1} aria-label="检查对象列表">
      <table className={classes.table} aria-rowcount={rows.length + 1} onKeyDown={moveFocus}>
        <colgroup>
          <col style={{ width: 40 }} />
          <col />
          <col style={{ width: 200 }} />
          <col style={{ width: 90 }} />
          <col style={{ width: 110 }} />
          <col style={{ width: 100 }} />
          <col style={{ width: 104 }} />
          <col style={{ width: 46 }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.head}>
              <input
                type="checkbox"
                aria-label="选择全部所列对象"
                checked={all}
                onChange={({ currentTarget }) => onSelectAll(currentTarget.checked)}
              />
            </th>
            {['名称', '单位', '分组', '平台', '备案状态', '检查'].map((title) => (
              <th key={title} scope="col" className={classes.head}>
                {title}
              </th>
            ))}
            <th scope="col" className={classes.head}>
              <span className={classes.hidden}>操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index, key }) => {
            const subject = rows[index];
            return (
              subject && (
                <Row
                  key={key}
                  index={index}
                  subject={subject}
                  selected={selected.has(subject.id)}
                  progress={progress.get(subject.id) ?? 'none'}
                  actions={actions}
                />
              )
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

/** Drawn once per row: while scrolling only the rows that come into sight are new. */
const Row = memo(function Row({
  subject,
  index,
  selected,
  progress,
  actions,
}: {
  subject: Subject;
  index: number;
  selected: boolean;
  progress: Progress;
  actions: RowActions;
}) {
  const { name, unit, sponsor, kind, group, platform, account, filing, url } = subject;
  const detail = kind === 'website' ? (url ?? '没有网址') : (account ?? url ?? '');
  return (
    <tr data-index={index} aria-rowindex={index + 2} className={classes.row} data-selected={selected}>
      <td>
        <input
          type="checkbox"
          aria-label={`选择“${name}”`}
          data-part="select"
          checked={selected}
          onChange={({ currentTarget }) => actions.onSelect(subject, currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <button
          type="button"
          className={classes.name}
          data-part="name"
          title={`修改“${name}”`}
          onClick={() => actions.onEdit(subject)}
        >
          {name}
        </button>
        <span className={classes.detail} title={detail}>
          {detail}
        </span>
      </th>
      <td title={unit ?? sponsor}>
        <span className={classes.clamp}>{unit ?? sponsor ?? ''}</span>
      </td>
      <td>{group ? GROUP_WORD[group] : '—'}</td>
      <td>{platform ? PLATFORM_WORD[platform] : KIND_WORD[kind]}</td>
      <td>{filing ? FILING_WORD[filing.state] : '—'}</td>
      <td>
        <button
          type="button"
          className={classes.action}
          data-part="open"
          aria-label={`${ACTION[progress]}“${name}”`}
          onClick={() => actions.onOpen(subject)}
        >
          {ACTION[progress]}
        </button>
      </td>
      <td>
        <button
          type="button"
          className={classes.remove}
          data-part="remove"
          aria-label={`删除“${name}”`}
          title="删除"
          onClick={() => actions.onRemove(subject)}
        >
          <IconTrash size={18} aria-hidden />
        </button>
      </td>
    </tr>
  );
});

/** Stands for the rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={8} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** Focuses the same part of another row, which may be rendered only after the scroll. */
function focusIn(scroller: { current: HTMLElement | null }, index: number, part: string, attempts = 10) {
  requestAnimationFrame(() => {
    const found = scroller.current?.querySelector<HTMLElement>(
      `tr[data-index="${index}"] [data-part="${part}"]`,
    );
    if (!found && attempts > 0) return focusIn(scroller, index, part, attempts - 1);
    found?.focus({ preventScroll: true });
  });
}
