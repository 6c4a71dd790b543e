// A hand-over file that is read in a worker comes out as it does without one; what goes wrong there is told here.
import { beforeAll, describe, expect, it } from 'vitest';
import { FileRefused } from '@/lib/store/file-refused';
import { type FileSession, readHandover } from '@/lib/store/handover-read';
import { readingIn, serveReading } from '@/lib/store/handover-reading';
import { writeHandover } from '@/lib/store/handover-write';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, pictureOf, site } from '../desk/desk-fixture';
import { workersFor } from '../desk/worker-in-thread';

const SESSIONS = 30;
let file: Blob;

async function seen(read: typeof readHandover, blob: Blob) {
  const told: unknown[] = [];
  const portions: number[] = [];
  await read(blob, {
    start: async (header, shared) => {
      told.push(header, shared);
    },
    sessions: async (sessions: readonly FileSession[]) => {
      portions.push(sessions.length);
      told.push(...sessions);
    },
  });
  return { told, portions };
}

describe('reading in a worker', () => {
  beforeAll(async () => {
    const repository = createMemoryRepository();
    const { desk } = deskOver(repository, {});
    const ids: string[] = [];
    for (let at = 0; at < SESSIONS; at++) {
      const subject = { ...site, name: `${at}`, host: `${at}.gov.cn`, url: `http://${at}.gov.cn/` };
      const { id } = await desk.startSession({ subject, setId: 'small', inspector: '张三' });
      await desk.addEvidence(pictureOf(id));
      ids.push(id);
    }
    file = await writeHandover(repository, ids, { at: '2026-11-20T02:00:00.000Z', by: '张三' });
  });

  it('gives all of the file in portions, two files at a time, and ends each worker with its file', async () => {
    const { all, open } = workersFor(serveReading);
    const read = readingIn(open);
    const plain = await seen(readHandover, file);
    expect(plain.portions.reduce((sum, size) => sum + size)).toBe(SESSIONS);
    expect(plain.portions.length).toBeGreaterThan(1);
    expect(await Promise.all([seen(read, file), seen(read, file)])).toEqual([plain, plain]);
    expect(await seen(read, file)).toEqual(plain);
    expect(all).toEqual([{ ended: true }, { ended: true }, { ended: true }]);
  });

  it('tells why a file is refused, and ends the worker', async () => {
    const { all, open } = workersFor(serveReading);
    const cut = file.slice(0, file.size - 9);
    const plain = await seen(readHandover, cut).catch((error: FileRefused) => error);
    const there = await seen(readingIn(open), cut).catch((error: FileRefused) => error);
    expect(plain).toBeInstanceOf(FileRefused);
    expect(there).toBeInstanceOf(FileRefused);
    expect(there).toMatchObject({ message: (plain as FileRefused).message, kind: 'invalid' });
    expect(all).toEqual([{ ended: true }]);
  });

  it('stops when the page does not want more', async () => {
    const { all, open } = workersFor(serveReading);
    const read = readingIn(open);
    const stop = new Error('stopped');
    let portions = 0;
    const visitor = {
      start: async () => undefined,
      sessions: async () => {
        portions += 1;
        throw stop;
      },
    };
    await expect(read(file, visitor)).rejects.toBe(stop);
    expect(portions).toBe(1);
    expect(all).toEqual([{ ended: true }]);
    expect((await seen(read, file)).portions.length).toBeGreaterThan(1);
  });
});
