// Hands over all inspections of a round, or one inspector's, in one file.
import { Button, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { FileProgress } from '@/lib/client/workbench-files';
import { useFiles } from '../files-context';
import { Section } from '../settings/Section';
import { ActionButton } from '../shell/ActionButton';
import { useNotices } from '../shell/notices';

const EVERYBODY = 'all';
const CONCERNS = ['sessions', 'rounds'];

export function ExportRound() {
  const client = useDeskClient();
  const files = useFiles();
  const notices = useNotices();
  const ask = useCallback(() => client.desk.roundInspectors({}), [client]);
  const { value: rows } = useDeskQuery(ask, ({ what }) => CONCERNS.includes(what));
  const rounds = (rows ?? []).map(({ round }) => round);
  const [picked, setPicked] = useState('');
  const [inspector, setInspector] = useState(EVERYBODY);
  const [progress, setProgress] = useState<FileProgress>();
  const running = useRef<AbortController>(null);
  const roundId = rounds.some(({ id }) => id === picked) ? picked : (rounds[0]?.id ?? '');
  const names = rows?.find(({ round }) => round.id === roundId)?.inspectors ?? [];

  const hand = async () => {
    const stop = new AbortController();
    running.current = stop;
    setProgress({ what: '检查记录', done: 0, total: 0 });
    try {
      const { name, bytes, mime } = await files.exportRound(
        { roundId, ...(inspector === EVERYBODY ? {} : { inspector: inspector.slice(1) }) },
        { onProgress: setProgress, signal: stop.signal },
      );
      await client.saveFile(name, bytes, mime);
      notices.done(`已导出“${name}”。`);
    } catch (error) {
      if (stop.signal.aborted) notices.done('已取消导出。');
      else notices.failed(error);
    } finally {
      setProgress(undefined);
    }
  };

  return (
    <Section title="交接本轮全部检查">
      <Text size="sm" mb="sm">
        文件包含所选检查的认定、操作记录、取证图片、检查对象和栏目台账，并附内容校验码；交给汇总的同事，由其在此合并。
      </Text>
      {rounds.length > 0 && (
        <Group align="end">
          <NativeSelect
            label="检查轮次"
            value={roundId}
            onChange={(event) => setPicked(event.currentTarget.value)}
            data={rounds.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NativeSelect
            label="检查员"
            value={inspector}
            onChange={(event) => setInspector(event.currentTarget.value)}
            data={[
              { value: EVERYBODY, label: '全部' },
              ...names.map((name) => ({ value: `=${name}`, label: name || '未填写' })),
            ]}
          />
          <ActionButton icon={IconFileExport} disabled={progress !== undefined} onClick={() => void hand()}>
            导出交接文件
          </ActionButton>
          {progress && (
            <Button variant="default" onClick={() => running.current?.abort()}>
              取消
            </Button>
          )}
        </Group>
      )}
      {rows && rounds.length === 0 && <Text mt="sm">还没有可以交接的检查。</Text>}
      {progress && (
        <Progress
          mt="sm"
          aria-label="导出进度"
          value={progress.total > 0 ? (100 * progress.done) / progress.total : 0}
        />
      )}
    </Section>
  );
}
