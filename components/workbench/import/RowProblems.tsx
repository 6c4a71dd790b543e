// Rows of an import that are left out or deserve a look, each with its number and reason.
import { Text } from '@mantine/core';
import type { ImportPlan } from '@/lib/import/import-plan';
import classes from './ImportWizard.module.css';

/** Rows named on screen; all of them are in the file that can be downloaded. */
const MOST_SHOWN = 200;

export function RowProblems({ plan: { bad, warnings } }: { plan: ImportPlan<unknown> }) {
  if (bad.length + warnings.length === 0) return null;
  const lines = [
    ...bad.map(({ row, reasons }) => ({ kind: '错误', row, text: reasons.join('；') })),
    ...warnings.map(({ row, text }) => ({ kind: '提醒', row, text })),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard.
    <section className={classes.problems} aria-label="核对结果" tabIndex={0}>
      <ul>
        {lines.slice(0, MOST_SHOWN).map(({ kind, row, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list belongs to one reading and never changes.
          <li key={index}>
            {kind} 第 {row} 行：{text}。
          </li>
        ))}
      </ul>
      {lines.length > MOST_SHOWN && <Text size="sm">另有 {lines.length - MOST_SHOWN} 处未列出。</Text>}
    </section>
  );
}
