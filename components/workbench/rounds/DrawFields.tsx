// The fields that say which subjects a round inspects: all of the register, or a sample that can be drawn again.
import { NativeSelect, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { DrawDraft } from './draw-draft';
import classes from './Rounds.module.css';

export function DrawFields({ draft, onChange }: { draft: DrawDraft; onChange: (draft: DrawDraft) => void }) {
  return (
    <Stack gap="sm">
      <Radio.Group
        label="检查对象"
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind: kind as DrawDraft['kind'] })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="all" label="台账全部" />
          <Radio value="sample" label="按分组比例抽样" />
        </Stack>
      </Radio.Group>
      {draft.kind === 'sample' && (
        <div className={classes.fields}>
          <NativeSelect
            label="抽样范围"
            value={draft.sampled}
            onChange={(event) =>
              onChange({ ...draft, sampled: event.currentTarget.value as DrawDraft['sampled'] })
            }
            data={[
              { value: '', label: '网站和新媒体' },
              { value: 'new-media', label: '只抽新媒体，网站全查' },
              { value: 'website', label: '只抽网站，新媒体全查' },
            ]}
          />
          <NumberInput
            label="抽样数量"
            min={1}
            allowDecimal={false}
            allowNegative={false}
            value={draft.size}
            onChange={(size) => onChange({ ...draft, size: typeof size === 'number' ? size : '' })}
          />
          <TextInput
            label="抽样种子"
            value={draft.seed}
            maxLength={100}
            onChange={(event) => onChange({ ...draft, seed: event.currentTarget.value })}
          />
        </div>
      )}
      <Text size="sm" c="dimmed">
        检查对象取自台账中已指定指标体系的对象，临时对象和已注销的账号除外。抽样按类别和分组的比例分配名额；台账、种子和数量相同，抽出的对象就相同，任何人都可复核。已开始检查的对象始终保留。
      </Text>
    </Stack>
  );
}
