// An open inspection: puts header, checks, checklist, findings and evidence together and answers the keys.
import { Alert, Button, Tabs } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient, useSettings } from '@/components/client';
import type { PageState } from '@/lib/client/client';
import { suggest } from '@/lib/indicators/suggest';
import type { Evidence } from '@/lib/model/session';
import { explainCriterion } from '@/lib/scoring/explain';
import { scoreSheet } from '@/lib/scoring/score';
import { GrantBanner, MismatchBanner } from './Banners';
import { CheckBar } from './CheckBar';
import { Checklist } from './Checklist';
import { buildChecklist, byCriterion } from './checklist-model';
import { hostOf } from './choose-session';
import { EvidenceTab } from './EvidenceTab';
import { type FindingsHandle, FindingsTab } from './FindingsTab';
import { FinishModal, ReopenModal } from './FinishModal';
import { decisionIndex, findingRows, runOfPage } from './findings-model';
import { HelpModal } from './HelpModal';
import { useSay } from './notice';
import { PanelHeader } from './PanelHeader';
import panel from './panel.module.css';
import { Blocked } from './StartScreen';
import { PanelTab, type UiState } from './ui-state';
import { useCheckRun } from './use-check-run';
import { useCriterionActions, useFindingActions } from './use-criterion-actions';
import { usePageTools } from './use-page-tools';
import { type OpenSession, useSession } from './use-session';
import { useSessionCommands } from './use-session-commands';
import { useBelongs, useVisit } from './use-session-page';
import type { ChangeUiState } from './use-ui-state';

interface Screen {
  page: PageState | undefined;
  ui: UiState;
  change: ChangeUiState;
  quietly(change: (state: UiState) => UiState): void;
  onLeave(): void;
}

