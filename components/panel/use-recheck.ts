// A recheck as the screen lives it: reads the item, runs once by itself on the right page, stores what was decided.
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf, useClient, useDeskQuery } from '@/components/client';
import type { PageState } from '@/lib/client/client';
import { isPageOf, type Recheck, recheckPage } from '@/lib/client/recheck-page';

const SEEN = { found: '再次发现同一问题', gone: '未再发现同一问题', unsure: '自动检查不能判断' } as const;

export function useRecheck(id: string, page: PageState) {
  const client = useClient();
  const ask = useCallback(() => client.desk.rectification({ id }), [client, id]);
  const query = useDeskQuery(ask, ({ what }) => what === 'rectifications');
  const view = query.value;
  const [oldPicture, setOldPicture] = useState<string>();
  const [result, setResult] = useState<Recheck>();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string>();
  const [done, setDone] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  const started = useRef(false);
  const here = view !== undefined && isPageOf(view, page.url);

  const evidenceId = view?.evidence?.id;
  useEffect(() => {
    if (evidenceId === undefined) return;
    client.desk.evidenceImage({ id: evidenceId }).then(setOldPicture, () => setOldPicture(undefined));
  }, [client, evidenceId]);

  const start = useCallback(async () => {
    if (!view || abort.current) return;
    const control = new AbortController();
    abort.current = control;
    setRunning(true);
    setError(undefined);
    setResult(undefined);
    try {
      const answer = await recheckPage(client, view, { signal: control.signal, onProgress: () => undefined });
      if (!control.signal.aborted) setResult(answer);
    } catch (reason) {
      if (!control.signal.aborted) setError(sentenceOf(reason));
    } finally {
      abort.current = undefined;
      setRunning(false);
    }
  }, [client, view]);

  const ready = here && page.ready && !page.blocked;
  useEffect(() => {
    if (!ready || started.current) return;
    started.current = true;
    void start();
  }, [ready, start]);
  useEffect(() => () => abort.current?.abort(), []);

  const record = async (to: 'closed' | 'reopened' | undefined, reason: string, by: string) => {
    if (!result) return;
    setError(undefined);
    // Where the machine cannot say, the inspector's decision tells whether the problem is still there.
    const found = result.outcome === 'unsure' ? to === 'reopened' : result.outcome === 'found';
    const text = [SEEN[result.outcome], ...result.reasons].join('；');
    try {
      await client.desk.recordRecheck({
        id,
        by,
        found,
        text: `复查 ${result.url}：${text}`,
        ...(result.picture ? { picture: result.picture.image } : {}),
        ...(to ? { decision: { to, text: reason.trim() || DECIDED[to] } } : {}),
      });
      setDone(
        to ? `已记录：${to === 'closed' ? '销号' : '重新整改'}。` : '已记录复查结果，可在整改台账中再定。',
      );
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };
  return { view, oldPicture, result, running, error: error ?? query.error, done, here, start, record };
}

const DECIDED = { closed: '复查合格，同意销号', reopened: '复查发现问题仍然存在，退回重新整改' } as const;
