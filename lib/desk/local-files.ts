// The files side of the desk: backup, restore and hand-over, for pages that may open the database.
// Files are too large for messages, so there is no remote twin.

import { writeBackup } from '@/lib/store/backup';
import { FileRefused } from '@/lib/store/file-refused';
import { gatherHandover, readHandover } from '@/lib/store/handover-file';
import { type ImportOutcome, importHandover } from '@/lib/store/handover-import';
import { type CheckedBackup, readBackup, restoreBackup } from '@/lib/store/restore';
import { DeskError } from './protocol';
import { storageError } from './storage-error';
import { type DeskPorts, notFound } from './work';

/** A file to be saved. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  mime: string;
}

/** How far a long job is, in plain Chinese; `total` 0 = not known. */
interface Progress {
  what: string;
  done: number;
  total: number;
}
type OnProgress = (progress: Progress) => void;

export interface LocalFilesPorts extends Pick<DeskPorts, 'repository' | 'now' | 'notify' | 'shippedSets'> {
  /** A file name that every system takes; `day` is YYYYMMDD. */
  fileName: (parts: {
    round: string;
    subject: string;
    day: string;
    what: string;
    extension: string;
  }) => string;
}

/**
 * Backup, restore and hand-over. Every call rejects with a DeskError (one clear Chinese sentence) and then has changed
 * nothing; an aborted backup rejects with the signal's reason.
 */
export function createLocalFiles(ports: LocalFilesPorts) {
  const { repository } = ports;
  return {
    /** How many records there are; of sets only the own ones. */
    counts: () =>
      guarded(() =>
        repository.transaction('read', async (tables) => ({
          sessions: await tables.sessions.count(),
          subjects: await tables.subjects.count(),
          rounds: await tables.rounds.count(),
          sets: (await tables.sets.all()).filter((set) => !isShipped(ports, set)).length,
          evidence: await tables.evidence.count(),
        })),
      ),

    async backup(options: { onProgress: OnProgress; signal: AbortSignal }): Promise<MadeFile> {
      const at = ports.now();
      const blob = await guarded(
        () =>
          writeBackup(repository, {
            at: at.toISOString(),
            signal: options.signal,
            onProgress: (what, done, total) =>
              options.onProgress({ what: what === 'images' ? '取证图片' : '检查记录', done, total }),
          }),
        options.signal,
      );
      const name = `政务网站检查台备份_${stampOf(at)}.jsonl.gz`;
      return { name, bytes: new Uint8Array(await blob.arrayBuffer()), mime: 'application/gzip' };
    },

    async previewBackup(file: Blob) {
      const { header, records } = await guarded(() => readBackup(file));
      const sets = (records.get('sets') ?? []) as { id: string; version: string }[];
      const count = (table: 'sessions' | 'subjects' | 'rounds' | 'evidence') =>
        records.get(table)?.length ?? 0;
      return {
        at: header.at,
        counts: {
          sessions: count('sessions'),
          subjects: count('subjects'),
          rounds: count('rounds'),
          sets: sets.filter((set) => !isShipped(ports, set)).length,
          evidence: count('evidence'),
        },
      };
    },

    /** Replaces everything stored by the content of the file: all or nothing. */
    async restore(file: Blob, options: { onProgress: OnProgress }): Promise<void> {
      await guarded(async () => {
        const backup = await readBackup(file, (done, total) =>
          options.onProgress({ what: '核对备份', done, total }),
        );
        options.onProgress({ what: '写入数据', done: 0, total: 0 });
        const before = await repository.transaction('read', ({ sessions }) => sessions.all());
        await restoreBackup(repository, backup);
        announceRestore(ports, [...before, ...sessionsOf(backup)]);
      });
    },

    exportHandover: (sessionId: string): Promise<MadeFile> =>
      guarded(async () => {
        const handover = await gatherHandover(repository, sessionId, ports.now().toISOString());
        if (!handover) throw notFound('检查记录');
        const { round, subject } = handover;
        return {
          name: ports.fileName({
            round: round.name,
            subject: subject.name,
            day: stampOf(ports.now()).slice(0, 8),
            what: '检查交接',
            extension: 'json',
          }),
          bytes: new TextEncoder().encode(JSON.stringify(handover)),
          mime: 'application/json',
        };
      }),

    previewHandover: (file: Blob) =>
      guarded(async () => {
        const { session, subject, round, set, evidence } = await readHandover(file);
        const existing = await repository.transaction('read', ({ sessions }) => sessions.get(session.id));
        return {
          subject: subject.name,
          round: round.name,
          setTitle: set.title,
          inspector: session.inspector,
          updatedAt: session.updatedAt,
          evidence: evidence.length,
          ...(existing ? { existing: { inspector: existing.inspector, updatedAt: existing.updatedAt } } : {}),
        };
      }),

    /** Stores it; a stored session with the same id is replaced only when the file continues it. */
    importHandover: (file: Blob): Promise<{ sessionId: string; outcome: ImportOutcome }> =>
      guarded(async () => {
        const handover = await readHandover(file);
        const sessionId = handover.session.id;
        const outcome = await importHandover(repository, handover, ports.shippedSets);
        if (outcome !== 'unchanged') {
          for (const what of ['sets', 'rounds', 'subjects', 'sessions'] as const) ports.notify({ what });
          ports.notify({ what: 'session', sessionId });
          ports.notify({ what: 'runs', sessionId });
        }
        return { sessionId, outcome };
      }),
  };
}

function announceRestore(ports: LocalFilesPorts, sessions: readonly { id: string }[]): void {
  for (const what of ['settings', 'sets', 'rounds', 'subjects', 'sessions'] as const) ports.notify({ what });
  for (const sessionId of new Set(sessions.map(({ id }) => id))) {
    ports.notify({ what: 'session', sessionId });
    ports.notify({ what: 'runs', sessionId });
  }
}

function sessionsOf(backup: CheckedBackup): { id: string }[] {
  return (backup.records.get('sessions') ?? []) as { id: string }[];
}

function isShipped(ports: LocalFilesPorts, set: { id: string; version: string }): boolean {
  return ports.shippedSets.some(({ id, version }) => id === set.id && version === set.version);
}

/** Day and minute in Asia/Shanghai for a file name, e.g. 20261120-0930. */
function stampOf(instant: Date): string {
  const local = new Date(instant.getTime() + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 16).replace(':', '')}`;
}

async function guarded<T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (signal?.aborted || error instanceof DeskError) throw error;
    if (error instanceof FileRefused) {
      const refusal = new DeskError(error.kind, error.message);
      refusal.cause = error;
      throw refusal;
    }
    throw storageError(error);
  }
}
