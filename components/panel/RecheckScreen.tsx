// The panel in a tab opened for a recheck: the problem, old and new picture side by side, and the inspector's decision.
import { Alert, Anchor, Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSettings } from '@/components/client';
import type { PageState } from '@/lib/client/client';
import header from './header.module.css';
import { FoldButton } from './PanelHeader';
import panel from './panel.module.css';
import classes from './recheck.module.css';
import { Blocked } from './StartScreen';
import { useRecheck } from './use-recheck';

const RESULT = {
  found: '再次发现同一问题。建议：重新整改。',
  gone: '本页未再发现同一问题。建议：销号。',
  unsure: '自动检查不能判断，请对照原图人工核对。',
} as const;

/** @param id the item; `onEnd` makes the panel an ordinary one again */
export function RecheckScreen({ id, page, onEnd }: { id: string; page: PageState; onEnd: () => void }) {
  const { settings } = useSettings();
  const [reason, setReason] = useState('');
  const recheck = useRecheck(id, page);
  const { view, oldPicture, result, running, here, done } = recheck;
  useEffect(() => {
    if (view) document.title = `复查：${view.item.problem}`;
  }, [view]);

  const decide = (to: 'closed' | 'reopened' | undefined) =>
    void recheck.record(to, reason, settings.inspector);
  return (
    <>
      <section className={header.header} aria-label="复查">
        <div className={header.titleRow}>
          <h1 className={header.title}>复查：{view?.item.problem ?? '…'}</h1>
          <FoldButton />
        </div>
        {view && (
          <div className={header.subtitle}>
            {view.subject.name} · {view.round}
            {view.criterion ? ` · ${view.criterion.indicator}` : ''}
          </div>
        )}
      </section>
      <main className={panel.start}>
        <Stack gap="sm">
          {recheck.error && (
            <Alert color="red" variant="light" role="alert" title="复查未能完成">
              {recheck.error}
            </Alert>
          )}
          {page.blocked && <Blocked sentence={page.blocked} />}
          {view && !here && !page.blocked && (
            <Alert color="orange" variant="outline" title="这不是发现问题的页面">
              <Text size="sm" mb="xs">
                复查须在原页面进行。
              </Text>
              <Anchor href={view.item.url} target="_top" size="sm">
                打开原页面
              </Anchor>
            </Alert>
          )}
          <div role="status" aria-label="复查结果">
            {running && (
              <Group gap="xs">
                <Loader size="xs" aria-hidden />
                <Text size="sm">正在复查本页…</Text>
              </Group>
            )}
            {result && !done && (
              <div className={classes.result} data-outcome={result.outcome}>
                <strong>{RESULT[result.outcome]}</strong>
                {result.reasons.map((sentence) => (
                  <Text key={sentence} size="sm">
                    {sentence}。
                  </Text>
                ))}
              </div>
            )}
            {done && <strong>{done}</strong>}
          </div>
          <div className={classes.pictures}>
            <Picture title="原截图" src={oldPicture} none="没有原截图" />
            <Picture
              title="复查截图"
              src={result?.picture?.image}
              none={running ? '正在截取…' : '尚未截图'}
            />
          </div>
          {result && !done && (
            <>
              <Title order={2} size="h6">
                复查结论（由检查员决定）
              </Title>
              <TextInput
                label="说明"
                description="可不填，将写入整改记录。"
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Group gap="xs">
                <Button
                  size="xs"
                  variant={result.outcome === 'gone' ? 'filled' : 'default'}
                  onClick={() => decide('closed')}
                >
                  同意销号
                </Button>
                <Button
                  size="xs"
                  variant={result.outcome === 'found' ? 'filled' : 'default'}
                  onClick={() => decide('reopened')}
                >
                  重新整改
                </Button>
                {result.outcome !== 'unsure' && (
                  <Button size="xs" variant="default" onClick={() => decide(undefined)}>
                    只记录，稍后再定
                  </Button>
                )}
              </Group>
            </>
          )}
          <Group gap="xs">
            {!done && (
              <Button
                size="xs"
                variant="default"
                disabled={running || !here || Boolean(page.blocked)}
                onClick={() => void recheck.start()}
              >
                再查一次
              </Button>
            )}
            <Button size="xs" variant={done ? 'filled' : 'subtle'} onClick={onEnd}>
              结束复查
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            复查只重做发现该问题的那一项检查，不改动原检查的记录；结果、截图和结论记入整改事项。
          </Text>
        </Stack>
      </main>
    </>
  );
}

function Picture({ title, src, none }: { title: string; src: string | undefined; none: string }) {
  return (
    <figure className={classes.picture}>
      <figcaption>{title}</figcaption>
      {src ? <img src={src} alt={title} /> : <span className={classes.none}>{none}</span>}
    </figure>
  );
}
