// Lets a wide table scroll sideways in a narrow window, also with the keyboard, and shrink to the sheet on paper.
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './WideTable.module.css';

/** @param minWidth below this the table scrolls instead of being squeezed; pixels */
export function WideTable({
  label,
  minWidth,
  children,
}: {
  label: string;
  minWidth: number;
  children: ReactNode;
}) {
  const holder = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={holder}
      className={classes.holder}
      // A stop for the keyboard only when there is something to scroll.
      tabIndex={scrolls ? 0 : undefined}
      aria-label={scrolls ? `${label}（可左右滚动）` : undefined}
    >
      <div className={classes.inner} style={{ '--wide-table': `${minWidth}px` } as CSSProperties}>
        {children}
      </div>
    </section>
  );
}
