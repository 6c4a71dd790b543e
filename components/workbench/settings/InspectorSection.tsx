// The inspector's name and the sets proposed for new inspections.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { SetRow } from '@/lib/desk/calls/sets';
import type { SubjectKind } from '@/lib/model/primitives';
import type { Settings } from '@/lib/model/settings';
import { useNotices } from '../shell/notices';
import { Section } from './Section';
import classes from './SettingsScreen.module.css';

export function InspectorSection({
  settings,
  change,
}: {
  settings: Settings;
  change: (part: Partial<Settings>) => Promise<void>;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const ask = useCallback(() => client.desk.listSets({}), [client]);
  const { value: sets, error } = useDeskQuery(ask, ({ what }) => what === 'sets');
  const [name, setName] = useState(settings.inspector);
  const [busy, setBusy] = useState(false);
  useEffect(() => setName(settings.inspector), [settings.inspector]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await change({ inspector: name.trim() });
      notices.done('检查员姓名已保存。');
    } catch (reason) {
      notices.failed(reason);
    } finally {
      setBusy(false);
    }
  };
  const choose = (kind: SubjectKind, id: string) =>
    void change({ defaultSetId: { ...settings.defaultSetId, [kind]: id } }).then(
      () => notices.done('默认指标体系已保存。'),
      (reason) => notices.failed(reason),
    );

  return (
    <>
      <Section title="检查员">
        <form className={classes.row} onSubmit={(event) => void save(event)}>
          <TextInput
            label="检查员姓名"
            description="记入认定、操作记录和评分表。"
            autoComplete="name"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={name.trim() === settings.inspector}>
            保存姓名
          </Button>
        </form>
      </Section>
      <Section title="默认指标体系">
        <div className={classes.row}>
          {(['website', 'new-media'] as const).map((kind) => (
            <NativeSelect
              key={kind}
              label={kind === 'website' ? '检查政府网站时' : '检查政务新媒体时'}
              value={settings.defaultSetId[kind]}
              error={kind === 'website' ? error : undefined}
              onChange={(event) => choose(kind, event.currentTarget.value)}
              data={choices(sets ?? [], kind, settings.defaultSetId[kind])}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

/** One choice per set id, named by its newest version; a chosen set that is gone stays visible as such. */
function choices(sets: SetRow[], kind: SubjectKind, chosen: string) {
  const byId = new Map<string, string>();
  for (const { id, title, appliesTo } of sets) {
    if (appliesTo === kind && !byId.has(id)) byId.set(id, title);
  }
  if (!byId.has(chosen)) byId.set(chosen, `${chosen}（未找到）`);
  return [...byId].map(([value, label]) => ({ value, label }));
}
