// One short message at the foot of the panel, read out by screen readers: what was done, or why it was not.
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import styles from './panel.module.css';

interface Notice {
  kind: 'done' | 'problem';
  sentence: string;
  action?: { label: string; run(): void };
}

type Say = (kind: Notice['kind'], sentence: string, action?: Notice['action']) => void;

const NoticeContext = createContext<Say>(() => {});

/** How long a confirmation stays; problems stay until closed or replaced. */
const DONE_MS = 6000;

/** Says something at the foot of the panel; a new message replaces the old one. */
export function useSay(): Say {
  return useContext(NoticeContext);
}

export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const say = useCallback<Say>(
    (kind, sentence, action) => setNotice({ kind, sentence, ...(action ? { action } : {}) }),
    [],
  );
  useEffect(() => {
    if (notice?.kind !== 'done') return;
    const timer = setTimeout(() => setNotice(undefined), DONE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const close = useCallback(() => setNotice(undefined), []);
  const bar = useMemo(
    () =>
      notice && (
        <div className={styles.notice} data-kind={notice.kind}>
          <span className={styles.noticeText}>{notice.sentence}</span>
          {notice.action && (
            <Button
              size="compact-xs"
              variant="white"
              onClick={() => {
                close();
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <ActionIcon size="sm" variant="transparent" color="white" aria-label="关闭提示" onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ),
    [notice, close],
  );
  return (
    <NoticeContext value={say}>
      {children}
      <div role="status" aria-live="polite" aria-label="提示">
        {notice?.kind === 'done' && bar}
      </div>
      <div role="alert">{notice?.kind === 'problem' && bar}</div>
    </NoticeContext>
  );
}
