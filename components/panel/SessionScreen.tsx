// An open inspection: puts header, checks, checklist, findings and evidence together and answers the keys.

import { Alert, Button, Tabs } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, useSettings } from '@/components/client';
import { onDemandIds } from '@/components/shared/check-wording';
import type { PageState } from '@/lib/client/client';
import type { SessionView } from '@/lib/desk/protocol';
import { isEditable } from '@/lib/session/state-move';
import { GrantBanner, MismatchBanner } from './Banners';
import { CheckBar } from './CheckBar';
import { Checklist } from './Checklist';
import { hostOf } from './choose-session';
import { EvidenceTab } from './EvidenceTab';
import { type FindingsHandle, FindingsTab } from './FindingsTab';
import { FinishModal, ReopenModal } from './FinishModal';
import { HelpModal } from './HelpModal';
import { useSay } from './notice';
import { PanelHeader } from './PanelHeader';
import panel from './panel.module.css';
import type { PanelTab, UiState } from './ui-state';
import { useCheckRun } from './use-check-run';
import { useCriterionActions, useFindingActions } from './use-criterion-actions';
import { useDrawn } from './use-drawn';
import type { OfferedAccess } from './use-host-access';
import { usePageTools } from './use-page-tools';
import { type Asking, useScreenHandlers } from './use-screen-handlers';
import { type OpenSession, useSession } from './use-session';
import { useSessionCommands } from './use-session-commands';
import { useSessionModel } from './use-session-model';
import { useVisit } from './use-session-page';
import { useStable } from './use-stable';
import type { ChangeUiState } from './use-ui-state';

interface Screen {
  page: PageState | undefined;
  access: OfferedAccess;
  /** Whether the desk counts the page's host as the subject's; undefined while unknown. */
  belongs: boolean | undefined;
  ui: UiState;
  change: ChangeUiState;
  quietly(change: (state: UiState) => UiState): void;
  onLeave(): void;
}

/** Loads the session; says so when it cannot be read. */
export function SessionScreen(props: Screen & { sessionId: string; known: SessionView | undefined }) {
  const { settings } = useSettings();
  const say = useSay();
  const refused = useCallback((sentence: string) => say('problem', sentence), [say]);
  const { session, error, gone, reload } = useSession(
    props.sessionId,
    settings.inspector,
    refused,
    props.known,
  );
  if (gone) return <Gone sentence={error ?? ''} onLeave={props.onLeave} />;
  if (session) return <LoadedSession {...props} session={session} />;
  if (!error) return null;
  return (
    <main className={panel.start}>
      <Alert color="red" variant="light" title="检查记录未能打开" role="alert">
        {error}
      </Alert>
      <Button mt="md" mr="xs" size="xs" onClick={() => void reload()}>
        重试
      </Button>
      <Button mt="md" size="xs" variant="default" onClick={props.onLeave}>
        返回
      </Button>
    </main>
  );
}

/** Deleted in another window, or closed to this inspector: what was on screen must not be gone on with. */
function Gone({ sentence, onLeave }: { sentence: string; onLeave(): void }) {
  return (
    <main className={panel.start}>
      <Alert color="red" variant="light" title="这次检查已不能继续" role="alert">
        {sentence}
      </Alert>
      <Button mt="md" size="xs" data-autofocus onClick={onLeave}>
        另选或新建检查
      </Button>
    </main>
  );
}

