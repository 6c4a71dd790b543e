// The register as a table: who each subject is, whose it is, and where its inspection stands.
import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import type { Subject } from '@/lib/model/session';
import { KIND_WORD } from '@/lib/register/words';
import { FILING_WORD } from '@/lib/text/filing-words';
import { GROUP_WORD, PLATFORM_WORD } from '@/lib/text/subject-words';
import { type Column, VirtualTable } from '../list/VirtualTable';
import list from '../list/VirtualTable.module.css';
import classes from './Register.module.css';

const COLUMNS: readonly Column[] = [
  { name: '名称' },
  { name: '单位', width: 200 },
  { name: '分组', width: 90 },
  { name: '平台', width: 110 },
  { name: '备案状态', width: 100 },
  { name: '检查', width: 104 },
  { name: '操作', width: 46, hidden: true },
];

/** Where a subject stands in the current round. */
export type Progress = 'none' | 'begun' | 'finished';
const ACTION: Record<Progress, string> = { none: '开始检查', begun: '继续检查', finished: '查看结果' };

export interface RowActions {
  onEdit(subject: Subject): void;
  onOpen(subject: Subject): void;
  onRemove(subject: Subject): void;
}

/** `actions` must keep its identity. */
export function RegisterTable({
  rows,
  chosen,
  onChoose,
  progress,
  actions,
}: {
  rows: readonly Subject[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  progress: ReadonlyMap<string, Progress>;
  actions: RowActions;
}) {
  return (
    <VirtualTable
      label="检查对象列表"
      rows={rows}
      columns={COLUMNS}
      idOf={idOf}
      rowHeight={64}
      minWidth={900}
      fills
      choice={{ chosen, onChoose, all: '选择全部所列对象', nameOf: ({ name }) => `选择“${name}”` }}
      cells={(subject) => (
        <Cells subject={subject} progress={progress.get(subject.id) ?? 'none'} actions={actions} />
      )}
    />
  );
}

function idOf({ id }: Subject): string {
  return id;
}

const Cells = memo(function Cells({
  subject,
  progress,
  actions,
}: {
  subject: Subject;
  progress: Progress;
  actions: RowActions;
}) {
  const { name, unit, sponsor, kind, group, platform, account, filing, url } = subject;
  const detail = kind === 'website' ? (url ?? '没有网址') : (account ?? url ?? '');
  return (
    <>
      <th scope="row">
        <button
          type="button"
          className={`${list.name} ${classes.edit}`}
          title={`修改“${name}”`}
          onClick={() => actions.onEdit(subject)}
        >
          {name}
        </button>
        <span className={list.sub} title={detail}>
          {detail}
        </span>
      </th>
      <td title={unit ?? sponsor}>
        <span className={list.clamp}>{unit ?? sponsor ?? ''}</span>
      </td>
      <td>{group ? GROUP_WORD[group] : '—'}</td>
      <td>{platform ? PLATFORM_WORD[platform] : KIND_WORD[kind]}</td>
      <td>{filing ? FILING_WORD[filing.state] : '—'}</td>
      <td>
        <button
          type="button"
          className={classes.action}
          aria-label={`${ACTION[progress]}“${name}”`}
          onClick={() => actions.onOpen(subject)}
        >
          {ACTION[progress]}
        </button>
      </td>
      <td>
        <button
          type="button"
          className={list.remove}
          aria-label={`删除“${name}”`}
          title="删除"
          onClick={() => actions.onRemove(subject)}
        >
          <IconTrash size={18} aria-hidden />
        </button>
      </td>
    </>
  );
});
