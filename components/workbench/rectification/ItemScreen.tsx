// One problem to be mended: where it is, pictures before and after, what may be done now, files and history.
import { Anchor, Button, FileButton, Group, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import type { FileRow, RectificationView } from '@/lib/desk/calls/rectification';
import { daysOverdue } from '@/lib/rectification/due';
import { mayMove } from '@/lib/rectification/moves';
import { eventText, MENDING_WORD, unitOf } from '@/lib/report/rectification-words';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { shanghaiDay } from '@/lib/text/days';
import { EvidencePicture, EvidenceProvider } from '../session/EvidencePicture';
import { useNotices } from '../shell/notices';
import screen from '../shell/screen.module.css';
import { Failure, Loading, NotFound, ScreenHead } from '../shell/screen-states';
import classes from './board.module.css';
import { type Move, MoveDialog } from './MoveDialog';
import { bytesOf, readFile } from './read-file';

const MOVES: { move: Move; name: string }[] = [
  { move: 'notified', name: '登记为已通知' },
  { move: 'responded', name: '登记单位反馈' },
  { move: 'closed', name: '销号' },
  { move: 'reopened', name: '重新整改' },
];

/** `#/rectification/ID` */
export function ItemScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const id = decodeURIComponent(params.id ?? '');
  const ask = useCallback(() => client.desk.rectification({ id }), [client, id]);
  const { value: view, error, missing, reload } = useDeskQuery(ask, ({ what }) => what === 'rectifications');
  return (
    <div className={screen.screen}>
      <Anchor component={Link} href="/rectification" size="sm">
        返回整改台账
      </Anchor>
      {(!view || missing) && <ScreenHead title="整改事项" />}
      {missing && <NotFound what="整改事项" back="/rectification" backName="回到整改列表" />}
      {error && !missing && <Failure message={error} onRetry={() => void reload()} />}
      {!view && !error && <Loading what="整改事项" />}
      {view && !missing && (
        <EvidenceProvider>
          <Item view={view} />
        </EvidenceProvider>
      )}
    </div>
  );
}

