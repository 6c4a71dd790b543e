// Before an inspection: continue one of this site, or start a new one from the page with one click.
import { Alert, Button, Checkbox, NativeSelect, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { sentenceOf, useClient, useDeskQuery, useSettings } from '@/components/client';
import type { PageDescription, PageState } from '@/lib/client/client';
import type { SetRow } from '@/lib/desk/calls/sets';
import type { SessionRow } from '@/lib/desk/protocol';
import type { SubjectKind } from '@/lib/model/primitives';
import type { Subject } from '@/lib/model/session';
import { setRuleFor } from '@/lib/rounds/round-set';
import { adHocSubject, hostOf, proposedName, subjectsForPage } from './choose-session';
import { dayTime } from './clock-time';
import header from './header.module.css';
import { FoldButton } from './PanelHeader';
import { PanelMenu } from './PanelMenu';
import panel from './panel.module.css';

/** @param failure why it is not known which inspections there are; a new one could be one too many then */
export function StartScreen(props: {
  page: PageState;
  rows: readonly SessionRow[];
  failure: string | undefined;
  onRetry(): void;
  onOpen(sessionId: string): void;
}) {
  const host = hostOf(props.page.url);
  // Hundreds of accounts may share the host; those that the address does not tell are chosen by name below.
  const own = props.rows.filter(({ sure }) => sure !== false);
  return (
    <>
      <section className={header.header} aria-label="当前网站">
        <div className={header.titleRow}>
          <h1 className={header.title}>政务网站检查台</h1>
          <PanelMenu />
          <FoldButton />
        </div>
        {host && <div className={header.subtitle}>当前网站：{host}</div>}
      </section>
      <main className={panel.start}>
        {own.length > 0 && <Continue rows={own} onOpen={props.onOpen} />}
        {props.page.blocked || !host ? (
          <Blocked
            sentence={
              props.page.blocked ??
              '当前标签页不是网页，无法检查。请打开要检查的网站，再点击工具栏上的检查台图标。'
            }
          />
        ) : props.failure !== undefined ? (
          <NotRead sentence={props.failure} onRetry={props.onRetry} />
        ) : (
          <NewSession key={host} page={props.page} host={host} onOpen={props.onOpen} />
        )}
      </main>
    </>
  );
}

/** Why nothing can run here; the sentence says what to do. */
export function Blocked({ sentence }: { sentence: string }) {
  return (
    <div className={panel.blocked} role="alert">
      <strong>当前页面不能检查</strong>
      <p>{sentence}</p>
    </div>
  );
}

function NotRead({ sentence, onRetry }: { sentence: string; onRetry(): void }) {
  return (
    <Alert color="red" variant="light" role="alert" title="读取失败">
      <Text size="sm" mb="xs">
        {sentence}
      </Text>
      <Button size="xs" variant="default" onClick={onRetry}>
        重新读取
      </Button>
    </Alert>
  );
}

const STATE_TEXT = { open: '检查中', reopened: '已重新打开', finished: '已完成' } as const;

function Continue({ rows, onOpen }: { rows: readonly SessionRow[]; onOpen(id: string): void }) {
  return (
    <Stack gap={6} mb="lg">
      <Title order={2} size="h5">
        继续检查
      </Title>
      {rows.map(({ session, subject, round, setTitle, decided, criteria }) => (
        <button
          key={session.id}
          type="button"
          className={panel.sessionButton}
          onClick={() => onOpen(session.id)}
        >
          <strong>{subject.name}</strong>{' '}
          <span className={panel.chip} data-tone={session.state === 'finished' ? 'ok' : 'suggest'}>
            {STATE_TEXT[session.state]}
          </span>
          <span className={header.subtitle} style={{ display: 'block' }}>
            {round.name} · {setTitle} · 已认定 {decided}/{criteria} · {session.inspector} ·{' '}
            {dayTime(session.updatedAt)}
          </span>
        </button>
      ))}
    </Stack>
  );
}

function NewSession(props: { page: PageState; host: string; onOpen(id: string): void }) {
  const client = useClient();
  const { settings, known, change } = useSettings();
  const askSets = useCallback(() => client.desk.listSets({}), [client]);
  const sets = useDeskQuery(askSets, ({ what }) => what === 'sets');
  const askSubjects = useCallback(() => client.desk.listSubjects({}), [client]);
  const subjects = useDeskQuery(askSubjects, ({ what }) => what === 'subjects');
  const askRounds = useCallback(() => client.desk.listRounds({}), [client]);
  const rounds = useDeskQuery(askRounds, ({ what }) => what === 'rounds');
  const page = useDescription(props.page);

  const [name, setName] = useState<string>();
  const [siteIdCode, setSiteIdCode] = useState<string>();
  const [inspector, setInspector] = useState<string>();
  const [setId, setSetId] = useState<string>();
  const [hasServices, setHasServices] = useState(true);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const [accountId, setAccountId] = useState<string | null>(null);
  const { owner, candidates } = subjectsForPage(subjects.value ?? [], props.page.url);
  const registered = candidates.find(({ id }) => id === accountId) ?? owner;
  const kind = registered?.kind ?? 'website';
  const round = rounds.value?.find(({ state }) => state === 'open');
  const rule = registered && round && setRuleFor(round.sets ?? [], registered);
  const preferred = rule?.setId ?? settings.defaultSetId[kind];
  const subjectName = name ?? registered?.name ?? (page ? proposedName(page) : '');
  const code = siteIdCode ?? registered?.siteIdCode ?? page?.siteIdCode ?? '';
  const who = inspector ?? settings.inspector;
  const fitting = (sets.value ?? []).filter(({ appliesTo }) => appliesTo === kind);
  const chosenSet = fitting.some(({ id }) => id === setId) ? setId : defaultSet(fitting, preferred);
  const missingName = subjectName.trim() === '';
  const missingWho = who.trim() === '';
  const ready =
    known &&
    page !== undefined &&
    sets.value !== undefined &&
    subjects.value !== undefined &&
    !rounds.loading;

  const notRead = sets.error ?? subjects.error ?? rounds.error;

  const start = async () => {
    setAsked(true);
    if (missingName || missingWho || !page || chosenSet === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      if (who.trim() !== settings.inspector) await change({ inspector: who.trim() });
      const subject: { id: string } | Omit<Subject, 'id'> = registered
        ? { id: registered.id }
        : adHocSubject(page, { name: subjectName, siteIdCode: code, hasServices });
      const session = await client.desk.startSession({ subject, setId: chosenSet, inspector: who.trim() });
      props.onOpen(session.id);
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  };

  return (
    <form
      aria-labelledby="new-session"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h5" id="new-session">
          新的检查
        </Title>
        {candidates.length > 0 && (
          <Select
            label="选择账号"
            description={`台账中有 ${candidates.length} 个账号在此平台，当前网址不能确定是哪一个。`}
            placeholder="输入名称查找"
            searchable
            clearable
            limit={50}
            nothingFoundMessage="没有这个账号"
            value={accountId}
            data={candidates.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={setAccountId}
          />
        )}
        {registered ? (
          <Text size="sm">
            检查对象：<strong>{registered.name}</strong>（
            {REGISTERED[registered.adHoc ? 'adHoc' : registered.kind]}）
          </Text>
        ) : (
          <>
            <TextInput
              label="检查对象名称"
              description={`取自当前页面，可修改。域名：${props.host}`}
              value={subjectName}
              error={asked && missingName ? '请填写检查对象名称。' : undefined}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label="网站标识码"
              description="可不填。"
              value={code}
              onChange={(event) => setSiteIdCode(event.currentTarget.value)}
            />
          </>
        )}
        <NativeSelect
          label="指标体系"
          value={chosenSet ?? ''}
          data={setOptions(fitting, preferred)}
          onChange={(event) => setSetId(event.currentTarget.value)}
        />
        <TextInput
          label="检查员"
          description="填写后会记住。"
          autoComplete="name"
          value={who}
          error={asked && missingWho ? '请填写检查员姓名。' : undefined}
          onChange={(event) => setInspector(event.currentTarget.value)}
        />
        {!registered && (
          <Checkbox
            label="该单位提供办事服务"
            description="不提供的，办事服务类指标不计分，其余按规则折算。"
            checked={hasServices}
            onChange={(event) => setHasServices(event.currentTarget.checked)}
          />
        )}
        {error !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {error}
          </Alert>
        )}
        {notRead !== undefined && (
          <NotRead
            sentence={notRead}
            onRetry={() => void Promise.all([sets.reload(), subjects.reload(), rounds.reload()])}
          />
        )}
        <Button type="submit" loading={busy} disabled={!ready}>
          开始检查
        </Button>
      </Stack>
    </form>
  );
}

/** What the page says of itself; its bare address and title when it cannot be asked. */
function useDescription(page: PageState): PageDescription | undefined {
  const client = useClient();
  const [description, setDescription] = useState<PageDescription>();
  const { url, title, ready } = page;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when `ready`: page tags may come late
  useEffect(() => {
    let gone = false;
    client.page.describe().then(
      (answer) => !gone && setDescription(answer),
      () => !gone && setDescription({ url, title, viewport: { width: 0, height: 0, ratio: 1 } }),
    );
    return () => {
      gone = true;
    };
  }, [client, url, title, ready]);
  return description;
}

const REGISTERED: Record<SubjectKind | 'adHoc', string> = {
  website: '台账中的网站',
  'new-media': '台账中的账号',
  adHoc: '已有记录',
};

function defaultSet(sets: readonly SetRow[], preferred: string): string | undefined {
  return (sets.find(({ id }) => id === preferred) ?? sets[0])?.id;
}

/** The preferred set, then shipped ones, then own ones; of several versions of one set the desk takes the newest. */
function setOptions(sets: readonly SetRow[], preferred: string): { value: string; label: string }[] {
  const rank = (row: SetRow) => (row.id === preferred ? -1 : row.shipped ? 0 : 1);
  const seen = new Set<string>();
  return [...sets]
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((row) => ({
      value: row.id,
      label: `${row.title}${row.shipped ? '' : '（自定义）'}${row.unconfirmed ? '（部分分值待核对）' : ''}`,
    }));
}
