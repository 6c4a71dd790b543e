// What an inspector notes of an account beside the verdicts: last publication, filing as found, functions tried.
import { Button, Checkbox, CloseButton, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AccountNotes } from '@/lib/model/new-media';
import type { Filing } from '@/lib/model/register';
import type { Session, Subject } from '@/lib/model/session';
import { FILING_WORD } from '@/lib/text/filing-words';
import classes from './MediaScreen.module.css';

type Notes = Omit<AccountNotes, 'by' | 'at'>;

/** `onSave` resolves when the notes are stored. */
export function AccountNotesForm({
  subject,
  session,
  locked,
  onSave,
}: {
  subject: Subject;
  session: Session;
  locked: boolean;
  onSave: (notes: Notes) => Promise<void>;
}) {
  const [day, setDay] = useState(session.account?.lastPublishedDay ?? '');
  const [filing, setFiling] = useState<Filing['state'] | ''>(session.account?.filing ?? '');
  const [functions, setFunctions] = useState(session.account?.functions ?? []);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const add = () => {
    const trimmed = name.trim();
    if (trimmed === '' || functions.some((one) => one.name === trimmed)) return functions;
    const all = [...functions, { name: trimmed, works: true }];
    setFunctions(all);
    setName('');
    return all;
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const tested = add();
    setBusy(true);
    await onSave({
      ...(day === '' ? {} : { lastPublishedDay: day }),
      ...(filing === '' ? {} : { filing }),
      ...(tested.length === 0 ? {} : { functions: tested }),
    });
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void save(event)} aria-label="账号情况" className={classes.notes}>
      <Group gap="sm" align="end">
        <TextInput
          type="date"
          label="最近发布日期"
          value={day}
          disabled={locked}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <NativeSelect
          label="备案状态（检查发现）"
          value={filing}
          disabled={locked}
          onChange={(event) => setFiling(event.currentTarget.value as Filing['state'] | '')}
          data={[
            { value: '', label: `同台账（${FILING_WORD[subject.filing?.state ?? 'unknown']}）` },
            ...(['filed', 'unfiled', 'change-unfiled', 'closed'] as const).map((value) => ({
              value,
              label: FILING_WORD[value],
            })),
          ]}
        />
      </Group>
      <fieldset className={classes.functions} disabled={locked}>
        <legend>功能测试（勾选表示可用）</legend>
        {functions.map((one) => (
          <Group key={one.name} gap={4} wrap="nowrap">
            <Checkbox
              label={one.name}
              checked={one.works}
              onChange={(event) => {
                const works = event.currentTarget.checked;
                setFunctions(functions.map((other) => (other === one ? { ...one, works } : other)));
              }}
            />
            <CloseButton
              size="sm"
              aria-label={`删除功能“${one.name}”`}
              onClick={() => setFunctions(functions.filter((other) => other !== one))}
            />
          </Group>
        ))}
        <Group gap="xs" align="end">
          <TextInput
            label="功能名称"
            placeholder="如：办事大厅"
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button variant="default" type="button" onClick={add}>
            添加
          </Button>
        </Group>
      </fieldset>
      <Group gap="sm">
        <Button type="submit" loading={busy} disabled={locked}>
          保存账号情况
        </Button>
        <Text size="sm" c="dimmed">
          最近发布日期距登记当日超过 14 天的，建议认定“2 周内无更新”；每项不可用的功能建议计 1 处。
        </Text>
      </Group>
    </form>
  );
}
