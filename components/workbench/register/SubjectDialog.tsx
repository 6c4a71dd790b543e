// One line of the register, to be corrected or added.
import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeskClient } from '@/components/client';
import type { Subject } from '@/lib/model/session';
import { KIND_WORD } from '@/lib/register/words';
import { FILING_WORD } from '@/lib/text/filing-words';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { choices, GROUP_CHOICES, PLATFORM_CHOICES } from './register-filter';
import { readForm, type SubjectForm, toForm } from './subject-form';

/** @param subject left out = a new one */
export function SubjectDialog({
  subject,
  register,
  onClose,
}: {
  subject?: Subject;
  register: readonly Subject[];
  onClose: () => void;
}) {
  const { desk } = useDeskClient();
  const notices = useNotices();
  const [form, setForm] = useState<SubjectForm>(() => toForm(subject));
  const field = (name: Exclude<keyof SubjectForm, 'hasServices'>) => ({
    value: form[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setForm((before) => ({ ...before, [name]: value })),
  });
  const isAccount = form.kind === 'new-media';
  return (
    <ConfirmDialog
      title={subject ? `修改“${subject.name}”` : '新增检查对象'}
      confirmName="保存"
      onClose={onClose}
      onConfirm={async () => {
        const read = readForm(form, subject, register);
        await desk.putSubject({ ...read, id: subject?.id ?? crypto.randomUUID() });
        notices.done(`已保存“${read.name}”。`);
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <NativeSelect label="类型" data={choices(KIND_WORD)} {...field('kind')} />
        <TextInput label="名称（必填）" {...field('name')} />
        <TextInput label="单位" {...field('unit')} />
        <NativeSelect
          label="分组"
          data={[
            { value: '', label: '未分组' },
            ...GROUP_CHOICES.filter(({ value }) => value && value !== 'none'),
          ]}
          {...field('group')}
        />
        {isAccount && (
          <>
            <NativeSelect
              label="平台（必填）"
              data={[{ value: '', label: '请选择' }, ...PLATFORM_CHOICES.filter(({ value }) => value)]}
              {...field('platform')}
            />
            <TextInput label="账号" description="平台上的账号或 ID，可不填" {...field('account')} />
          </>
        )}
        <TextInput label={isAccount ? '账号网页地址' : '网址'} {...field('url')} />
        {!isAccount && (
          <>
            <TextInput label="网站标识码" {...field('siteIdCode')} />
            <TextInput label="其他域名" description="用顿号隔开" {...field('aliases')} />
          </>
        )}
        <TextInput label="主办单位" {...field('sponsor')} />
        <NativeSelect
          label="备案状态"
          data={[{ value: '', label: '未填写' }, ...choices(FILING_WORD)]}
          {...field('filing')}
        />
        <TextInput label="开设日期" type="date" {...field('openedDay')} />
        <TextInput label="变更日期" type="date" {...field('changedDay')} />
        <TextInput label="关停日期" type="date" {...field('closedDay')} />
        <TextInput label="联系方式" {...field('contact')} />
      </SimpleGrid>
      <Textarea label="备注" mt="xs" autosize minRows={2} {...field('note')} />
      {!isAccount && (
        <Checkbox
          mt="sm"
          label="该单位提供办事服务"
          checked={form.hasServices}
          onChange={({ currentTarget: { checked } }) =>
            setForm((before) => ({ ...before, hasServices: checked }))
          }
        />
      )}
    </ConfirmDialog>
  );
}
