// The words of one list: search, and delete single ones.
import { Alert, Button, Modal, Table, Text, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { sentenceOf, useDeskClient, useDeskQuery } from '@/components/client';
import type { WordListRow } from '@/lib/desk/calls/word-lists';
import { plainText } from '@/lib/text/word-matcher';
import { KIND_WORDS, SEVERITY_WORDS } from '@/lib/word-list/columns';
import { useReturnedFocus } from '../shell/use-returned-focus';
import classes from './WordLists.module.css';

/** Rows drawn at once; searching narrows the rest. */
const MOST_SHOWN = 200;

export function WordListDialog({ list, onClose }: { list: WordListRow; onClose: () => void }) {
  useReturnedFocus();
  const client = useDeskClient();
  const ask = useCallback(() => client.desk.getWordList({ id: list.id }), [client, list.id]);
  const { value, error } = useDeskQuery(ask, ({ what }) => what === 'word-lists');
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<string>();
  const found = useMemo(() => {
    const wanted = plainText(text.trim());
    return (value?.entries ?? []).filter(({ word, correct, note }) =>
      plainText(`${word}\n${correct}\n${note}`).includes(wanted),
    );
  }, [value, text]);

  const remove = (word: string) => {
    setFailed(undefined);
    client.desk.removeWords({ id: list.id, words: [word] }).catch((reason) => setFailed(sentenceOf(reason)));
  };

  return (
    <Modal opened onClose={onClose} title={list.title} size="xl" closeButtonProps={{ 'aria-label': '关闭' }}>
      <TextInput
        label="查找词语"
        placeholder="词语、规范用语或备注"
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Text size="sm" mt="xs" role="status">
        {value
          ? `共 ${value.entries.length} 个，找到 ${found.length} 个${found.length > MOST_SHOWN ? `，显示前 ${MOST_SHOWN} 个` : ''}`
          : '正在读取…'}
      </Text>
      {(failed ?? error) && (
        <Alert role="alert" color="red" mt="sm">
          {failed ?? error}
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled with the keyboard. */}
      <section className={classes.scroller} aria-label="词语一览" tabIndex={0}>
        <Table stickyHeader aria-label="词语">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">词语</Table.Th>
              <Table.Th scope="col">规范用语</Table.Th>
              <Table.Th scope="col">类型</Table.Th>
              <Table.Th scope="col">程度</Table.Th>
              <Table.Th scope="col">例外语境</Table.Th>
              <Table.Th scope="col">操作</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.slice(0, MOST_SHOWN).map((entry) => (
              <Table.Tr key={entry.word}>
                <Table.Th scope="row" className={classes.title}>
                  {entry.word}
                </Table.Th>
                <Table.Td>{entry.correct}</Table.Td>
                <Table.Td>{KIND_WORDS[entry.kind]}</Table.Td>
                <Table.Td>{SEVERITY_WORDS[entry.severity]}</Table.Td>
                <Table.Td>{entry.exceptions.join('、')}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`删除词语“${entry.word}”`}
                    onClick={() => remove(entry.word)}
                  >
                    删除
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Modal>
  );
}