function Item({ view }: { view: RectificationView }) {
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [move, setMove] = useState<Move>();
  const { item, subject, round, criterion, files } = view;
  const late = daysOverdue(item, shanghaiDay(client.now().toISOString()));
  const recheckable = view.hasSession && item.state !== 'closed' && isWebAddress(item.url);

  const attempt = (job: () => Promise<unknown>) => void job().catch((failure) => notices.failed(failure));
  const upload = (file: File | null) => {
    if (!file) return;
    attempt(async () => {
      await client.desk.addRectificationFile({
        id: item.id,
        by: settings.inspector,
        file: await readFile(file),
      });
      notices.done(`已上传“${file.name}”。`);
    });
  };
  return (
    <>
      <ScreenHead
        title={`整改事项：${subject.name}`}
        detail={
          <Text size="sm" c="dimmed">
            {unitOf(view)} · {round}
            {criterion ? ` · ${criterion.indicator}：${criterion.text}` : ''}
          </Text>
        }
        actions={
          <>
            {recheckable && (
              <Button
                leftSection={<IconExternalLink size={16} aria-hidden />}
                onClick={() => attempt(() => client.openRecheck(item.id, item.url ?? ''))}
              >
                复查
              </Button>
            )}
            {MOVES.filter(({ move: to }) => to !== 'due' && mayMove(item.state, to)).map(
              ({ move: to, name }) => (
                <Button key={to} variant="default" onClick={() => setMove(to)}>
                  {name}
                </Button>
              ),
            )}
            {item.state !== 'closed' && (
              <Button variant="default" onClick={() => setMove('due')}>
                设定整改期限
              </Button>
            )}
          </>
        }
      />
      {recheckable && (
        <Text size="xs" c="dimmed">
          点“复查”会在新标签页打开问题页面并重做发现它的检查。若网页旁没有自动出现检查台，请点一次工具栏上的检查台图标。
        </Text>
      )}
      <Text className={classes.text} fw={600}>
        {item.problem}
      </Text>
      <Text size="sm">
        状态：<strong>{MENDING_WORD[item.state]}</strong>　整改期限：{item.dueDay ?? '未定'}
        {late > 0 && <span className={classes.late}>　逾期 {late} 天</span>}
      </Text>
      {item.url && (
        <Text size="sm" className={classes.text}>
          所在页面：
          {isWebAddress(item.url) ? (
            <Anchor href={item.url} target="_blank" rel="noreferrer" size="sm">
              {item.url}
            </Anchor>
          ) : (
            item.url
          )}
        </Text>
      )}
      <Pictures view={view} />
      <Group justify="space-between">
        <Title order={2} size="h4">
          附件（{files.length}）
        </Title>
        <FileButton onChange={upload}>
          {(props) => (
            <Button {...props} variant="default" size="xs">
              上传附件
            </Button>
          )}
        </FileButton>
      </Group>
      <ul className={classes.history} aria-label="附件">
        {files.map((file) => (
          <li key={file.id}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() =>
                attempt(async () => {
                  const { name, mime, data } = await client.desk.rectificationFile({ id: file.id });
                  await client.saveFile(name, bytesOf(data), mime || 'application/octet-stream');
                })
              }
            >
              下载：{file.name}
            </Anchor>
            <Text size="xs" c="dimmed" component="span" ml="sm">
              {sizeText(file)}
            </Text>
          </li>
        ))}
        {files.length === 0 && <li className={classes.none}>没有附件。</li>}
      </ul>
      <Title order={2} size="h4">
        办理记录
      </Title>
      <ol className={classes.history} aria-label="办理记录">
        {item.events.map((event) => (
          <li key={`${event.at} ${event.from} ${event.to} ${event.text}`}>
            <Text size="xs" c="dimmed">
              {shanghaiMinute(event.at)}　{event.by || '未填写姓名'}
            </Text>
            <Text size="sm" className={classes.text}>
              {eventText(event)}
            </Text>
          </li>
        ))}
      </ol>
      {move && <MoveDialog move={move} rows={[view]} left={0} onClose={() => setMove(undefined)} />}
    </>
  );
}

/** The problem as it was, and as the latest recheck saw it. */
function Pictures({ view }: { view: RectificationView }) {
  const client = useDeskClient();
  const [latest, setLatest] = useState<string>();
  const recheck = view.item.events.findLast((event) => event.recheck?.evidenceId !== undefined)?.recheck;
  const id = recheck?.evidenceId;
  useEffect(() => {
    setLatest(undefined);
    if (id === undefined) return;
    client.desk.rectificationFile({ id }).then(
      // Only pictures: what a file claims to be may be anything.
      ({ data }) => /^data:image\/(jpeg|png);base64,/.test(data) && setLatest(data),
      () => setLatest(undefined),
    );
  }, [client, id]);
  if (!view.evidence && !latest) return null;
  return (
    <div className={classes.pictures}>
      <figure className={classes.picture}>
        <figcaption>整改前（检查时取证）</figcaption>
        {view.evidence ? <EvidencePicture evidence={view.evidence} /> : <Text size="sm">没有截图。</Text>}
      </figure>
      <figure className={classes.picture}>
        <figcaption>最近一次复查</figcaption>
        {latest ? <img src={latest} alt="复查截图" /> : <Text size="sm">尚未复查。</Text>}
      </figure>
    </div>
  );
}

function sizeText({ size }: FileRow): string {
  return size < 1024 * 1024
    ? `${Math.max(1, Math.round(size / 1024))} KB`
    : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** Only these are opened: an address from a file may be anything, also `javascript:`. */
function isWebAddress(address: string | undefined): boolean {
  return address !== undefined && /^https?:\/\//i.test(address);
}
