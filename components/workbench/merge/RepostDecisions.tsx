// Where two inspectors ticked one account's repost differently: both ticks side by side, and the choice between them.
import { Button, Group, Radio, Table, Text } from '@mantine/core';
import { memo } from 'react';
import type { PlannedRepost } from '@/lib/merge/merge-plan';
import type { RepostChoice } from '@/lib/merge/merge-repost';
import type { Repost } from '@/lib/model/new-media';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { TICK_WORD } from '../media/RepostGrid';
import { DataTable } from '../shell/DataTable';
import classes from './Merge.module.css';

/** One contradiction under the name by which its choice is kept. */
export interface NamedRepost {
  name: string;
  repost: PlannedRepost;
}

const COLUMNS = ['账号', '重要信息', '采用哪一份核对结果'];

export const RepostDecisions = memo(function RepostDecisions({
  reposts,
  choices,
  onChoose,
}: {
  reposts: readonly NamedRepost[];
  choices: ReadonlyMap<string, RepostChoice>;
  onChoose: (names: readonly string[], choice: RepostChoice) => void;
}) {
  const all = (choice: RepostChoice) => {
    onChoose(
      reposts.map(({ name }) => name),
      choice,
    );
  };
  return (
    <>
      <Group mb="sm">
        <Text>重要信息转载的核对结果，两人不同的 {reposts.length} 项：</Text>
        <Button size="xs" variant="default" onClick={() => all('here')}>
          全部采用本机的核对结果
        </Button>
        <Button size="xs" variant="default" onClick={() => all('file')}>
          全部采用文件的核对结果
        </Button>
      </Group>
      <DataTable label="两人不同的转载核对结果" minWidth={640} maxHeight={480} columns={COLUMNS}>
        {reposts.map(({ name, repost }) => (
          <Table.Tr key={name}>
            <Table.Td className={classes.words}>{repost.subject}</Table.Td>
            <Table.Td className={classes.words}>{repost.item}</Table.Td>
            <Table.Td>
              <Radio.Group
                aria-label={`${repost.subject}，${repost.item}：采用哪一份核对结果`}
                value={choices.get(name) ?? ''}
                onChange={(choice) => onChoose([name], choice as RepostChoice)}
              >
                <Group gap="lg">
                  <Radio value="here" label={`本机：${wordsOf(repost.here)}`} />
                  <Radio value="file" label={`文件：${wordsOf(repost.file)}`} />
                </Group>
              </Radio.Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </>
  );
});

function wordsOf({ state, day, by, at }: Repost): string {
  return `${TICK_WORD[state]}${day ? `（${day}）` : ''}，${by || '未填写检查员'}，${shanghaiMinute(at)}`;
}
