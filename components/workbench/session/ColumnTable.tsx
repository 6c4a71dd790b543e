// The table of columns; name, kind, period and exclusion are corrected in place.
import { Anchor, Checkbox, NativeSelect, NumberInput, Table, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ColumnCorrection, ColumnKind } from '@/lib/model/columns';
import { WideTable } from '../shell/WideTable';
import classes from './ColumnTable.module.css';
import type { ColumnRow } from './column-rows';
import sheet from './SheetView.module.css';

const KIND_WORDS: Record<ColumnKind, string> = {
  news: '动态要闻',
  notice: '通知公告',
  policy: '政策文件',
  other: '其他',
};
const STATE_WORDS: Record<ColumnRow['state'], string> = {
  fresh: '按期更新',
  stale: '未及时更新',
  empty: '空白',
  undated: '未标日期',
  unlimited: '未设期限',
  excluded: '不要求更新',
  unseen: '本次未查看',
};
const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

type Correct = (key: string, correction: ColumnCorrection) => Promise<boolean>;

export function ColumnTable({ rows, correct }: { rows: readonly ColumnRow[]; correct: Correct }) {
  return (
    <WideTable label="栏目" minWidth={940}>
      <Table withTableBorder className={sheet.table} aria-label="栏目">
        <colgroup>
          <col style={{ width: '22%' }} />
          <col style={{ width: 130 }} />
          <col style={{ width: 106 }} />
          <col style={{ width: 74 }} />
          <col style={{ width: 132 }} />
          <col style={{ width: 112 }} />
          <col style={{ width: 88 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">类别</th>
            <th scope="col">最新日期</th>
            <th scope="col">距今（天）</th>
            <th scope="col">更新期限</th>
            <th scope="col">状态</th>
            <th scope="col">不要求更新</th>
            <th scope="col">页面</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} correct={correct} />
          ))}
        </tbody>
      </Table>
    </WideTable>
  );
}

function Row({ row, correct }: { row: ColumnRow; correct: Correct }) {
  const { name, kind, known } = row;
  return (
    <tr>
      <th scope="row">
        {known ? <NameField row={row} correct={correct} /> : name}
        {row.correctedBy && (
          <Text size="xs" c="dimmed">
            {row.correctedBy}已更正
          </Text>
        )}
      </th>
      <td>{known ? <KindField row={row} correct={correct} /> : KIND_WORDS[kind]}</td>
      <td>{row.newest || '—'}</td>
      <td>{row.days ?? '—'}</td>
      <td>{known ? <PeriodField row={row} correct={correct} /> : row.limit || '未设'}</td>
      <td>
        <span className={classes.state} data-state={row.state}>
          {STATE_WORDS[row.state]}
        </span>
        {!row.certain && row.state !== 'excluded' && (
          <Text size="xs" c="dimmed">
            待核实
          </Text>
        )}
      </td>
      <td>{known && <ExcludedField row={row} correct={correct} />}</td>
      <td>
        <PageLinks row={row} />
      </td>
    </tr>
  );
}

/** The choice is on screen at once and goes back when it is refused. */
function useChoice<T>(stored: T, save: (value: T) => Promise<boolean>): [T, (value: T) => void] {
  const [shown, setShown] = useState(stored);
  useEffect(() => setShown(stored), [stored]);
  const choose = async (value: T) => {
    setShown(value);
    if (!(await save(value))) setShown(stored);
  };
  return [shown, (value) => void choose(value)];
}

function KindField({ row, correct }: { row: ColumnRow; correct: Correct }) {
  const [kind, choose] = useChoice(row.kind, (value) => correct(row.key, { kind: value }));
  return (
    <NativeSelect
      size="xs"
      aria-label={`类别：${row.name}`}
      data={KINDS}
      value={kind}
      onChange={(event) => choose(event.currentTarget.value as ColumnKind)}
    />
  );
}

function ExcludedField({ row, correct }: { row: ColumnRow; correct: Correct }) {
  const [excluded, choose] = useChoice(row.excluded, (value) => correct(row.key, { excluded: value }));
  return (
    <Checkbox
      aria-label={`不要求更新：${row.name}`}
      checked={excluded}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}

/** Saved on Enter or on leaving the field; what is refused goes back to what is stored. */
function NameField({ row, correct }: { row: ColumnRow; correct: Correct }) {
  const [draft, setDraft] = useState(row.name);
  useEffect(() => setDraft(row.name), [row.name]);
  const save = async () => {
    if (draft.trim() === row.name) return setDraft(row.name);
    if (!(await correct(row.key, { name: draft }))) setDraft(row.name);
  };
  return (
    <TextInput
      size="xs"
      aria-label={`名称：${row.name}`}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(row.name);
      }}
    />
  );
}

/** Empty = the period of the column's kind, shown as the placeholder. */
function PeriodField({ row, correct }: { row: ColumnRow; correct: Correct }) {
  const stored = row.updateDays ?? '';
  const [draft, setDraft] = useState<number | string>(stored);
  useEffect(() => setDraft(stored), [stored]);
  const save = async () => {
    if (draft === stored) return;
    const updateDays = draft === '' ? null : Number(draft);
    if (!(await correct(row.key, { updateDays }))) setDraft(stored);
  };
  return (
    <NumberInput
      size="xs"
      aria-label={`更新期限（天）：${row.name}`}
      placeholder={row.updateDays ? '' : row.limit || '未设'}
      suffix=" 天"
      min={1}
      max={3660}
      allowDecimal={false}
      hideControls
      value={draft}
      onChange={setDraft}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(stored);
      }}
    />
  );
}

/** Only web addresses are made into links: an address from a page may be anything. */
function PageLinks({ row }: { row: ColumnRow }) {
  const addresses = [...new Set([row.url, row.page])].filter((address) => /^https?:\/\//i.test(address));
  if (addresses.length === 0) return '—';
  return addresses.map((address) => (
    <Anchor key={address} href={address} target="_blank" rel="noreferrer" size="xs" className={classes.page}>
      {address}
    </Anchor>
  ));
}
