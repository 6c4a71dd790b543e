// Short messages on what was done or failed: spoken by screen readers, shown in the corner, errors stay until closed.
import { CloseButton, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { sentenceOf } from '@/components/client';
import classes from './notices.module.css';

const SHOWN_MS = 6000;

interface Notice {
  id: number;
  kind: 'done' | 'failed';
  text: string;
}

export interface Notices {
  /** Says that something was done; goes away by itself. */
  done(text: string): void;
  /** Says why something was not done; a thrown error's own sentence is shown. */
  failed(error: unknown): void;
}

const NoticesContext = createContext<Notices | null>(null);

/** The notices; throws when no NoticesProvider is above. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('useNotices needs a NoticesProvider above it');
  return notices;
}

/** Holds the messages and the live regions that speak them. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [list, setList] = useState<Notice[]>([]);
  const next = useRef(1);
  const close = useCallback((id: number) => setList((l) => l.filter((n) => n.id !== id)), []);
  const notices = useMemo<Notices>(
    () => ({
      done(text) {
        const id = next.current++;
        setList((l) => [...l, { id, kind: 'done', text }]);
        setTimeout(() => close(id), SHOWN_MS);
      },
      failed(error) {
        const text = sentenceOf(error);
        // The same failure again replaces its earlier message instead of piling up.
        setList((l) => [...l.filter((n) => n.text !== text), { id: next.current++, kind: 'failed', text }]);
      },
    }),
    [close],
  );
  return (
    <NoticesContext value={notices}>
      {children}
      <div className={classes.corner}>
        <div role="alert">{list.filter((n) => n.kind === 'failed').map((n) => shown(n, close))}</div>
        <div role="status">{list.filter((n) => n.kind === 'done').map((n) => shown(n, close))}</div>
      </div>
    </NoticesContext>
  );
}

function shown({ id, kind, text }: Notice, close: (id: number) => void) {
  const Icon = kind === 'done' ? IconCircleCheck : IconAlertTriangle;
  return (
    <Paper key={id} withBorder shadow="md" className={classes.notice} data-kind={kind}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <Text size="sm" className={classes.text}>
        {text}
      </Text>
      <CloseButton aria-label="关闭提示" onClick={() => close(id)} />
    </Paper>
  );
}
