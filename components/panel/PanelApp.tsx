// The panel: finds out which tab and which inspection it serves, then shows the start screen or the inspection.
import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { ClientProvider, useClient, useDeskQuery, useSettings } from '@/components/client';
import { Theme } from '@/components/shared/theme';
import type { InspectionClient } from '@/lib/client/client';
import type { SessionRow } from '@/lib/desk/protocol';
import { sessionToOpen } from '@/lib/desk/session-to-open';
import { hostOf } from './choose-session';
import { NoticeProvider } from './notice';
import panel from './panel.module.css';
import type { PanelStart } from './panel-start';
import { SessionScreen } from './SessionScreen';
import { StartScreen } from './StartScreen';
import { forSession } from './ui-state';
import { useHostAccess } from './use-host-access';
import { usePage } from './use-page';
import { useRecheckOrder } from './use-recheck-order';
import { useUiState } from './use-ui-state';

const RecheckScreen = lazy(() => import('./RecheckScreen').then((m) => ({ default: m.RecheckScreen })));

/** The whole panel over one client. */
export function PanelApp({ client, start }: { client: InspectionClient; start: PanelStart | undefined }) {
  return (
    <ClientProvider client={client} settings={start?.settings}>
      <Themed start={start} />
    </ClientProvider>
  );
}

function Themed({ start }: { start: PanelStart | undefined }) {
  const { settings } = useSettings();
  return (
    <Theme scheme={settings.theme}>
      <div className={panel.root}>
        <NoticeProvider>
          <Panel start={start} />
        </NoticeProvider>
      </div>
    </Theme>
  );
}

function Panel({ start }: { start: PanelStart | undefined }) {
  const client = useClient();
  const page = usePage(start?.page);
  const { ui, change, quietly } = useUiState(start?.ui);
  const host = page && hostOf(page.url);
  // Accounts on one platform differ only in the rest of the address.
  const url = page?.url.replace(/#.*$/, '') ?? '';
  const ask = useCallback(() => client.desk.sessionsForHost({ host: host ?? '', url }), [client, host, url]);
  const rows = useDeskQuery(
    host === undefined ? undefined : ask,
    ({ what }) => what === 'sessions' || what === 'subjects',
    start?.rows,
  );

  // While another page of the host is asked about, the start screen stays as it is.
  const seen = useRef<{ host: string | undefined; rows: SessionRow[] }>(undefined);
  if (rows.value) seen.current = { host, rows: rows.value };
  const shownRows = rows.value ?? (seen.current?.host === host ? seen.current?.rows : undefined);

  const open = useCallback((sessionId: string) => change((now) => forSession(now, sessionId)), [change]);
  const here = rows.value?.some(({ session }) => session.id === ui?.sessionId);
  const leave = useCallback(
    // On a page of the inspected site its only unfinished inspection must not open again at once.
    () => change((now) => ({ ...forSession(now, undefined), ...(here && host ? { left: host } : {}) })),
    [change, host, here],
  );

  const chosen = ui && rows.value && ui.left !== host ? sessionToOpen(rows.value, ui.sessionId) : undefined;
  const sessionId = ui?.sessionId ?? chosen;
  useEffect(() => {
    if (chosen !== undefined && ui?.sessionId === undefined) open(chosen);
  }, [chosen, ui?.sessionId, open]);

  const access = useHostAccess(page?.url ?? '', start?.access);
  const recheck = useRecheckOrder(page, start?.recheck);
  if (!ui) return null;
  if (page && recheck.id !== undefined)
    return (
      <Suspense fallback={null}>
        <RecheckScreen key={recheck.id} id={recheck.id} page={page} onEnd={recheck.end} />
      </Suspense>
    );
  if (sessionId !== undefined)
    return (
      <SessionScreen
        key={sessionId}
        sessionId={sessionId}
        known={start?.view?.session.id === sessionId ? start.view : undefined}
        page={page}
        access={access}
        belongs={rows.value?.some(({ session }) => session.id === sessionId)}
        ui={ui}
        change={change}
        quietly={quietly}
        onLeave={leave}
      />
    );
  // Nothing is shown before it is known whether an inspection is to be continued: no flicker.
  if (!page || (host !== undefined && shownRows === undefined && rows.error === undefined)) return null;
  return (
    <StartScreen
      page={page}
      rows={shownRows ?? []}
      failure={shownRows === undefined ? rows.error : undefined}
      onRetry={() => void rows.reload()}
      onOpen={open}
    />
  );
}
