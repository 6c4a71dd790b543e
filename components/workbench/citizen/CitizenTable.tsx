// The messages as a table that keeps only the visible rows in the page; rows are chosen for linking and removing.
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { CitizenRow } from '@/lib/desk/calls/citizen-reports';
import type { CitizenCounting } from '@/lib/model/citizen-report';
import { ANSWER_WORD } from '@/lib/rounds/citizen-definitions';
import { answerState, dueDayOf } from '@/lib/rounds/citizen-reports';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import classes from './citizen.module.css';

const ROW_HEIGHT = 64;

/** `chosen` are message numbers. */
export function CitizenTable({
  rows,
  day,
  counting,
  chosen,
  onChoose,
}: {
  rows: readonly CitizenRow[];
  day: string;
  counting: CitizenCounting;
  chosen: ReadonlySet<string>;
  onChoose: (numbers: ReadonlySet<string>) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.report.number ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const all = rows.length > 0 && rows.every(({ report }) => chosen.has(report.number));
  const some = rows.some(({ report }) => chosen.has(report.number));
  const toggle = (number: string) => {
    const next = new Set(chosen);
    if (!next.delete(number)) next.add(number);
    onChoose(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard.
    <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label="留言列表">
      <table className={classes.table} aria-label="留言" aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: 44 }} />
          <col />
          <col style={{ width: 190 }} />
          <col style={{ width: 190 }} />
          <col style={{ width: 110 }} />
          <col style={{ width: 150 }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <Checkbox
                aria-label="全选所列留言"
                checked={all}
                indeterminate={some && !all}
                onChange={() => onChoose(new Set(all ? [] : rows.map(({ report }) => report.number)))}
              />
            </th>
            <th scope="col">留言</th>
            <th scope="col">单位</th>
            <th scope="col">关联的检查对象</th>
            <th scope="col">提交、期限</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (!row) return null;
            const { report } = row;
            const state = answerState(report, day, counting);
            return (
              <tr key={key} aria-rowindex={index + 2} className={classes.row}>
                <td>
                  <Checkbox
                    aria-label={`选择留言 ${report.number}`}
                    checked={chosen.has(report.number)}
                    onChange={() => toggle(report.number)}
                  />
                </td>
                <th scope="row" title={report.content}>
                  <span className={classes.clamp}>
                    {report.number}　{report.kind || '未注明类型'}
                  </span>
                  <span className={`${classes.clamp} ${classes.faint}`} style={{ WebkitLineClamp: 1 }}>
                    {[report.site, report.content].filter(Boolean).join('：')}
                  </span>
                </th>
                <td>
                  <span className={classes.clamp}>{row.unit || '未写单位'}</span>
                  <span className={classes.faint}>{NUMBERS_GROUP_WORD[row.group ?? 'none']}</span>
                </td>
                <td>
                  <span className={classes.clamp}>{linkText(row)}</span>
                </td>
                <td>
                  {report.submittedDay ?? '—'}
                  <br />
                  {dueDayOf(report, counting) ?? '无期限'}
                </td>
                <td>
                  <span className={state === 'overdue' || state === 'late' ? classes.warning : undefined}>
                    {ANSWER_WORD[state]}
                  </span>
                  {report.answeredDay && <div className={classes.faint}>{report.answeredDay}</div>}
                </td>
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

function linkText({ subjectName, candidates, report }: CitizenRow): string {
  if (subjectName !== undefined) return subjectName;
  if (candidates.length > 1) return `${candidates.length} 个对象相符，请选择`;
  if (candidates.length === 1) return '有 1 个对象可能相符，请选择';
  return report.linkedByHand ? '不关联（手工选定）' : '台账中没有相符的';
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={6} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
