// A criterion's note: read in the table, edited in place while the session is open.

import { Button, Group, Textarea, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { SessionView } from '@/lib/desk/protocol';
import { isEditable } from '@/lib/session/state-move';
import { useNotices } from '../shell/notices';
import classes from './NoteCell.module.css';

export function NoteCell({
  view,
  criterionId,
  criterion,
  note,
}: {
  view: SessionView;
  criterionId: string;
  criterion: string;
  note: string;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [draft, setDraft] = useState<string>();
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const editing = draft !== undefined;
  useEffect(() => {
    // The keyboard goes back to where the editing was begun.
    if (wasEditing.current && !editing) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  if (!isEditable(view.session, view.round)) return <span className={classes.text}>{note}</span>;
  if (draft === undefined)
    return (
      <>
        <span className={classes.text}>{note}</span>
        <UnstyledButton
          ref={button}
          className={classes.edit}
          aria-label={`编辑备注：${criterion}`}
          title="编辑备注"
          onClick={() => setDraft(note)}
        >
          <IconPencil size={16} aria-hidden />
        </UnstyledButton>
      </>
    );

  const save = async () => {
    setBusy(true);
    try {
      await client.desk.setVerdicts({
        sessionId: view.session.id,
        by: settings.inspector || view.session.inspector,
        edits: [{ criterionId, note: draft.trim() }],
      });
      setDraft(undefined);
    } catch (error) {
      notices.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Textarea
        aria-label={`备注：${criterion}`}
        autosize
        autoFocus
        minRows={2}
        maxRows={8}
        maxLength={2000}
        size="xs"
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(undefined);
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <Group gap={6} mt={4}>
        <Button size="compact-xs" onClick={() => void save()} loading={busy} title="Ctrl+Enter">
          保存
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setDraft(undefined)} disabled={busy}>
          取消
        </Button>
      </Group>
    </div>
  );
}