/** Loads the session named in `ui`; says so when it cannot be read. */
export function SessionScreen(props: Screen & { sessionId: string }) {
  const { settings } = useSettings();
  const say = useSay();
  const refused = useCallback((sentence: string) => say('problem', sentence), [say]);
  const { session, error, reload } = useSession(props.sessionId, settings.inspector, refused);
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

function LoadedSession(props: Screen & { session: OpenSession }) {
  const { page, ui, change, quietly, session } = props;
  const { view, act } = session;
  const client = useClient();
  const [help, setHelp] = useState(false);
  const [asking, setAsking] = useState<'finish' | 'reopen'>();
  const checklistSearch = useRef<HTMLInputElement>(null);
  const findingsSearch = useRef<HTMLInputElement>(null);
  const findingsHandle = useRef<FindingsHandle>(null);
  const locked = view.session.state === 'finished';
  const url = page?.url ?? '';
  const host = hostOf(url);

  const { set, runs, decisions, verdicts, subject, evidence } = view;
  const sheet = useMemo(
    () => scoreSheet(set, verdicts, { hasServices: subject.hasServices }),
    [set, verdicts, subject.hasServices],
  );
  const suggestions = useMemo(() => suggest(set, runs, decisions), [set, runs, decisions]);
  const suggested = useMemo(() => byCriterion(suggestions), [suggestions]);
  const verdictById = useMemo(() => new Map(verdicts.map((item) => [item.criterionId, item])), [verdicts]);
  const evidenceById = useMemo(() => groupEvidence(evidence), [evidence]);
  const { filter, query } = ui;
  const categories = useMemo(
    () =>
      buildChecklist({
        set,
        hasServices: subject.hasServices,
        verdicts: verdictById,
        suggestions: suggested,
        filter,
        query,
      }),
    [set, subject.hasServices, verdictById, suggested, filter, query],
  );
  const run = useMemo(() => runOfPage(runs, url), [runs, url]);
  const rows = useMemo(() => findingRows({ runs, pageUrl: url, ...ui.findings }), [runs, url, ui.findings]);
  const decisionsOf = useMemo(() => decisionIndex(suggestions, decisions), [suggestions, decisions]);
  const openByCheck = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { checkId } of suggestions) counts.set(checkId, (counts.get(checkId) ?? 0) + 1);
    return counts;
  }, [suggestions]);

  const showEvidence = useCallback(() => change({ tab: 'evidence' }), [change]);
  const tools = usePageTools(view.session.id, page?.url, act, showEvidence);
  const checkRun = useCheckRun(view, session.reload);
  const criteria = useCriterionActions({ session, suggestions, tools, change, showEvidence });
  const findingActions = useFindingActions(session, decisionsOf, tools);

  const belongs = useBelongs(host, view.session.id);
  useVisit(page, belongs, session);

  const hindrance = locked
    ? '检查已完成并锁定；如需补查，请先重新打开。'
    : (page?.blocked ?? (page ? undefined : '正在连接网页…'));
  const setTab = (tab: string | null) => change({ tab: PanelTab.catch('checklist').parse(tab) });

  useSessionCommands({
    ui,
    change,
    categories,
    suggested,
    verdicts: verdictById,
    locked,
    actions: criteria.actions,
    tools,
    run,
    findingActions,
    findings: findingsHandle,
    searches: { checklist: checklistSearch, findings: findingsSearch },
    undo: () => void act({ type: 'undo' }),
    redo: () => void act({ type: 'redo' }),
    canUndo: view.canUndo && !locked,
    canRedo: view.canRedo && !locked,
    runChecks: () => {
      if (hindrance === undefined) void checkRun.start();
    },
    help: () => setHelp(true),
  });
  const { start } = checkRun;
  const startable = hindrance === undefined;
  useEffect(
    () =>
      client.page.onCommand((command) => {
        if (command === 'run-checks' && startable) void start();
      }),
    [client, start, startable],
  );

  const latestSheet = useRef({ set, sheet });
  latestSheet.current = { set, sheet };
  const explain = useCallback(
    (id: string) => explainCriterion(latestSheet.current.set, latestSheet.current.sheet, id),
    [],
  );
  const findingsCount = rows.reduce(
    (sum, row) => sum + (row.type === 'check' ? row.fails + row.reviews : 0),
    0,
  );

  return (
    <>
      <PanelHeader
        session={session}
        sheet={sheet}
        onUndo={() => void act({ type: 'undo' })}
        onRedo={() => void act({ type: 'redo' })}
        onFinish={() => setAsking('finish')}
        onReopen={() => setAsking('reopen')}
        onLeave={props.onLeave}
        onHelp={() => setHelp(true)}
      />
      {page?.blocked && (
        <div className={panel.banner} data-kind="warning">
          <Blocked sentence={page.blocked} />
        </div>
      )}
      {host && belongs === false && <MismatchBanner subject={subject} host={host} onLeave={props.onLeave} />}
      {!page?.blocked && (
        <GrantBanner
          url={url}
          dismissed={ui.grantDismissed}
          onDismiss={(origins) => change({ grantDismissed: [...ui.grantDismissed, ...origins] })}
        />
      )}
      <CheckBar
        run={run}
        checkRun={checkRun}
        hindrance={hindrance}
        folded={ui.stripClosed}
        onFold={(stripClosed) => change({ stripClosed })}
        onShow={(checkId) =>
          change((now) => ({
            ...now,
            tab: 'findings',
            findings: { ...now.findings, checkId, pages: 'this' },
          }))
        }
      />
      <main className={panel.tabs}>
        <Tabs value={ui.tab} onChange={setTab} className={panel.tabs} keepMounted>
          <Tabs.List grow>
            <Tabs.Tab value="checklist">指标</Tabs.Tab>
            <Tabs.Tab value="findings">发现{findingsCount > 0 ? ` ${findingsCount}` : ''}</Tabs.Tab>
            <Tabs.Tab value="evidence">取证{evidence.length > 0 ? ` ${evidence.length}` : ''}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="checklist" className={panel.tabPanel}>
            <Checklist
              categories={categories}
              sheet={sheet}
              verdicts={verdictById}
              suggestions={suggested}
              evidence={evidenceById}
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
              explain={explain}
              onFilter={(next) => change({ filter: next })}
              onQuery={(next) => change({ query: next })}
              onToggle={(id) =>
                change((now) => ({
                  ...now,
                  closed: now.closed.includes(id)
                    ? now.closed.filter((other) => other !== id)
                    : [...now.closed, id],
                }))
              }
              onScroll={(checklist) => quietly((now) => ({ ...now, scroll: { ...now.scroll, checklist } }))}
            />
          </Tabs.Panel>
          <Tabs.Panel value="findings" className={panel.tabPanel}>
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
              openByCheck={openByCheck}
              decisionsOf={decisionsOf}
              actions={findingActions}
              onFilter={(part) => change((now) => ({ ...now, findings: { ...now.findings, ...part } }))}
              onAcceptAll={criteria.acceptAll}
              onMarks={(on) => void tools.mark(run, on)}
              onScroll={(findings) => quietly((now) => ({ ...now, scroll: { ...now.scroll, findings } }))}
            />
          </Tabs.Panel>
          <Tabs.Panel value="evidence" className={panel.tabPanel}>
            <EvidenceTab
              evidence={evidence}
              criterionText={criteria.criterionText}
              locked={locked}
              hindrance={page?.blocked}
              shown={ui.tab === 'evidence'}
              startScroll={ui.scroll.evidence}
              act={act}
              onCapture={() => void tools.capture({})}
              onScroll={(top) => quietly((now) => ({ ...now, scroll: { ...now.scroll, evidence: top } }))}
            />
          </Tabs.Panel>
        </Tabs>
      </main>
      <HelpModal opened={help} onClose={() => setHelp(false)} />
      <FinishModal
        opened={asking === 'finish'}
        set={set}
        sheet={sheet}
        openSuggestions={suggestions.length}
        onClose={() => setAsking(undefined)}
        onConfirm={() => {
          setAsking(undefined);
          void act({ type: 'finish' });
        }}
      />
      <ReopenModal
        opened={asking === 'reopen'}
        onClose={() => setAsking(undefined)}
        onConfirm={(reason) => {
          setAsking(undefined);
          void act({ type: 'reopen', reason });
        }}
      />
    </>
  );
}

function groupEvidence(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const item of evidence) {
    if (item.criterionId === undefined) continue;
    const list = groups.get(item.criterionId);
    if (list) list.push(item);
    else groups.set(item.criterionId, [item]);
  }
  return groups;
}

function emptyFindings(checked: boolean, filter: UiState['findings']): string {
  if (filter.query !== '' || filter.outcome !== 'all' || filter.checkId !== '')
    return '没有符合条件的发现。可清空搜索或将筛选改为“全部”。';
  if (filter.pages === 'this' && !checked) return '本页尚未检查。请点“一键检查”（C）。';
  return '自动检查未发现问题。自动检查不能代替人工检查，请继续逐条认定。';
}
