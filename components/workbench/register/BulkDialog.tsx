// Sets fields of many lines of the register at once; what is left alone stays.

import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeskClient } from '@/components/client';
import type { DeskInput } from '@/lib/desk/protocol';
import { FILING_WORD } from '@/lib/text/filing-words';
import { GROUP_WORD } from '@/lib/text/subject-words';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { choices } from './register-filter';

type Change = DeskInput<'editSubjects'>['change'];

const STAY = { value: '', label: '不改动' };

export function BulkDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { desk } = useDeskClient();
  const notices = useNotices();
  const [group, setGroup] = useState('');
  const [filing, setFiling] = useState('');
  const [services, setServices] = useState('');
  const [unit, setUnit] = useState('');
  const [sponsor, setSponsor] = useState('');
  const change: Change = {
    ...(group !== '' && { group: group === 'none' ? null : (group as Change['group']) }),
    ...(filing !== '' && { filingState: filing as Change['filingState'] }),
    ...(services !== '' && { hasServices: services === 'yes' }),
    ...(unit.trim() !== '' && { unit: unit.trim() }),
    ...(sponsor.trim() !== '' && { sponsor: sponsor.trim() }),
  };
  return (
    <ConfirmDialog
      title={`批量修改 ${ids.length} 个检查对象`}
      confirmName="修改"
      disabled={Object.keys(change).length === 0}
      onClose={onClose}
      onConfirm={async () => {
        await desk.editSubjects({ ids: [...ids], change });
        notices.done(`已修改 ${ids.length} 个检查对象。`);
      }}
    >
      <Text size="sm" mb="sm">
        只改动下面选择或填写了的内容。
      </Text>
      <NativeSelect
        label="分组"
        value={group}
        data={[STAY, ...choices(GROUP_WORD), { value: 'none', label: '未分组' }]}
        onChange={({ currentTarget }) => setGroup(currentTarget.value)}
      />
      <NativeSelect
        label="备案状态"
        mt="xs"
        value={filing}
        data={[STAY, ...choices(FILING_WORD)]}
        onChange={({ currentTarget }) => setFiling(currentTarget.value)}
      />
      <NativeSelect
        label="提供办事服务"
        mt="xs"
        value={services}
        data={[STAY, { value: 'yes', label: '是' }, { value: 'no', label: '否' }]}
        onChange={({ currentTarget }) => setServices(currentTarget.value)}
      />
      <TextInput
        label="单位"
        mt="xs"
        placeholder="不改动"
        value={unit}
        onChange={({ currentTarget }) => setUnit(currentTarget.value)}
      />
      <TextInput
        label="主办单位"
        mt="xs"
        placeholder="不改动"
        value={sponsor}
        onChange={({ currentTarget }) => setSponsor(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
