// The files side of the desk: backup, restore, hand-over and merge, for pages that may open the database.
// Files are too large for messages, so there is no remote twin.

import { writeBackup } from '@/lib/store/backup';
import { FileRefused } from '@/lib/store/file-refused';
import { writeHandover } from '@/lib/store/handover-write';
import { type CheckedBackup, readBackup, restoreBackup } from '@/lib/store/restore';
import { askForRestoreRoom } from '@/lib/store/restore-room';
import { DeskError } from './desk-error';
import type { MergeFile } from './merge-file';
import { createMerge } from './merge-files';
import { storageError } from './storage-error';
import { type DeskPorts, notFound } from './work';

/** A file to be saved. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | Blob;
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
  /** Plans or merges one hand-over file. */
  mergeFile: MergeFile;
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
 * Backup, restore, hand-over and merge. Every call rejects with a DeskError (one clear Chinese sentence) and then has changed
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

    /** What is in a backup that can be restored here and now. */
    async previewBackup(file: Blob) {
      const { header, records } = await guarded(async () => {
        const backup = await readBackup(file);
        await askForRestoreRoom(repository, backup.size);
        return backup;
      });
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

    /** One inspection as a hand-over file. */
    exportHandover: (sessionId: string): Promise<MadeFile> =>
      guarded(async () => {
        const found = await repository.transaction('read', async (tables) => {
          const session = await tables.sessions.get(sessionId);
          const subject = session && (await tables.subjects.get(session.subjectId));
          const round = session && (await tables.rounds.get(session.roundId));
          return session && subject && round ? { session, subject, round } : undefined;
        });
        if (!found) throw notFound('检查记录');
        const { session, subject, round } = found;
        return handoverFile(ports, [session.id], session.inspector, round.name, subject.name);
      }),

    /** All inspections of a round, or of one inspector in it (`inspector` left out = everybody's), in one file. */
    exportRound: (
      { roundId, inspector }: { roundId: string; inspector?: string },
      options: { onProgress: OnProgress; signal: AbortSignal },
    ): Promise<MadeFile> =>
      guarded(async () => {
        const { round, ids } = await repository.transaction('read', async (tables) => ({
          round: await tables.rounds.get(roundId),
          ids: (await tables.sessions.ofRound(roundId))
            .filter((one) => inspector === undefined || one.inspector === inspector)
            .map(({ id }) => id),
        }));
        if (!round) throw notFound('检查轮次');
        if (ids.length === 0)
          throw new DeskError('invalid', '该轮次中没有这位检查员的检查，未生成文件，请另选。');
        return handoverFile(ports, ids, inspector ?? '', round.name, inspector || '全部检查', options);
      }, options.signal),

    ...createMerge(ports),
  };
}

async function handoverFile(
  ports: LocalFilesPorts,
  sessionIds: readonly string[],
  by: string,
  round: string,
  subject: string,
  options?: { onProgress: OnProgress; signal: AbortSignal },
): Promise<MadeFile> {
  const at = ports.now();
  const bytes = await writeHandover(ports.repository, sessionIds, {
    at: at.toISOString(),
    by,
    ...(options
      ? {
          signal: options.signal,
          onProgress: (done, total) => options.onProgress({ what: '检查记录', done, total }),
        }
      : {}),
  });
  return {
    name: ports.fileName({
      round,
      subject,
      day: stampOf(at).slice(0, 8),
      what: '检查交接',
      extension: 'jsonl.gz',
    }),
    bytes,
    mime: 'application/gzip',
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
