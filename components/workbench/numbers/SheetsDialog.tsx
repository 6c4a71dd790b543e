// The sheets behind a number: a list that leads to each inspection.
import { Button, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BookEntry } from '@/lib/model/round-book';
import { RESULT_WORD, STATE_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import { DataTable } from '../shell/DataTable';
import type { Behind } from './behind';
import classes from './numbers.module.css';

/** Rows at first and more with each press: 1,753 accounts at once would hold the page. */
const PORTION = 200;

/**
 * `behind` stays while the dialog closes. `onClosed` gives the focus back to the number that opened it: on a busy computer the
 * dialog's own way notes what had the focus too late.
 */
export function SheetsDialog({
  behind,
  opened,
  entries,
  onClose,
  onClosed,
}: {
  behind: Behind | undefined;
  opened: boolean;
  entries: readonly BookEntry[];
  onClose: () => void;
  onClosed: () => void;
}) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      title={behind?.title}
      size="xl"
    >
      {behind && <Sheets key={behind.title} behind={behind} entries={entries} />}
    </Modal>
  );
}

function Sheets({ behind, entries }: { behind: Behind; entries: readonly BookEntry[] }) {
  const [shown, setShown] = useState(PORTION);
  const wanted = new Set(behind.subjectIds);
  const rows = entries.filter(({ subject }) => wanted.has(subject.id));
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        共 {rows.length} 个对象{rows.length > shown && `，已列出前 ${shown} 个`}。点击名称打开评分表。
      </Text>
      <DataTable
        label="对应的评分表"
        minWidth={520}
        striped
        columns={['检查对象', '单位', '检查员', '状态', { name: '得分', right: true }, '结果']}
      >
        {rows.slice(0, shown).map((entry) => (
          <SheetRow key={entry.subject.id} entry={entry} />
        ))}
      </DataTable>
      {rows.length > shown && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + PORTION)}>
          再列出 {Math.min(PORTION, rows.length - shown)} 个
        </Button>
      )}
    </>
  );
}

function SheetRow({ entry: { subject, session, sheet, assignment } }: { entry: BookEntry }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {session ? (
          <Link href={`/sessions/${encodeURIComponent(session.id)}`}>{subject.name}</Link>
        ) : (
          subject.name
        )}
      </Table.Th>
      <Table.Td>{subject.unit ?? ''}</Table.Td>
      <Table.Td className={classes.short}>{session?.inspector || assignment?.inspector || '未分配'}</Table.Td>
      <Table.Td className={classes.short}>{session ? STATE_WORD[session.state] : '未检'}</Table.Td>
      <Table.Td ta="right">{sheet && sheet.total !== null ? formatPoints(sheet.total) : '—'}</Table.Td>
      <Table.Td className={classes.short}>{sheet ? RESULT_WORD[sheet.result] : '—'}</Table.Td>
    </Table.Tr>
  );
}
