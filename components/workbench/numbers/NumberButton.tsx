// A number that opens the sheets behind it.
import type { ReactNode } from 'react';
import type { Behind, OpenBehind } from './behind';
import classes from './numbers.module.css';

/** `children` is the number as shown; a number with no sheet behind it is plain text. */
export function NumberButton({
  behind,
  onOpen,
  children,
}: {
  behind: Behind;
  onOpen: OpenBehind;
  children: ReactNode;
}) {
  if (behind.subjectIds.length === 0) return <span className={classes.plain}>{children}</span>;
  return (
    <button
      type="button"
      className={classes.number}
      title="查看对应的评分表"
      aria-haspopup="dialog"
      onClick={() => onOpen(behind)}
    >
      {children}
      <span className={classes.hidden}>（{behind.title}，查看评分表）</span>
    </button>
  );
}
