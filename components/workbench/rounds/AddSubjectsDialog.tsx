// Takes subjects of the register into a round that has begun: chosen by hand, one line of the trail.
import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import { NO_FILTER, shownSubjects } from '../register/register-filter';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { Failure, Loading } from '../shell/screen-states';
import classes from './Rounds.module.css';
import { groupName } from './round-words';

/** Drawn at once; the search finds the others. */
const MOST = 100;

export function AddSubjectsDialog({ roundId, onClose }: { roundId: string; onClose: () => void }) {
  const { desk } = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const ask = useCallback(() => desk.subjectsOutside({ roundId }), [desk, roundId]);
  const { value, error, reload } = useDeskQuery(ask, ({ what }) => what === 'subjects' || what === 'rounds');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => shownSubjects(value ?? [], { ...NO_FILTER, text }), [value, text]);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <ConfirmDialog
      title="加入检查对象"
      confirmName={`加入所选（${chosen.size}）`}
      disabled={chosen.size === 0}
      onClose={onClose}
      onConfirm={async () => {
        const { added } = await desk.changeSubjects({
          roundId,
          add: [...chosen],
          remove: [],
          by: settings.inspector,
        });
        notices.done(`已加入 ${added} 个检查对象。`);
      }}
    >
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!value && !error && <Loading what="台账" />}
      {value?.length === 0 && <Text>台账中没有可以加入的对象：指标体系适用的对象都已在本轮次中。</Text>}
      {value && value.length > 0 && (
        <Stack gap="sm">
          <TextInput
            label="搜索"
            type="search"
            placeholder="名称、单位、网址、账号"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Text size="sm" role="status">
            可以加入 {value.length} 个，符合搜索的 {shown.length} 个，已选 {chosen.size} 个
            {shown.length > MOST && `；下面列出前 ${MOST} 个，请用搜索缩小范围`}
          </Text>
          <fieldset aria-label="可以加入的检查对象" className={classes.outside}>
            {shown.slice(0, MOST).map(({ id, name, kind, group }) => (
              <Checkbox
                key={id}
                label={`${name}，${groupName(`${kind} ${group ?? ''}`)}`}
                checked={chosen.has(id)}
                onChange={() => toggle(id)}
              />
            ))}
          </fieldset>
        </Stack>
      )}
    </ConfirmDialog>
  );
}
