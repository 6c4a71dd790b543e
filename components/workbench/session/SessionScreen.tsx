// One inspection: its score with reasons, its sheet, problems, machine checks, pictures and audit trail.
import { Anchor, Tabs, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { SessionView } from '@/lib/desk/protocol';
import { problemList } from '@/lib/report/problem-list';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { STATE_WORD } from '@/lib/report/words';
import { scoreSheet } from '@/lib/scoring/score';
import { AccountView } from '../media/AccountView';
import screen from '../shell/screen.module.css';
import { Failure, Loading, NotFound, ScreenHead } from '../shell/screen-states';
import { BlindNotice } from './BlindNotice';
import { BrowsersView } from './BrowsersView';
import { CitizenView } from './CitizenView';
import { ColumnsView } from './ColumnsView';
import { EvidenceProvider } from './EvidencePicture';
import { EvidenceView } from './EvidenceView';
import { ExportMenu } from './ExportMenu';
import { FinishButton } from './FinishButton';
import { GoodPracticeView } from './GoodPracticeView';
import { JournalView } from './JournalView';
import { ProblemsView } from './ProblemsView';
import { PromisedView } from './PromisedView';
import { RunsView } from './RunsView';
import { ScoreSummary } from './ScoreSummary';
import classes from './SessionScreen.module.css';
import { SheetView } from './SheetView';

const VIEWS = [
  'sheet',
  'account',
  'problems',
  'runs',
  'columns',
  'browsers',
  'evidence',
  'practice',
  'promised',
  'citizen',
  'journal',
] as const;

/** `#/sessions/ID` and `#/sessions/ID/VIEW`, VIEW one of sheet, account, problems, runs, columns, browsers, evidence, practice, promised, citizen, journal. */
export function SessionScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const sessionId = decodeURIComponent(params.id ?? '');
  const ask = useCallback(() => client.desk.sessionView({ sessionId }), [client, sessionId]);
  const {
    value: view,
    error,
    missing,
    reload,
  } = useDeskQuery(ask, (change) => (change.what === 'session' ? change.sessionId === sessionId : true));
  const shown = VIEWS.find((name) => name === params.view) ?? 'sheet';
  return (
    <div className={screen.screen}>
      {(!view || error) && <ScreenHead title="检查详情" />}
      {missing && <NotFound what="检查" back="/sessions" backName="回到检查列表" />}
      {error && !missing && (
        <BlindNotice sessionId={sessionId}>
          <Failure message={error} onRetry={() => void reload()} />
        </BlindNotice>
      )}
      {!view && !error && <Loading what="检查结果" />}
      {view && !error && (
        <EvidenceProvider>
          <Opened view={view} shown={shown} />
        </EvidenceProvider>
      )}
    </div>
  );
}

function Opened({ view, shown }: { view: SessionView; shown: (typeof VIEWS)[number] }) {
  const [, navigate] = useLocation();
  const { session, subject } = view;
  const sheet = useMemo(() => scoreSheet(view.set, view.verdicts, view.subject), [view]);
  const { problems } = useMemo(() => problemList(view), [view]);
  const client = useDeskClient();
  const askPromised = useCallback(
    () => client.desk.promisedRectifications({ sessionId: session.id }),
    [client, session.id],
  );
  const promised = useDeskQuery(
    askPromised,
    ({ what, sessionId }) => what === 'rectifications' || sessionId === session.id,
  ).value;
  const askCitizen = useCallback(
    () => client.desk.subjectCitizenReports({ roundId: session.roundId, subjectId: session.subjectId }),
    [client, session.roundId, session.subjectId],
  );
  const citizen = useDeskQuery(askCitizen, ({ what }) => what === 'citizen-reports').value;
  const base = `/sessions/${encodeURIComponent(session.id)}`;
  return (
    <>
      <ScreenHead
        title={subject.name}
        detail={<SessionFacts view={view} />}
        actions={
          <>
            <ExportMenu view={view} />
            <FinishButton view={view} sheet={sheet} />
          </>
        }
      />
      <ScoreSummary view={view} sheet={sheet} />
      <Tabs
        value={shown}
        onChange={(name) => navigate(name === 'sheet' ? base : `${base}/${name}`, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs} aria-label="检查结果的各部分">
          <Tabs.Tab value="sheet">评分表</Tabs.Tab>
          {subject.kind === 'new-media' && <Tabs.Tab value="account">账号检查</Tabs.Tab>}
          <Tabs.Tab value="problems">问题清单（{problems.length}）</Tabs.Tab>
          <Tabs.Tab value="runs">
            自动检查（{view.runs.filter(({ scope }) => scope !== 'site').length}）
          </Tabs.Tab>
          {subject.kind === 'website' && <Tabs.Tab value="columns">栏目</Tabs.Tab>}
          {subject.kind === 'website' && <Tabs.Tab value="browsers">浏览器对比</Tabs.Tab>}
          <Tabs.Tab value="evidence">取证（{view.evidence.length}）</Tabs.Tab>
          <Tabs.Tab value="practice">典型做法</Tabs.Tab>
          {promised && promised.length > 0 && (
            <Tabs.Tab value="promised">上轮整改（{promised.length}）</Tabs.Tab>
          )}
          {citizen && citizen.reports.length > 0 && (
            <Tabs.Tab value="citizen">找错留言（{citizen.reports.length}）</Tabs.Tab>
          )}
          <Tabs.Tab value="journal">操作记录</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sheet" pt="md">
          <SheetView view={view} sheet={sheet} />
        </Tabs.Panel>
        <Tabs.Panel value="account" pt="md">
          {subject.kind === 'new-media' && <AccountView view={view} />}
        </Tabs.Panel>
        <Tabs.Panel value="problems" pt="md">
          <ProblemsView view={view} problems={problems} />
        </Tabs.Panel>
        <Tabs.Panel value="runs" pt="md">
          <RunsView view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="columns" pt="md">
          <ColumnsView view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="browsers" pt="md">
          <BrowsersView view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="evidence" pt="md">
          <EvidenceView view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="practice" pt="md">
          <GoodPracticeView view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="promised" pt="md">
          <PromisedView rows={promised ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="citizen" pt="md">
          {citizen && <CitizenView roundId={session.roundId} {...citizen} />}
        </Tabs.Panel>
        <Tabs.Panel value="journal" pt="md">
          <JournalView view={view} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function SessionFacts({ view }: { view: SessionView }) {
  const { session, subject, round, set } = view;
  return (
    <Text size="sm" c="dimmed" component="div" className={classes.facts}>
      <span>{round.name}</span>
      <span>
        {set.title}（{set.version} 版）
      </span>
      <span>检查员：{session.inspector || '未填写'}</span>
      <span>状态：{STATE_WORD[session.state]}</span>
      <span>开始：{shanghaiMinute(session.createdAt)}</span>
      {session.finishedAt && <span>完成：{shanghaiMinute(session.finishedAt)}</span>}
      {subject.siteIdCode && <span>标识码：{subject.siteIdCode}</span>}
      {subject.url && isWebAddress(subject.url) && (
        <Anchor size="sm" href={subject.url} target="_blank" rel="noreferrer" className={classes.url}>
          {subject.url}
        </Anchor>
      )}
    </Text>
  );
}

/** Only these are made into links: an address from a file may be anything, also `javascript:`. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
