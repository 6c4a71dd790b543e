// Several inspectors' files become one stock of inspections: choose, look, decide, merge.
import { Button, Checkbox, FileButton, Group, List, Progress, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useSettings } from '@/components/client';
import type { FileProgress, NamedBlob } from '@/lib/client/workbench-files';
import type { MergeOutcome, PlannedFile } from '@/lib/merge/merge-plan';
import { useFiles } from '../files-context';
import { Section } from '../settings/Section';
import { ActionButton } from '../shell/ActionButton';
import { useNotices } from '../shell/notices';
import { ScreenHead } from '../shell/screen-states';
import { ConflictCard } from './ConflictCard';
import { ExportRound } from './ExportRound';
import classes from './Merge.module.css';
import { changes, MERGE_MEANING, MERGE_WORD } from './merge-words';
import { PlanTable } from './PlanTable';
import { RepostDecisions } from './RepostDecisions';
import { useDecisions } from './use-decisions';

/** Progress is told for every inspection; drawn it is this often at most, milliseconds. */
const DRAWN_EVERY_MS = 100;

type Watched = { signal: AbortSignal; onProgress: (progress: FileProgress) => void };

/** `#/merge` */
export function MergeScreen() {
  const files = useFiles();
  const notices = useNotices();
  const { settings } = useSettings();
  const [chosen, setChosen] = useState<NamedBlob[]>([]);
  const [plan, setPlan] = useState<PlannedFile[]>();
  const made = useDecisions(plan);
  const [newRounds, setNewRounds] = useState(false);
  const [progress, setProgress] = useState<FileProgress>();
  const [outcome, setOutcome] = useState<MergeOutcome>();
  const [over, setOver] = useState(false);
  const running = useRef<AbortController>(null);
  const resetFile = useRef<() => void>(null);
  useEffect(() => () => running.current?.abort(), []);

  const work = async (job: (watched: Watched) => Promise<void>, cancelled: string) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setProgress({ what: '正在读取', done: 0, total: 0 });
    let drawn = 0;
    const onProgress = (now: FileProgress) => {
      if (performance.now() - drawn < DRAWN_EVERY_MS) return;
      drawn = performance.now();
      setProgress(now);
    };
    try {
      await job({ signal: stop.signal, onProgress });
    } catch (error) {
      if (stop.signal.aborted) notices.done(cancelled);
      else notices.failed(error);
    } finally {
      if (running.current === stop) setProgress(undefined);
    }
  };
  const look = (given: NamedBlob[], rounds: boolean) =>
    work(async (watched) => {
      setPlan(await files.planMerge(given, { newRounds: rounds, ...watched }));
    }, '已取消读取。');
  const choose = (list: readonly File[]) => {
    if (list.length === 0) return;
    const given = list.map((file) => ({ name: file.name, file }));
    setChosen(given);
    made.forget();
    setOutcome(undefined);
    setPlan(undefined);
    resetFile.current?.();
    void look(given, newRounds);
  };

  const undecided = made.undecided.verdicts + made.undecided.reposts;
  const toDo = (plan ?? []).flatMap(({ sessions }) => sessions).filter(changes).length + made.reposts.length;

  const merge = () =>
    work(async (watched) => {
      const done = await files.applyMerge(chosen, made.decisions(settings.inspector), {
        newRounds,
        ...watched,
      });
      setOutcome(done);
      made.forget();
      setPlan(done.plan);
    }, '已停止合并，已经合并的检查保留，再次合并即可继续。');

  return (
    <div className={classes.screen}>
      <ScreenHead title="合并" />
      <Section title="合并交接文件">
        <section
          aria-label="选择交接文件"
          className={classes.drop}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            choose([...event.dataTransfer.files]);
          }}
        >
          <Text size="sm" mb="sm">
            可一次选择多位检查员的文件，也可拖到这里。先看预览，确认后才写入；同一文件合并多次或先后次序不同，结果一样。
          </Text>
          <Group>
            <FileButton resetRef={resetFile} multiple onChange={choose} accept=".gz,.jsonl,.json">
              {(props) => (
                <ActionButton {...props} icon={IconFileImport} disabled={progress !== undefined}>
                  选择交接文件
                </ActionButton>
              )}
            </FileButton>
            <Checkbox
              label="同时接收本机没有的检查轮次"
              checked={newRounds}
              disabled={progress !== undefined}
              onChange={(event) => {
                setNewRounds(event.currentTarget.checked);
                if (chosen.length > 0) void look(chosen, event.currentTarget.checked);
              }}
            />
          </Group>
        </section>
        {progress && (
          <Group mt="sm" role="status">
            <Text size="sm">
              {progress.what} {progress.total > 0 && `${progress.done} / ${progress.total}`}
            </Text>
            <Button size="xs" variant="default" onClick={() => running.current?.abort()}>
              取消
            </Button>
          </Group>
        )}
        {progress && (
          <Progress
            mt="xs"
            aria-label="合并进度"
            value={progress.total > 0 ? (100 * progress.done) / progress.total : 0}
          />
        )}
        {outcome && <Done outcome={outcome} />}
      </Section>
      {plan && (
        <Section title="预览">
          <PlanTable plan={plan} />
          {made.conflicts.length > 0 && (
            <Text my="sm" fw={600} role="status">
              {made.undecided.verdicts > 0
                ? `还有 ${made.undecided.verdicts} 个评分点须确定采用哪一份认定。`
                : '认定不同的评分点均已确定。'}
            </Text>
          )}
          {made.conflicts.map(({ name, session, conflict }) => (
            <ConflictCard
              key={name}
              name={name}
              subject={session.subject}
              conflict={conflict}
              choice={made.choices.get(name)}
              onChoose={made.choose}
            />
          ))}
          {made.reposts.length > 0 && (
            <>
              <Text my="sm" fw={600} role="status">
                {made.undecided.reposts > 0
                  ? `还有 ${made.undecided.reposts} 项转载核对结果须确定采用哪一份。`
                  : '两人不同的转载核对结果均已确定。'}
              </Text>
              <RepostDecisions
                reposts={made.reposts}
                choices={made.repostChoices}
                onChoose={made.chooseReposts}
              />
            </>
          )}
          <Group mt="md" justify="flex-end">
            <Button
              disabled={toDo === 0 || undecided > 0 || progress !== undefined}
              onClick={() => void merge()}
            >
              合并
            </Button>
          </Group>
        </Section>
      )}
      <ExportRound />
      <Section title="各种结果的含义">
        <List size="sm" spacing={4}>
          {MERGE_MEANING.map(([status, meaning]) => (
            <List.Item key={status}>
              <b>{MERGE_WORD[status]}</b>：{meaning}
            </List.Item>
          ))}
        </List>
        <Text size="sm" mt="sm">
          双方的操作记录全部保留；只有一方改过的，自动采用该方；取证图片双方都保留，编号相同的，后取的另行编号。合并由谁确定、如何确定，记入操作记录。
        </Text>
      </Section>
    </div>
  );
}

function Done({ outcome }: { outcome: MergeOutcome }) {
  const { added, merged, unchanged, left } = outcome;
  return (
    <div role="status">
      <Text mt="sm" fw={600}>
        合并完成：新增 {added} 次，更新 {merged} 次，没有改动 {unchanged} 次，未合并 {left.length} 项。
      </Text>
      {left.length > 0 && (
        <List size="sm">
          {left.slice(0, 50).map(({ file, subject, reason }) => (
            <List.Item key={`${file} ${subject} ${reason}`}>
              {subject || file}：{reason}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
