// Gives every screen the one road to data and browser, and keeps what it shows in step with the desk.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { InspectionClient } from '@/lib/client/client';
import type { DeskChange } from '@/lib/desk/desk-change';
import { DeskError } from '@/lib/desk/desk-error';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

/** What screens without an inspected tab (the workbench) need of the client. */
export type DeskClient = Pick<
  InspectionClient,
  'desk' | 'onDeskChange' | 'saveFile' | 'openSite' | 'openBeside' | 'openRecheck' | 'now'
>;

const ClientContext = createContext<InspectionClient | null>(null);
const DeskClientContext = createContext<DeskClient | null>(null);

/** Makes `client` known to everything below. `settings` as they were read just now, if they were. */
export function ClientProvider(props: {
  client: InspectionClient;
  settings?: Settings | undefined;
  children: ReactNode;
}) {
  return (
    <ClientContext value={props.client}>
      <DeskClientProvider client={props.client} settings={props.settings}>
        {props.children}
      </DeskClientProvider>
    </ClientContext>
  );
}

/** The same for screens without an inspected tab: below it `useClient` has nothing to give, the other hooks work. */
export function DeskClientProvider(props: {
  client: DeskClient;
  settings?: Settings | undefined;
  children: ReactNode;
}) {
  return (
    <DeskClientContext value={props.client}>
      <SettingsProvider known={props.settings}>{props.children}</SettingsProvider>
    </DeskClientContext>
  );
}

/** The desk side of the client; throws when no provider is above. */
export function useDeskClient(): DeskClient {
  const client = useContext(DeskClientContext);
  if (!client) throw new Error('useDeskClient needs a provider above it');
  return client;
}

/** The client; throws when no ClientProvider is above. */
export function useClient(): InspectionClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient needs a ClientProvider above it');
  return client;
}

/** What a desk query shows: the latest answer (kept while loading anew), or one Chinese sentence on why there is none. */
export interface DeskQuery<T> {
  value: T | undefined;
  error: string | undefined;
  /** The desk answered that there is no such thing: asking again is no use. */
  missing: boolean;
  loading: boolean;
  reload(): Promise<void>;
}

/**
 * Asks the desk now, and again after every change that `concerns` it. An answer that was overtaken is dropped.
 * @param ask must change identity only when the question changes (useCallback).
 * @param known the answer to the first question, when it was read just now: it is not asked again.
 */
export function useDeskQuery<T>(
  ask: (() => Promise<T>) | undefined,
  concerns: (change: DeskChange) => boolean,
  known?: T,
): DeskQuery<T> {
  const client = useDeskClient();
  const [state, setState] = useState<{ value?: T; error?: string; missing?: boolean; loading: boolean }>(
    known === undefined ? { loading: true } : { value: known, loading: false },
  );
  const fresh = useRef(known !== undefined);
  const latest = useRef(0);
  const concernsRef = useRef(concerns);
  concernsRef.current = concerns;

  const reload = useCallback(async () => {
    if (!ask) return;
    const mine = ++latest.current;
    setState((s) => ({ ...s, loading: true }));
    try {
      const value = await ask();
      if (mine === latest.current) setState({ value, loading: false });
    } catch (error) {
      const missing = error instanceof DeskError && error.code === 'not-found';
      if (mine === latest.current)
        setState((s) => ({ ...s, error: sentenceOf(error), missing, loading: false }));
    }
  }, [ask]);

  useEffect(() => {
    latest.current++;
    if (fresh.current) {
      fresh.current = false;
    } else {
      setState({ loading: Boolean(ask) });
      void reload();
    }
    // One renewal at a time: changes that come meanwhile, hundreds in a merge, are answered together by the next one.
    let under = false;
    let again = false;
    const renew = async () => {
      again = true;
      if (under) return;
      under = true;
      while (again) {
        again = false;
        await reload();
      }
      under = false;
    };
    const stop = client.onDeskChange((change) => {
      if (concernsRef.current(change)) void renew();
    });
    return () => {
      again = false;
      stop();
    };
  }, [client, ask, reload]);

  return {
    value: state.value,
    error: state.error,
    missing: state.missing === true,
    loading: state.loading,
    reload,
  };
}

interface KnownSettings {
  settings: Settings;
  known: boolean;
  change(part: Partial<Settings>): Promise<void>;
}

const SettingsContext = createContext<KnownSettings | null>(null);

/** The settings and a way to change some of them; the defaults until they are read. */
export function useSettings(): KnownSettings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('useSettings needs a provider above it');
  return settings;
}

/** After so long settings that could not be read are read again: no screen has a button of its own for them. */
const READ_AGAIN_MS = 2_000;

/** Reads the settings once for all screens below. */
function SettingsProvider(props: { known: Settings | undefined; children: ReactNode }) {
  const client = useDeskClient();
  const ask = useCallback(() => client.desk.getSettings({}), [client]);
  const { value, error, loading, reload } = useDeskQuery(
    ask,
    (change) => change.what === 'settings',
    props.known,
  );
  useEffect(() => {
    if (error === undefined || loading) return;
    const timer = setTimeout(() => void reload(), READ_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [error, loading, reload]);
  const change = useCallback(
    async (part: Partial<Settings>) => {
      // Read again: another window may have changed another field meanwhile.
      await client.desk.putSettings({ ...(await client.desk.getSettings({})), ...part });
      await reload();
    },
    [client, reload],
  );
  const shared = useMemo(
    () => ({ settings: value ?? DEFAULT_SETTINGS, known: value !== undefined, change }),
    [value, change],
  );
  return <SettingsContext value={shared}>{props.children}</SettingsContext>;
}

/** One Chinese sentence for the inspector from whatever was thrown; errors of desk and page carry theirs. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && /[\u4e00-\u9fff]/.test(error.message)) return error.message;
  return '操作未能完成，请稍后重试；如仍不成功，请刷新页面后再试。';
}
