// Reads a word list file, shows all that is wrong with it, and stores it only when nothing is.
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeskClient } from '@/components/client';
import type { WordListRow } from '@/lib/desk/calls/word-lists';
import type { ReadWordList } from '@/lib/word-list/read-word-list';
import { FileReading, MistakesAlert, useFileReading } from '../import/FileReading';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import classes from './WordLists.module.css';

/** Rows named on screen; the rest is counted. */
const MOST_SHOWN = 200;

/** @param known lists that are stored; one of the same name is replaced */
export function WordListImport({
  file,
  known,
  onClose,
}: {
  file: File;
  known: readonly WordListRow[];
  onClose: () => void;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const { reading, error } = useFileReading(file, readFile);
  const [title, setTitle] = useState(() => file.name.replace(/\.\w{2,5}$/, '').slice(0, 100));

  const entries = reading?.entries;
  const name = title.trim();
  const earlier = known.find((list) => list.title === name);
  const errors = reading?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
  const count = (kind: 'forbidden' | 'required') => entries?.filter((entry) => entry.kind === kind).length;
  return (
    <ConfirmDialog
      title="导入用语表"
      confirmName={earlier ? '替换并导入' : '导入'}
      disabled={!entries || name === ''}
      onClose={onClose}
      onConfirm={async () => {
        if (!entries) return;
        await client.desk.putWordList({
          title: name,
          enabled: earlier?.enabled ?? true,
          entries,
          ...(earlier && { id: earlier.id }),
        });
        notices.done(`已导入“${name}”，共 ${entries.length} 个词语。`);
      }}
    >
      <FileReading file={file} done={reading !== undefined} error={error} />
      <MistakesAlert errors={errors} />
      {entries && (
        <>
          <TextInput
            label="用语表名称"
            value={title}
            maxLength={100}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={name === '' && '请填写名称。'}
          />
          <Text size="sm" mt="sm">
            共 {entries.length} 个词语：禁用 {count('forbidden')} 个，必备 {count('required')} 个。
            {earlier && `将替换现有的“${earlier.title}”。`}
          </Text>
        </>
      )}
      {reading && reading.problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard.
        <section className={classes.problems} aria-label="核对结果" tabIndex={0}>
          <ul>
            {reading.problems.slice(0, MOST_SHOWN).map(({ severity, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never changes.
              <li key={index}>
                {severity === 'error' ? '错误' : '提醒'} {message}
              </li>
            ))}
          </ul>
          {reading.problems.length > MOST_SHOWN && (
            <Text size="sm">另有 {reading.problems.length - MOST_SHOWN} 处未列出。</Text>
          )}
        </section>
      )}
    </ConfirmDialog>
  );
}

async function readFile(file: File): Promise<ReadWordList> {
  const { readWordList } = await import('@/lib/word-list/read-word-list');
  return readWordList(new Uint8Array(await file.arrayBuffer()));
}
