// The office's word lists: import, switch on and off, look into, hand out, delete.
import { Button, FileButton, Group, Switch, Table, Text } from '@mantine/core';
import { IconDownload, IconTableImport } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { WordListRow } from '@/lib/desk/calls/word-lists';
import { XLSX_MIME } from '@/lib/export/exported-file';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { ActionButton } from '../shell/ActionButton';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { Section } from './Section';
import { WordListDialog } from './WordListDialog';
import { WordListImport } from './WordListImport';
import classes from './WordLists.module.css';

export function WordListsSection() {
  const client = useDeskClient();
  const notices = useNotices();
  const ask = useCallback(() => client.desk.listWordLists({}), [client]);
  const { value: lists, error } = useDeskQuery(ask, ({ what }) => what === 'word-lists');
  const [file, setFile] = useState<File | null>(null);
  const [shown, setShown] = useState<WordListRow>();
  const [doomed, setDoomed] = useState<WordListRow>();
  const resetFile = useRef<() => void>(null);

  const template = async () => {
    try {
      const { writeWordListTemplate } = await import('@/lib/word-list/write-word-list');
      await client.saveFile('用语表模板.xlsx', await writeWordListTemplate(), XLSX_MIME);
      notices.done('已下载用语表模板。');
    } catch (reason) {
      notices.failed(reason);
    }
  };
  const download = async ({ id, title }: WordListRow) => {
    try {
      const { entries } = await client.desk.getWordList({ id });
      const { writeWordList } = await import('@/lib/word-list/write-word-list');
      const name = title.replace(/[\\/:*?"<>|\s]+/g, '_');
      await client.saveFile(`${name}.xlsx`, await writeWordList(title, entries), XLSX_MIME);
      notices.done(`已下载“${title}”。`);
    } catch (reason) {
      notices.failed(reason);
    }
  };
  const flip = (list: WordListRow, enabled: boolean) =>
    void client.desk.switchWordList({ id: list.id, enabled }).then(
      () => notices.done(`已${enabled ? '启用' : '停用'}“${list.title}”。`),
      (reason) => notices.failed(reason),
    );

  return (
    <Section title="规范用语表">
      <Text size="sm" mb="sm">
        按本单位的用语表比对页面文字：不应出现的词语、规范写法和首页必备用语。本扩展不附带任何词语；启用的用语表自下一次自动检查起生效。
      </Text>
      <Group>
        <FileButton resetRef={resetFile} onChange={setFile} accept=".xlsx,.csv,.txt">
          {(props) => (
            <ActionButton {...props} icon={IconTableImport}>
              导入用语表
            </ActionButton>
          )}
        </FileButton>
        <ActionButton icon={IconDownload} onClick={() => void template()}>
          下载用语表模板
        </ActionButton>
      </Group>
      {error && (
        <Text c="red" size="sm" mt="sm" role="alert">
          {error}
        </Text>
      )}
      {lists && lists.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          还没有用语表。
        </Text>
      )}
      {lists && lists.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard.
        <section className={classes.wide} aria-label="用语表一览" tabIndex={0}>
          <Table withTableBorder aria-label="用语表">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">启用</Table.Th>
                <Table.Th scope="col">名称</Table.Th>
                <Table.Th scope="col">禁用</Table.Th>
                <Table.Th scope="col">必备</Table.Th>
                <Table.Th scope="col">导入时间</Table.Th>
                <Table.Th scope="col">操作</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lists.map((list) => (
                <Table.Tr key={list.id}>
                  <Table.Td>
                    <Switch
                      aria-label={`启用“${list.title}”`}
                      checked={list.enabled}
                      onChange={(event) => flip(list, event.currentTarget.checked)}
                    />
                  </Table.Td>
                  <Table.Th scope="row" className={classes.title}>
                    {list.title}
                  </Table.Th>
                  <Table.Td>
                    {list.forbidden}
                    {list.serious > 0 && `（严重 ${list.serious}）`}
                  </Table.Td>
                  <Table.Td>{list.required}</Table.Td>
                  <Table.Td>{shanghaiMinute(list.at)}</Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap">
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`查看“${list.title}”`}
                        onClick={() => setShown(list)}
                      >
                        查看
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`下载“${list.title}”`}
                        onClick={() => void download(list)}
                      >
                        下载
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`删除“${list.title}”`}
                        onClick={() => setDoomed(list)}
                      >
                        删除
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {file && (
        <WordListImport
          file={file}
          known={lists ?? []}
          onClose={() => {
            setFile(null);
            resetFile.current?.();
          }}
        />
      )}
      {shown && <WordListDialog list={shown} onClose={() => setShown(undefined)} />}
      {doomed && (
        <ConfirmDialog
          title="删除用语表？"
          confirmName="删除"
          danger
          onClose={() => setDoomed(undefined)}
          onConfirm={async () => {
            await client.desk.removeWordList({ id: doomed.id });
            notices.done(`已删除“${doomed.title}”。`);
          }}
        >
          <Text className={classes.title}>
            将删除“{doomed.title}”及其中的 {doomed.forbidden + doomed.required} 个词语，已作出的检查结果不变。
          </Text>
        </ConfirmDialog>
      )}
    </Section>
  );
}
