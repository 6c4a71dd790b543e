// One criterion that two inspectors judged differently: both judgements side by side, and the choice between them.
import { Fieldset, Group, NumberInput, Radio, Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import { memo } from 'react';
import { useDeskClient } from '@/components/client';
import type { PlannedConflict } from '@/lib/merge/merge-plan';
import type { Judgement, MergeChoice } from '@/lib/merge/session-copy';
import type { Verdict } from '@/lib/model/session';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { VERDICT_WORD } from '@/lib/report/words';
import { ConflictPicture } from './ConflictPicture';
import classes from './Merge.module.css';

const STATUSES = (['untested', 'ok', 'hit', 'na', 'disputed'] as const).map((value) => ({
  value,
  label: VERDICT_WORD[value],
}));

/** Drawn anew only when its own decision changes: there may be dozens, and the progress bar moves. */
export const ConflictCard = memo(function ConflictCard({
  subject,
  conflict,
  name,
  choice,
  onChoose: onChooseOf,
}: {
  subject: string;
  conflict: PlannedConflict;
  /** What `onChoose` is told which conflict it is. */
  name: string;
  choice: MergeChoice | undefined;
  onChoose: (name: string, choice: MergeChoice) => void;
}) {
  const { desk } = useDeskClient();
  const onChoose = (made: MergeChoice) => onChooseOf(name, made);
  const own: Judgement =
    typeof choice === 'object' ? choice : { status: conflict.here?.status ?? 'untested', count: 0, note: '' };
  const edit = (changed: Partial<Judgement>) => {
    const next = { ...own, ...changed };
    onChoose({ ...next, count: next.status === 'hit' ? Math.max(1, next.count) : 0 });
  };
  return (
    <Fieldset legend={`${subject}：${conflict.indicator}`} className={classes.card}>
      <Text mb="sm">{conflict.text}</Text>
      <Radio.Group
        aria-label="采用哪一份认定"
        value={typeof choice === 'object' ? 'edit' : (choice ?? '')}
        onChange={(value) =>
          value === 'edit'
            ? edit({ note: own.note || (conflict.here?.note ?? '') })
            : onChoose(value as 'here' | 'file')
        }
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <div className={classes.side}>
            <Radio value="here" label="采用本机的认定" />
            <Shown verdict={conflict.here} />
            {conflict.herePictures.map((picture) => (
              <ConflictPicture
                key={picture.id}
                name={`本机图 ${picture.number}`}
                caption={picture.caption}
                read={async () => blobOf(await desk.evidenceImage({ id: picture.id }))}
              />
            ))}
          </div>
          <div className={classes.side}>
            <Radio value="file" label="采用文件的认定" />
            <Shown verdict={conflict.file} />
            {conflict.filePictures.map((picture) => (
              <ConflictPicture
                key={picture.id}
                name={`文件图 ${picture.number}`}
                caption={picture.caption}
                read={async () => picture.image}
              />
            ))}
          </div>
        </SimpleGrid>
        <Radio value="edit" label="另行认定" mt="sm" />
      </Radio.Group>
      {typeof choice === 'object' && (
        <Group align="start" mt="sm">
          <Select
            label="认定"
            data={STATUSES}
            value={own.status}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(status) => status && edit({ status: status as Judgement['status'] })}
          />
          {own.status === 'hit' && (
            <NumberInput
              label="处数"
              min={1}
              max={9999}
              allowDecimal={false}
              value={own.count}
              onChange={(count) => edit({ count: Number(count) || 1 })}
            />
          )}
          <Textarea
            label="备注"
            className={classes.note}
            autosize
            value={own.note}
            onChange={(event) => edit({ note: event.currentTarget.value })}
          />
        </Group>
      )}
    </Fieldset>
  );
});

/** The drawn tree keeps what was shown before for a while: an address of a few letters, not the picture as text. */
async function blobOf(dataUrl: string): Promise<Blob> {
  return (await fetch(dataUrl)).blob();
}

function Shown({ verdict }: { verdict: Verdict | null }) {
  if (!verdict) return <Text size="sm">未检</Text>;
  const { status, count, note, by, at } = verdict;
  return (
    <>
      <Text fw={600}>
        {VERDICT_WORD[status]}
        {count > 0 && `，${count} 处`}
      </Text>
      <Text className={classes.words}>{note || '没有备注'}</Text>
      <Text size="sm" c="dimmed">
        {by || '未填写检查员'}，{shanghaiMinute(at)}
      </Text>
    </>
  );
}
