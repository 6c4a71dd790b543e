// The note of a criterion while it is written: kept on Ctrl+Enter or when the field is left, dropped on Escape.
import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import styles from './checklist.module.css';

export function NoteEditor(props: { note: string; onDone(note: string | undefined): void }) {
  const [text, setText] = useState(props.note);
  const done = useRef(false);
  const finish = (note: string | undefined) => {
    if (done.current) return;
    done.current = true;
    props.onDone(note === props.note ? undefined : note);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border; this only groups field and buttons
    <div
      role="group"
      aria-label="编辑备注"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) finish(text.trim());
      }}
    >
      <Textarea
        mt={6}
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        autoFocus
        aria-label="备注"
        placeholder="写明问题所在、核实情况等"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(text.trim());
          if (event.key === 'Escape') finish(undefined);
        }}
      />
      <div className={styles.buttons}>
        <Button size="compact-xs" mt={4} onClick={() => finish(text.trim())}>
          保存备注
        </Button>
        <Button size="compact-xs" mt={4} variant="default" onClick={() => finish(undefined)}>
          放弃修改
        </Button>
      </div>
    </div>
  );
}
