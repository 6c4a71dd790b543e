// Says by hand which registered website messages are about, or which group their unit belongs to.
import { NativeSelect, Select, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { CitizenRow } from '@/lib/desk/calls/citizen-reports';
import { SubjectGroup } from '@/lib/model/register';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import { byName } from '@/lib/text/order';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { Failure } from '../shell/screen-states';

const NONE = 'none';

export function LinkDialog({
  roundId,
  rows,
  onClose,
}: {
  roundId: string;
  rows: readonly CitizenRow[];
  onClose: () => void;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const ask = useCallback(() => client.desk.listSubjects({}), [client]);
  const { value: subjects, error, reload } = useDeskQuery(ask, ({ what }) => what === 'subjects');
  const [subject, setSubject] = useState<string | null>(null);
  const [group, setGroup] = useState('');
  const choices = useMemo(() => {
    const fitting = new Set(rows.flatMap(({ candidates }) => candidates));
    const sites = (subjects ?? [])
      .filter(({ kind }) => kind === 'website')
      .map(({ id, name, unit, host }) => ({
        value: id,
        label: [name, unit, host].filter(Boolean).join(' · '),
      }))
      .sort((a, b) => byName(a.label, b.label));
    const groups = [
      { group: '可能相符', items: sites.filter(({ value }) => fitting.has(value)) },
      { group: '台账中的其他网站', items: sites.filter(({ value }) => !fitting.has(value)) },
      { group: '不关联', items: [{ value: NONE, label: '台账中没有，不关联' }] },
    ];
    return groups.filter(({ items }) => items.length > 0);
  }, [subjects, rows]);
  return (
    <ConfirmDialog
      title={`关联 ${rows.length} 条留言`}
      confirmName="保存"
      disabled={subject === null && group === ''}
      onClose={onClose}
      onConfirm={async () => {
        await client.desk.linkCitizenReports({
          roundId,
          numbers: rows.map(({ report }) => report.number),
          ...(subject === null ? {} : { subjectId: subject === NONE ? null : subject }),
          ...(group === '' ? {} : { group: group === NONE ? null : SubjectGroup.parse(group) }),
        });
        notices.done(`已更新 ${rows.length} 条留言。`);
      }}
    >
      {error && <Failure message={error} onRetry={() => void reload()} />}
      <Select
        label="检查对象"
        placeholder="保持不变；可输入名称、单位或域名查找"
        searchable
        clearable
        limit={100}
        data={choices}
        value={subject}
        onChange={setSubject}
        nothingFoundMessage="台账中没有这样的网站"
      />
      <NativeSelect
        mt="md"
        label="分组"
        value={group}
        onChange={({ currentTarget }) => setGroup(currentTarget.value)}
        data={[
          { value: '', label: '保持不变' },
          ...SubjectGroup.options.map((value) => ({ value, label: NUMBERS_GROUP_WORD[value] })),
          { value: NONE, label: NUMBERS_GROUP_WORD.none },
        ]}
      />
      <Text size="sm" mt="xs">
        已关联检查对象的，单位和分组以台账为准；手工选定的，再次导入时保持不变。
      </Text>
    </ConfirmDialog>
  );
}
