// The keys of the fast lane, alive wherever the focus is, except where someone types or a widget uses them itself.
import { useEffect, useRef } from 'react';

export interface LaneKeys {
  open(): void;
  pass(): void;
  next(): void;
  previous(): void;
  undo(): void;
  problem(): void;
}

export const LANE_KEYS: readonly { shown: string; does: string }[] = [
  { shown: 'O', does: '在旁边的窗口打开账号网页' },
  { shown: 'Enter 或空格', does: '其余评分点均合格，完成本账号' },
  { shown: '↓ / ↑', does: '下一个 / 上一个账号' },
  { shown: 'U', does: '撤销' },
  { shown: 'P', does: '有问题：进入完整检查表' },
];

/** Listens as long as the caller is on screen. */
export function useLaneKeys(keys: LaneKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey)
        return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('[role="dialog"], textarea, select, input:not([type="radio"])')) return;
      const widget = target?.closest('button, a, input, [role="tab"], summary') != null;
      const act = {
        o: latest.current.open,
        p: latest.current.problem,
        u: latest.current.undo,
        ...(widget
          ? {}
          : {
              Enter: latest.current.pass,
              ' ': latest.current.pass,
              ArrowDown: latest.current.next,
              ArrowUp: latest.current.previous,
            }),
      }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      // A key held down must not finish one account after the other.
      if (!event.repeat || event.key.startsWith('Arrow')) act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
