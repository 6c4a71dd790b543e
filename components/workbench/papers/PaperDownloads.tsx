// The files of a round: one button each, progress of long jobs, and a way to stop them.
import { Button, Group, NativeSelect, Paper, Progress, Text, TextInput, Title } from '@mantine/core';
import { IconDownload, IconRefresh, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useDeskClient } from '@/components/client';
import { renderEvidence } from '@/components/shared/crop-picture';
import type { ExportedFile } from '@/lib/export/exported-file';
import type { JobOptions, RoundPapers } from '@/lib/export/round-files';
import type { PaperMaterial } from '@/lib/report/papers/material';
import { ActionButton } from '../shell/ActionButton';
import { useNotices } from '../shell/notices';
import classes from './papers.module.css';
import type { Wording } from './wording';

type Make = (papers: RoundPapers, options: JobOptions) => Promise<ExportedFile>;

export function PaperDownloads({
  material,
  wording,
  units,
  unit,
  onUnit,
  due,
  onDue,
  onRefresh,
}: {
  material: PaperMaterial;
  wording: Wording;
  units: readonly { unit: string; problems: number }[];
  unit: string;
  onUnit: (unit: string) => void;
  due: string;
  onDue: (day: string) => void;
  onRefresh: () => Promise<void>;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const [job, setJob] = useState<{ what: string; done: number; total: number }>();
  const cancel = useRef<AbortController>(null);

  const save = async (what: string, make: Make) => {
    const controller = new AbortController();
    cancel.current = controller;
    setJob({ what, done: 0, total: 0 });
    try {
      const { signal } = controller;
      const [{ roundPapers }, { deskPictures }] = await Promise.all([
        import('@/lib/export/round-files'),
        import('@/lib/export/picture-source'),
      ]);
      const { book, previous, office, noticeDue } = material;
      const pictures = await deskPictures(client.desk, book, renderEvidence, signal);
      const source = { book, previous, office, noticeDue, texts: wording, at: client.now(), pictures };
      const file = await make(roundPapers(source), {
        signal,
        onProgress: (done, total) => setJob({ what, done, total }),
      });
      signal.throwIfAborted();
      await client.saveFile(file.name, file.bytes, file.mime);
      notices.done(`已导出“${file.name}”。`);
    } catch (error) {
      if (controller.signal.aborted) notices.done(`已停止生成${what}，没有保存文件。`);
      else notices.failed(error);
    } finally {
      setJob(undefined);
    }
  };
  const files = () => import('@/lib/export/round-files');
  const download = (what: string, make: Make, disabled = false) => (
    <ActionButton
      icon={IconDownload}
      disabled={job !== undefined || disabled}
      onClick={() => void save(what, make)}
    >
      {what}
    </ActionButton>
  );

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="paper-files">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5" id="paper-files">
          生成文件
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => void onRefresh()}
        >
          重新读取检查结果
        </Button>
      </Group>
      <Group gap="sm">
        {download('通报（DOCX）', async (papers) => (await files()).bulletinFile(papers, 'docx'))}
        {download('通报（HTML）', async (papers) => (await files()).bulletinFile(papers, 'html'))}
        {download('工作簿（XLSX）', async (papers) => (await files()).workbookFile(papers))}
        {download('数据包（JSON）', async (papers, options) => bundleOf(papers, options))}
      </Group>
      <Group gap="sm" mt="md" align="flex-end">
        <TextInput
          type="date"
          label="整改期限"
          className={classes.field}
          value={due}
          onChange={(event) => onDue(event.currentTarget.value)}
        />
        {download(
          '全部整改通知（ZIP）',
          async (papers, options) => (await files()).noticesZip(papers, options),
          units.every(({ problems }) => problems === 0),
        )}
      </Group>
      <Group gap="sm" mt="md" align="flex-end">
        <NativeSelect
          label="单位"
          className={classes.field}
          value={unit}
          disabled={units.length === 0}
          onChange={(event) => onUnit(event.currentTarget.value)}
          data={
            units.length === 0
              ? [{ value: '', label: '还没有已完成的检查' }]
              : units.map(({ unit: name, problems }) => ({
                  value: name,
                  label: `${name}（问题 ${problems} 项）`,
                }))
          }
        />
        {download(
          '该单位整改通知（DOCX）',
          async (papers) => (await files()).unitFile(papers, 'notice', unit),
          unit === '',
        )}
        {download(
          '该单位自查情况（DOCX）',
          async (papers) => (await files()).unitFile(papers, 'selfReport', unit),
          unit === '',
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        只有已完成的检查计入；整改通知发给有问题的单位，加分项不算问题。数据包含检查结果和图片，可用 npm run
        report 在命令行生成同样的文件。
      </Text>
      <div role="status">
        {job && (
          <Group mt="sm" gap="sm">
            <Text size="sm">
              正在生成{job.what}
              {job.total > 0 ? `：${job.done} / ${job.total}` : '…'}
            </Text>
            <Progress
              className={classes.progress}
              value={job.total > 0 ? (job.done / job.total) * 100 : 0}
              aria-label={`生成${job.what}的进度`}
            />
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconX size={16} aria-hidden />}
              onClick={() => cancel.current?.abort(new Error('停止'))}
            >
              停止
            </Button>
          </Group>
        )}
      </div>
    </Paper>
  );
}

async function bundleOf(papers: RoundPapers, options: JobOptions): Promise<ExportedFile> {
  const [{ writeBundle }, { nameOf }] = await Promise.all([
    import('@/lib/export/round-bundle'),
    import('@/lib/export/round-files'),
  ]);
  const { material, texts, pictures } = papers;
  const { book, previous, office, noticeDue, at } = material;
  const { bulletin, notice, selfReport } = texts;
  return {
    name: nameOf(papers, office || '全部', '数据包', 'json'),
    bytes: await writeBundle(
      { at: at.toISOString(), office, noticeDue, texts: { bulletin, notice, selfReport }, book, previous },
      pictures,
      options,
    ),
    mime: 'application/json',
  };
}
