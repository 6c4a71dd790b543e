// A database that cannot be opened or written: no call waits for ever, none writes onto a full disk, and a later one finds all in order.
import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { storageError } from '@/lib/desk/storage-error';
import { openRepository } from '@/lib/store/dexie-repository';
import type { Repository } from '@/lib/store/repository';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const countOf = (repository: Repository) =>
  repository.transaction('read', ({ sessions }) => sessions.count());
const sentenceOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => storageError(error).message,
  );

it('a call after a failed opening opens it anew', async () => {
  const repository = openRepository('fails-once');
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
  for (let call = 0; call < 2; call++)
    expect(await sentenceOf(countOf(repository))).toMatch(
      /^本机数据库读写失败，未作任何改动，请检查磁盘空间/,
    );
  open.mockRestore();
  expect(await countOf(repository)).toBe(0);
  repository.close();
});

it('calls are refused while another page keeps an older version open, and served once it is closed', async () => {
  const name = 'kept-open';
  const older = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open(name, 1);
    request.onsuccess = () => done(request.result);
  });
  const repository = openRepository(name);
  for (let call = 0; call < 2; call++)
    expect(await sentenceOf(countOf(repository))).toBe(
      '暂时打不开本机数据库（正在升级，或被其他检查台页面占用），未作任何改动，请稍后重试；仍不成功的，请关闭其他检查台页面。',
    );
  older.close();
  await vi.waitFor(async () => expect(await countOf(repository)).toBe(0));
  repository.close();
});

it('nothing is written while the disk is nearly full, and reading goes on', async () => {
  const repository = openRepository('little-room');
  const free = (megabytes: number) =>
    vi.stubGlobal('navigator', {
      storage: { estimate: async () => ({ usage: 1_000_000, quota: 1_000_000 + megabytes * 1024 * 1024 }) },
    });
  const write = () =>
    repository.transaction('write', async ({ visits }) => {
      await visits.put({ sessionId: 's', url: 'http://a/', title: '甲', at: '2026-10-01T00:00:00.000Z' });
    });
  const count = () => repository.transaction('read', ({ visits }) => visits.count());
  free(199);
  expect(await sentenceOf(write())).toBe('本机存储空间不足，未能保存，请清理磁盘后重试。');
  expect(await count()).toBe(0);
  free(201);
  expect(await sentenceOf(write())).toBe('done');
  expect(await count()).toBe(1);
  repository.close();
});
