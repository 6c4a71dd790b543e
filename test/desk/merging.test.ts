// Files that are merged in workers come out as they do without; each worker ends with its file, and only small rows come back.
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskChange } from '@/lib/desk/desk-change';
import { createLocalFiles } from '@/lib/desk/local-files';
import type { FileResult } from '@/lib/desk/merge-file';
import { mergingIn, serveMerging } from '@/lib/desk/merging';
import { fileName } from '@/lib/export/file-name';
import { readHandover } from '@/lib/store/handover-read';
import { writeHandover } from '@/lib/store/handover-write';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, pictureOf, site, smallSet } from './desk-fixture';
import { filesOver } from './files-over';
import { workersFor } from './worker-in-thread';

const FILES = 3;
const SESSIONS = 14;
let given: { name: string; file: Blob }[];

/** A computer that merges in workers; `came` is what they told of each file in the end. */
function computer() {
  const repository = createMemoryRepository();
  const told: DeskChange[] = [];
  let ids = 0;
  const ports = {
    repository,
    now: () => new Date('2026-11-20T17:05:00.000Z'),
    newId: () => `m${++ids}`,
    shippedSets: [smallSet()],
  };
  const notify = (change: DeskChange) => void told.push(change);
  const workers = workersFor((line) => serveMerging(line, { ...ports, readHandover }));
  const came: FileResult[] = [];
  const merge = mergingIn(workers.open, notify);
  const files = createLocalFiles({
    ...ports,
    notify,
    fileName,
    mergeFile: async (job, watch) => {
      const result = await merge(job, watch);
      came.push(result);
      return result;
    },
  });
  const inThread = () => filesOver({ ...ports, notify, fileName });
  return { repository, told, workers: workers.all, came, files, inThread };
}
const decisions = { verdicts: [], reposts: [], by: '汇总人' };
const quiet = () => ({ newRounds: true, onProgress: () => undefined, signal: new AbortController().signal });

describe('merging in workers', () => {
  beforeEach(async () => {
    given = [];
    for (let n = 0; n < FILES; n++) {
      const repository = createMemoryRepository();
      const { desk } = deskOver(repository, { prefix: `f${n}` });
      const ids: string[] = [];
      for (let at = 0; at < SESSIONS; at++) {
        const host = `s${n}-${at}.gov.cn`;
        const subject = { ...site, name: host, host, url: `http://${host}/` };
        const { id } = await desk.startSession({ subject, setId: 'small', inspector: '张三' });
        await desk.addEvidence(pictureOf(id));
        ids.push(id);
      }
      const file = await writeHandover(repository, ids, { at: '2026-11-20T02:00:00.000Z', by: '张三' });
      given.push({ name: `${n}`, file });
    }
  });

  it('plans and merges as in the page itself, and tells the page what changed', async () => {
    const one = computer();
    const other = computer();
    const inThread = other.inThread();
    const plan = await one.files.planMerge(given, quiet());
    expect(plan).toEqual(await inThread.planMerge(given, quiet()));
    expect(plan.flatMap(({ sessions }) => sessions)).toHaveLength(FILES * SESSIONS);
    const done = await one.files.applyMerge(given, decisions, quiet());
    expect(done).toEqual(await inThread.applyMerge(given, decisions, quiet()));
    expect(done).toMatchObject({ added: FILES * SESSIONS, left: [] });
    expect(one.told).toEqual(other.told);
    expect(one.told).toContainEqual({ what: 'sessions' });
  });

  it('ends each worker with its file, and keeps nothing of a file but a small row for each inspection', async () => {
    const { files, workers, came } = computer();
    await files.planMerge(given, quiet());
    expect(workers).toEqual(Array(FILES).fill({ ended: true }));
    await files.applyMerge(given, decisions, quiet());
    expect(workers).toEqual(Array(2 * FILES).fill({ ended: true }));
    expect(came).toHaveLength(2 * FILES);
    for (const { plan } of came) {
      for (const row of plan.sessions) {
        expect(Object.keys(row).sort()).toEqual(
          [
            'conflicts',
            'inspector',
            'pictures',
            'round',
            'sessionId',
            'status',
            'subject',
            'updatedAt',
          ].sort(),
        );
        expect(JSON.stringify(row).length).toBeLessThan(500);
      }
    }
  });

  it('stops after the inspection under way, notes in the round what was merged, and does the rest when asked again', async () => {
    const { files, workers, repository } = computer();
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 3 && stop.abort(new Error('stopped'));
    const stopped = files.applyMerge(given, decisions, { newRounds: true, onProgress, signal: stop.signal });
    await expect(stopped).rejects.toThrow('stopped');
    expect(workers.every(({ ended }) => ended)).toBe(true);
    const count = () => repository.transaction('read', ({ sessions }) => sessions.count());
    const events = await repository.transaction('read', ({ roundEvents }) => roundEvents.all());
    const before = await count();
    expect(before).toBeLessThan(FILES * SESSIONS);
    expect(events).toHaveLength(before > 0 ? 1 : 0);
    const rest = await files.applyMerge(given, decisions, quiet());
    expect(rest).toMatchObject({ added: FILES * SESSIONS - before, unchanged: before, left: [] });
  });

  it('names a file whose worker fails and goes on with the next', async () => {
    const opened: { onerror: ((event: ErrorEvent) => void) | null }[] = [];
    const { repository } = computer();
    const mergeFile = mergingIn(
      () => {
        const worker = {
          onmessage: null,
          onerror: null,
          terminate: () => undefined,
          postMessage: () =>
            queueMicrotask(() => opened.at(-1)?.onerror?.({ message: 'gone' } as ErrorEvent)),
        };
        opened.push(worker);
        return worker;
      },
      () => undefined,
    );
    const now = () => new Date();
    const ports = {
      repository,
      now,
      notify: () => undefined,
      shippedSets: [smallSet()],
      fileName,
      mergeFile,
    };
    const done = await createLocalFiles(ports).applyMerge(given, decisions, quiet());
    expect(done.left.map(({ file }) => file)).toEqual(given.map(({ name }) => name));
    expect(opened).toHaveLength(FILES);
  });
});
