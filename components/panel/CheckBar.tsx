// The one-click button with its progress; below it what the checks found and what could not run, the rest folded.
import { Button, Loader, Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconClock,
  IconEye,
  IconPlayerPlayFilled,
  IconX,
} from '@tabler/icons-react';
import { memo, useState } from 'react';
import { checkTitle, onDemandIds, oneClickIds } from '@/components/shared/check-wording';
import type { Run } from '@/lib/model/session';
import styles from './check-bar.module.css';
import {
  restSummary,
  STATE_LABEL,
  type StripItem,
  skippedOf,
  stripGroups,
  stripItems,
  stripSummary,
} from './check-strip';
import { clockTime } from './clock-time';
import { LinkNotice } from './LinkNotice';
import { MoreChecks } from './MoreChecks';
import panel from './panel.module.css';
import type { CheckRun } from './use-check-run';

export const CheckBar = memo(function CheckBar(props: {
  /** Stored run of the page in front of the inspector. */
  run: Run | undefined;
  checkRun: CheckRun;
  /** Why no check can start now; undefined when it can. */
  hindrance: string | undefined;
  folded: boolean;
  onFold(folded: boolean): void;
  onShow(checkId: string): void;
  moreOpen: boolean;
  onMore(opened: boolean): void;
}) {
  const { run, checkRun } = props;
  const { running, progress } = checkRun;
  const [skippedOpen, setSkippedOpen] = useState(false);
  const [restOpen, setRestOpen] = useState(false);
  const oneClick = stripItems(oneClickIds, run?.results ?? [], progress);
  // After a one-click run, what is still idle has nothing to do with this page: checks of accounts and of the whole site.
  const ran = oneClick.some(({ state }) => state !== 'idle');
  const items = [
    ...oneClick.filter(({ state }) => !ran || state !== 'idle'),
    ...stripItems(onDemandIds, run?.results ?? [], progress).filter(({ state }) => state !== 'idle'),
  ];
  const done = progress.filter(({ state }) => state === 'done').length;
  const now = progress
    .filter(({ state }) => state === 'running')
    .map(({ checkId, note }) => (note ? `${checkTitle(checkId)}（${note}）` : checkTitle(checkId)));
  const { found, failed, rest } = stripGroups(items);
  const known = running || run !== undefined;
  const skipped = running ? [] : skippedOf(run);
  return (
    <section className={styles.bar} aria-label="自动检查">
      <div className={styles.line}>
        {running ? (
          <Button
            size="xs"
            color="red"
            variant="light"
            leftSection={<IconX size={14} />}
            onClick={checkRun.cancel}
          >
            取消检查
          </Button>
        ) : (
          <Button
            size="xs"
            leftSection={<IconPlayerPlayFilled size={14} />}
            disabled={props.hindrance !== undefined}
            title={props.hindrance ?? '检查本页（C）'}
            onClick={() => void checkRun.start()}
          >
            一键检查
          </Button>
        )}
        {!running && onDemandIds.length > 0 && (
          <MoreChecks
            opened={props.moreOpen}
            hindrance={props.hindrance}
            onToggle={props.onMore}
            onStart={(id, variant) => void checkRun.start([id], variant)}
          />
        )}
        <span role="status" aria-live="polite" aria-label="检查进度" className={styles.state}>
          {running && `检查中 ${done}/${progress.length || oneClickIds.length}`}
          {running && now.length > 0 && `：${now.join('、')}`}
          {!running && run && `${clockTime(run.at)} 检查本页：${stripSummary(items) || '无结果'}`}
          {!running && !run && (props.hindrance ?? '本页尚未检查')}
        </span>
        {known && (
          <button
            type="button"
            className={panel.link}
            aria-expanded={!props.folded}
            onClick={() => props.onFold(!props.folded)}
          >
            {props.folded ? '展开' : '收起'}
          </button>
        )}
      </div>
      {running && (
        <Progress
          size="xs"
          mt={4}
          aria-label="检查进度"
          value={(100 * done) / Math.max(1, progress.length || oneClickIds.length)}
        />
      )}
      {!running && <LinkNotice run={run} hindrance={props.hindrance} onStart={checkRun.start} />}
      {known && !props.folded && (
        <ul className={styles.strip} aria-label="各项检查结果">
          {found.map((item) => (
            <li key={item.checkId}>
              <FoundEntry item={item} onShow={() => props.onShow(item.checkId)} />
            </li>
          ))}
          {failed.map(({ error, checkIds }) => (
            <li key={error} className={styles.wide}>
              <FailedEntry
                error={error}
                names={checkIds.map(checkTitle).join('、')}
                hindrance={running ? '检查进行中' : props.hindrance}
                onRetry={() => void checkRun.start(checkIds)}
              />
            </li>
          ))}
          {rest.length > 0 && (
            <li className={styles.wide}>
              <button
                type="button"
                className={styles.more}
                aria-expanded={restOpen}
                onClick={() => setRestOpen(!restOpen)}
              >
                <IconChevronDown size={14} aria-hidden />
                {restSummary(rest)}
              </button>
              {restOpen && (
                <ul className={styles.rest}>
                  {rest.map((item) => (
                    <li key={item.checkId} className={styles.entry} data-state={item.state}>
                      <StateIcon state={item.state} />
                      <span className={styles.entryName}>{checkTitle(item.checkId)}</span>
                      <span className={styles.entryState}>{STATE_LABEL[item.state]}</span>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )}
          {skipped.length > 0 && (
            <li className={styles.wide}>
              <button
                type="button"
                className={styles.more}
                aria-expanded={skippedOpen}
                onClick={() => setSkippedOpen(!skippedOpen)}
              >
                <IconChevronDown size={14} aria-hidden />
                未检查到的内容 {skipped.length} 条
              </button>
              {skippedOpen && (
                <ul className={styles.skipped}>
                  {skipped.map(({ what, why }) => (
                    <li key={`${what}\n${why}`}>
                      {what}：{why}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )}
        </ul>
      )}
    </section>
  );
});

function FoundEntry({ item, onShow }: { item: StripItem; onShow(): void }) {
  return (
    <button type="button" className={styles.entry} data-state={item.state} onClick={onShow}>
      <StateIcon state={item.state} />
      <span className={styles.entryName}>{checkTitle(item.checkId)}</span>
      <span className={panel.hidden}>：{STATE_LABEL[item.state]}</span>
      <span className={styles.entryState}>
        {item.fails > 0 && (
          <span data-tone="hit" title={`问题 ${item.fails} 处`}>
            <span className={panel.hidden}>问题</span> {item.fails}
          </span>
        )}
        {item.reviews > 0 && <span data-tone="disputed">待核实 {item.reviews}</span>}
      </span>
    </button>
  );
}

function FailedEntry(props: {
  error: string;
  names: string;
  /** Why they cannot be started again now. */
  hindrance: string | undefined;
  onRetry(): void;
}) {
  return (
    <div className={styles.failed}>
      <StateIcon state="error" />
      <p className={styles.failedText}>
        {props.names}：{STATE_LABEL.error}。{props.error}
      </p>
      <button
        type="button"
        className={panel.link}
        disabled={props.hindrance !== undefined}
        title={props.hindrance}
        onClick={props.onRetry}
      >
        重试<span className={panel.hidden}>：{props.names}</span>
      </button>
    </div>
  );
}

function StateIcon({ state }: { state: StripItem['state'] }) {
  const size = 16;
  switch (state) {
    case 'running':
      return <Loader size={size} aria-hidden />;
    case 'waiting':
      return <IconClock size={size} aria-hidden />;
    case 'pass':
      return <IconCircleCheck size={size} aria-hidden />;
    case 'fail':
    case 'error':
      return <IconAlertTriangle size={size} aria-hidden />;
    case 'review':
      return <IconEye size={size} aria-hidden />;
    case 'inapplicable':
      return <IconCircleMinus size={size} aria-hidden />;
    default:
      return <IconCircleDashed size={size} aria-hidden />;
  }
}
