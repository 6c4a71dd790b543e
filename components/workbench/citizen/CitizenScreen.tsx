// 找错留言: a round's messages from “我为政府网站找错”, their numbers, and what each is about.
import { FileButton, NativeSelect, Text } from '@mantine/core';
import { IconDownload, IconFileImport, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { Round } from '@/lib/model/round';
import { citizenDefinitions } from '@/lib/rounds/citizen-definitions';
import { citizenNumbers } from '@/lib/rounds/citizen-reports';
import { shanghaiDay } from '@/lib/text/days';
import { Definitions } from '../numbers/Definitions';
import numbersClasses from '../numbers/numbers.module.css';
import { ActionButton } from '../shell/ActionButton';
import { useNotices } from '../shell/notices';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { CitizenImport } from './CitizenImport';
import { CitizenList } from './CitizenList';
import { CitizenSummary } from './CitizenSummary';
import { CountingControls } from './CountingControls';
import { type CitizenFilter, NO_CITIZEN_FILTER } from './citizen-filter';

/** `#/citizen` and `#/citizen/ROUND`. */
export function CitizenScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const [, navigate] = useLocation();
  const ask = useCallback(() => client.desk.listRounds({}), [client]);
  const { value: rounds, error, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  const wanted = params.round === undefined ? undefined : decodeURIComponent(params.round);
  const round = rounds?.find(({ id }) => id === wanted) ?? (wanted === undefined ? rounds?.[0] : undefined);
  return (
    <div className={numbersClasses.screen}>
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!rounds && !error && <Loading what="检查轮次" />}
      {rounds && !round && (
        <>
          <ScreenHead title="找错留言" />
          <Empty title={rounds.length === 0 ? '还没有检查轮次' : '没有这个检查轮次'}>
            <p>
              找错留言按检查轮次统计。请先<Link href="/rounds/new">新建轮次</Link>
              ，或者开始一次检查，再导入平台导出的留言。
            </p>
          </Empty>
        </>
      )}
      {rounds && round && (
        <OfRound
          key={round.id}
          round={round}
          chooser={
            <NativeSelect
              label="检查轮次"
              className={numbersClasses.round}
              value={round.id}
              data={rounds.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ currentTarget }) =>
                navigate(`/citizen/${encodeURIComponent(currentTarget.value)}`, { replace: true })
              }
            />
          }
        />
      )}
    </div>
  );
}

function OfRound({ round, chooser }: { round: Round; chooser: ReactNode }) {
  const client = useDeskClient();
  const notices = useNotices();
  const ask = useCallback(() => client.desk.citizenReports({ roundId: round.id }), [client, round.id]);
  const {
    value: stored,
    error,
    reload,
  } = useDeskQuery(ask, ({ what }) => what === 'citizen-reports' || what === 'subjects');
  const [day, setDay] = useState(() => shanghaiDay(client.now().toISOString()));
  const [filter, setFilter] = useState<CitizenFilter>(NO_CITIZEN_FILTER);
  const [file, setFile] = useState<File | null>(null);
  const resetFile = useRef<() => void>(null);
  const list = useRef<HTMLHeadingElement>(null);
  const rows = stored?.rows;
  const numbers = useMemo(
    () =>
      citizenNumbers(
        // As they are counted: with the unit and group of the linked subject.
        (stored?.rows ?? []).map(({ report: { group: _, ...report }, unit, group }) => ({
          ...report,
          unit,
          ...(group ? { group } : {}),
        })),
        day,
        stored?.counting,
      ),
    [stored, day],
  );
  const locked = round.state === 'closed';

  const run = async (job: () => Promise<void>) => {
    try {
      await job();
    } catch (failure) {
      notices.failed(failure);
    }
  };
  const save = () =>
    run(async () => {
      const { exportCitizenReports } = await import('@/lib/export/citizen-xlsx');
      const made = await exportCitizenReports(round.name, rows ?? [], numbers, client.now());
      await client.saveFile(made.name, made.bytes, made.mime);
      notices.done(`已导出“${made.name}”。`);
    });
  const relink = () =>
    run(async () => {
      const { changed } = await client.desk.relinkCitizenReports({ roundId: round.id });
      notices.done(changed === 0 ? '已按台账重新匹配，没有变化。' : `已按台账重新匹配，更新 ${changed} 条。`);
    });
  const open = (title: string, some: readonly string[]) => {
    setFilter({ ...NO_CITIZEN_FILTER, behind: { title, numbers: new Set(some) } });
    list.current?.scrollIntoView({ block: 'start' });
    list.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <ScreenHead
        title="找错留言"
        detail={<Text size="sm">“我为政府网站找错”平台留言，按平台导出的表格统计。</Text>}
        actions={
          <>
            <FileButton
              resetRef={resetFile}
              onChange={setFile}
              accept=".xlsx,.csv,.tsv,.txt"
              disabled={locked}
            >
              {(props) => (
                <ActionButton {...props} icon={IconFileImport} disabled={locked}>
                  导入留言
                </ActionButton>
              )}
            </FileButton>
            {rows && rows.length > 0 && (
              <>
                <ActionButton icon={IconRefresh} onClick={() => void relink()} disabled={locked}>
                  按台账重新匹配
                </ActionButton>
                <ActionButton icon={IconDownload} onClick={() => void save()}>
                  导出 XLSX
                </ActionButton>
                <ActionButton icon={IconPrinter} onClick={() => window.print()}>
                  打印
                </ActionButton>
              </>
            )}
          </>
        }
      />
      {chooser}
      {locked && <Text size="sm">本轮次已结束，留言只能查看和导出；如需修改，请先重新开放该轮次。</Text>}
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!stored && !error && <Loading what="找错留言" />}
      {rows?.length === 0 && (
        <Empty title="本轮次还没有找错留言">
          <p>
            请从“我为政府网站找错”平台导出本轮次的留言（XLSX 或
            CSV），再点击“导入留言”。列名不同也可以，导入时可以逐列对应；重复导入按留言编号更新。
          </p>
        </Empty>
      )}
      {stored && rows && rows.length > 0 && (
        <>
          <CountingControls
            roundId={round.id}
            counting={stored.counting}
            day={day}
            onDay={setDay}
            locked={locked}
          />
          <CitizenSummary numbers={numbers} rows={rows} onOpen={open} />
          <Definitions definitions={citizenDefinitions} />
          <CitizenList
            title={list}
            round={round}
            rows={rows}
            counting={stored.counting}
            numbers={numbers}
            filter={filter}
            onFilter={setFilter}
          />
        </>
      )}
      {file && (
        <CitizenImport
          file={file}
          round={round}
          onClose={() => {
            setFile(null);
            resetFile.current?.();
          }}
        />
      )}
    </>
  );
}