function LoadedSession(props: Screen & { session: OpenSession }) {
  const { page, access, ui, change, session, onLeave, belongs } = props;
  const { view, act } = session;
  const { set, subject, evidence } = view;
  const client = useClient();
  const [asking, setAsking] = useState<Asking>();
  const [moreOpen, setMoreOpen] = useState(false);
  const checklistSearch = useRef<HTMLInputElement>(null);
  const findingsSearch = useRef<HTMLInputElement>(null);
  const findingsHandle = useRef<FindingsHandle>(null);
  const locked = !isEditable(view.session, view.round);
  const closed = view.round.state === 'closed';
  const url = page?.url ?? '';
  const host = hostOf(url);

  const model = useSessionModel(view, ui, url);
  const { sheet, run, rows } = model;
  const on = useScreenHandlers(act, change, props.quietly, setAsking);
  const tools = usePageTools(view.session.id, page?.url, act, on.showEvidence);
  const checkRun = useCheckRun(view, session.showRuns);
  const { suggestions } = model;
  const criteria = useCriterionActions({
    session,
    suggestions,
    tools,
    change,
    showEvidence: on.showEvidence,
  });
  const findingActions = useFindingActions(session, model.decisionsOf, tools);
  useVisit(page, belongs, session);

  const hindrance = locked
    ? closed
      ? '检查轮次已结束，评分表已封存；如需补查，请先在工作台重新开放该轮次。'
      : '检查已完成并锁定；如需补查，请先重新打开。'
    : (page?.blocked ?? (page ? undefined : '正在连接网页…'));
  const runChecks = useStable(() => {
    if (hindrance === undefined) void checkRun.start();
  });
  const mark = useStable((marked: boolean) => void tools.mark(run, marked));
  const captureView = useStable(() => void tools.capture({}));
  useEffect(
    () => client.page.onCommand((command) => command === 'run-checks' && runChecks()),
    [client, runChecks],
  );
  useSessionCommands({
    ui,
    change,
    categories: model.categories,
    suggested: model.suggested,
    verdicts: model.verdictById,
    locked,
    actions: criteria.actions,
    tools,
    run,
    findingActions,
    findings: findingsHandle,
    searches: { checklist: checklistSearch, findings: findingsSearch },
    undo: on.undo,
    redo: on.redo,
    canUndo: view.canUndo && !locked,
    canRedo: view.canRedo && !locked,
    runChecks,
    moreChecks: () => setMoreOpen(onDemandIds.length > 0 && !moreOpen),
    help: on.help,
  });

  // A list is built when its tab is first opened, and then kept: the panel is usable sooner.
  const visited = useRef(new Set<PanelTab>()).current.add(ui.tab);
  // The button and the score are on screen one paint before the list and the dialogs.
  const drawn = useDrawn();
  const found = rows.reduce((sum, row) => sum + (row.type === 'check' ? row.fails + row.reviews : 0), 0);
  return (
    <>
      <PanelHeader
        session={session}
        sheet={sheet}
        onUndo={on.undo}
        onRedo={on.redo}
        onFinish={on.askFinish}
        onReopen={on.askReopen}
        onLeave={onLeave}
        onHelp={on.help}
      />
      {page?.blocked && (
        <div className={panel.banner} data-kind="warning" role="alert">
          {page.blocked}
        </div>
      )}
      {host && belongs === false && <MismatchBanner subject={subject} host={host} onLeave={onLeave} />}
      {!page?.blocked && belongs !== false && (
        <GrantBanner
          origins={access.origins}
          dismissed={ui.grantDismissed}
          onGranted={access.granted}
          onDismiss={on.dismissGrant}
        />
      )}
      <CheckBar
        run={run}
        checkRun={checkRun}
        hindrance={hindrance}
        folded={ui.stripClosed}
        onFold={on.foldStrip}
        onShow={on.showCheck}
        moreOpen={moreOpen}
        onMore={setMoreOpen}
      />
      <main className={panel.tabs}>
        <Tabs id="panel-tabs" value={ui.tab} onChange={on.showTab} className={panel.tabs} keepMounted>
          <Tabs.List grow>
            <Tabs.Tab value="checklist">指标</Tabs.Tab>
            <Tabs.Tab value="findings">发现{found > 0 ? ` ${found}` : ''}</Tabs.Tab>
            <Tabs.Tab value="evidence">取证{evidence.length > 0 ? ` ${evidence.length}` : ''}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="checklist" className={panel.tabPanel}>
            {drawn && visited.has('checklist') && (
              <Checklist
                categories={model.categories}
                set={set}
                sheet={sheet}
                verdicts={model.verdictById}
                suggestions={model.suggested}
                evidence={model.evidenceById}
                filter={ui.filter}
                query={ui.query}
                closed={ui.closed}
                active={ui.active}
                openDetails={criteria.openDetails}
                noteOpen={criteria.noteOpen}
                locked={locked}
                canCaptureMark={tools.spot !== undefined}
                startScroll={ui.scroll.checklist}
                shown={ui.tab === 'checklist'}
                searchRef={checklistSearch}
                actions={criteria.actions}
                onFilter={on.filter}
                onQuery={on.query}
                onToggle={on.toggle}
                onScroll={on.scrolledChecklist}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="findings" className={panel.tabPanel}>
            {visited.has('findings') && (
              <FindingsTab
                rows={rows}
                emptyText={emptyFindings(run !== undefined, ui.findings)}
                filter={ui.findings}
                locked={locked}
                marked={tools.marked}
                shown={ui.tab === 'findings'}
                startScroll={ui.scroll.findings}
                searchRef={findingsSearch}
                handle={findingsHandle}
                openByCheck={model.openByCheck}
                decisionsOf={model.decisionsOf}
                actions={findingActions}
                onFilter={on.filterFindings}
                onAcceptAll={criteria.acceptAll}
                onMarks={mark}
                onScroll={on.scrolledFindings}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="evidence" className={panel.tabPanel}>
            {visited.has('evidence') && (
              <EvidenceTab
                evidence={evidence}
                criterionText={criteria.criterionText}
                locked={locked}
                hindrance={page?.blocked}
                shown={ui.tab === 'evidence'}
                startScroll={ui.scroll.evidence}
                act={act}
                onCapture={captureView}
                onScroll={on.scrolledEvidence}
              />
            )}
          </Tabs.Panel>
        </Tabs>
      </main>
      {drawn && (
        <>
          <HelpModal opened={asking === 'help'} onClose={on.close} />
          <FinishModal
            opened={asking === 'finish'}
            set={set}
            sheet={sheet}
            openSuggestions={suggestions.length}
            onClose={on.close}
            onConfirm={on.finish}
          />
          <ReopenModal opened={asking === 'reopen'} onClose={on.close} onConfirm={on.reopen} />
        </>
      )}
    </>
  );
}

function emptyFindings(checked: boolean, filter: UiState['findings']): string {
  if (filter.query !== '' || filter.outcome !== 'all' || filter.checkId !== '')
    return '没有符合条件的发现。可清空搜索或将筛选改为“全部”。';
  if (filter.pages === 'this' && !checked) return '本页尚未检查。请点“一键检查”（C）。';
  return '自动检查未发现问题。自动检查不能代替人工检查，请继续逐条认定。';
}
