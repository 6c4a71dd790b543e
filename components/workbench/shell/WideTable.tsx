// Lets a wide or long table scroll in its own frame, also with the keyboard, and shrink to the sheet on paper.
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './WideTable.module.css';

/**
 * @param minWidth below this the table scrolls instead of being squeezed; pixels
 * @param maxHeight above this it scrolls down, too; pixels
 */
export function WideTable({
  label,
  minWidth,
  maxHeight,
  children,
}: {
  label: string;
  minWidth: number;
  maxHeight?: number | undefined;
  children: ReactNode;
}) {
  const holder = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    );
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={holder}
      className={classes.holder}
      // A stop for the keyboard only when there is something to scroll.
      style={maxHeight === undefined ? undefined : { maxHeight }}
      tabIndex={scrolls ? 0 : undefined}
      aria-label={scrolls ? `${label}（可滚动）` : undefined}
    >
      <div className={classes.inner} style={{ '--wide-table': `${minWidth}px` } as CSSProperties}>
        {children}
      </div>
    </section>
  );
}
