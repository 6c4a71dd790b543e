// Who is inspected, the score, how far it is, whether it is saved; undo, redo and the menu.

import { ActionIcon, Progress } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronsRight,
  IconHelp,
  IconLock,
} from '@tabler/icons-react';
import { memo } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import type { Session } from '@/lib/model/session';
import type { Sheet } from '@/lib/model/sheet';
import { isEditable } from '@/lib/session/state-move';
import header from './header.module.css';
import { useSay } from './notice';
import { PanelMenu } from './PanelMenu';
import panel from './panel.module.css';
import { SavedMark } from './SavedMark';
import { ScorePopover } from './ScorePopover';
import type { OpenSession } from './use-session';

interface HeaderActions {
  onUndo(): void;
  onRedo(): void;
  onFinish(): void;
  onReopen(): void;
  onLeave(): void;
  onHelp(): void;
}

export const PanelHeader = memo(function PanelHeader(
  props: HeaderActions & { session: OpenSession; sheet: Sheet },
) {
  const { session, sheet, ...actions } = props;
  const { view, save, retry } = session;
  const { counts } = sheet;
  const decided = counts.total - counts.untested;
  const locked = !isEditable(view.session, view.round);
  const closed = view.round.state === 'closed';
  return (
    <section className={header.header} aria-label="检查对象与得分">
      <TitleRow
        {...actions}
        name={view.subject.name}
        session={view.session}
        closed={closed}
        canUndo={view.canUndo && !locked}
        canRedo={view.canRedo && !locked}
      />
      <div className={header.subtitle}>
        {view.round.name} · {view.set.title}
        {locked && (
          <>
            {' '}
            <span className={panel.chip} data-tone="ok">
              <IconLock size={11} aria-hidden /> {closed ? '轮次已结束，已封存' : '已完成，已锁定'}
            </span>
          </>
        )}
      </div>
      <div className={header.scoreRow}>
        <ScorePopover set={view.set} sheet={sheet} />
        <div className={header.progressBox}>
          <div className={header.progressText}>
            <span>
              已认定 {decided} / {counts.total}
            </span>
            <SavedMark save={save} underway={session.underway} onRetry={retry} />
          </div>
          <DecidedBar percent={counts.total === 0 ? 0 : (100 * decided) / counts.total} />
        </div>
      </div>
    </section>
  );
});

const DecidedBar = memo(function DecidedBar({ percent }: { percent: number }) {
  return <Progress size="sm" aria-label="认定进度" value={percent} />;
});

/** Apart from the score, so that a tick draws no buttons anew. */
const TitleRow = memo(function TitleRow(
  props: HeaderActions & {
    name: string;
    session: Session;
    closed: boolean;
    canUndo: boolean;
    canRedo: boolean;
  },
) {
  return (
    <div className={header.titleRow}>
      <h1 className={header.title} title={props.name}>
        {props.name}
      </h1>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="撤销"
        title="撤销（U）"
        disabled={!props.canUndo}
        onClick={props.onUndo}
      >
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="重做"
        title="重做（Ctrl+Shift+Z）"
        disabled={!props.canRedo}
        onClick={props.onRedo}
      >
        <IconArrowForwardUp size={18} />
      </ActionIcon>
      <PanelMenu
        session={props.session}
        closed={props.closed}
        onFinish={props.onFinish}
        onReopen={props.onReopen}
        onLeave={props.onLeave}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="帮助"
        title="快捷键与说明（?）"
        onClick={props.onHelp}
      >
        <IconHelp size={18} />
      </ActionIcon>
      <FoldButton />
    </div>
  );
});

/** Folds the dock to its strip; the browser's side panel has its own way to close. */
export function FoldButton() {
  const client = useClient();
  const say = useSay();
  if (client.page.place() === 'side-panel') return null;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label="收起检查台"
      title="收起检查台"
      onClick={() => void client.page.fold().catch((error: unknown) => say('problem', sentenceOf(error)))}
    >
      <IconChevronsRight size={18} />
    </ActionIcon>
  );
}
