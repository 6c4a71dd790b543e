// The contract of the repository port, held by both implementations.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { openRepository } from '@/lib/store/dexie-repository';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';

const round = (id: string) => ({
  id,
  name: `轮次${id}`,
  state: 'open' as const,
  createdAt: '2026-10-01T00:00:00.000Z',
});
const entry = (sessionId: string, seq: number) => ({
  id: `${sessionId}-${seq}`,
  sessionId,
  seq,
  at: '2026-10-01T00:00:00.000Z',
  by: '张三',
  kind: 'start' as const,
});
const visit = (sessionId: string, url: string) => ({
  sessionId,
  url,
  title: url,
  at: '2026-10-01T00:00:00.000Z',
});

const verdict = (criterionId: string, note = '') => ({
  sessionId: 's',
  criterionId,
  status: 'ok' as const,
  count: 0,
  note,
  findingKeys: [],
  evidenceIds: [],
  by: '张三',
  at: '2026-10-01T00:00:00.000Z',
  from: 'manual' as const,
});

let count = 0;
const kinds: [string, () => Repository][] = [
  ['memory', () => createMemoryRepository()],
  ['dexie', () => openRepository(`contract-${count++}`)],
];

describe.each(kinds)('%s repository', (_, create) => {
  let repository: Repository | undefined;
  const open = () => {
    repository = create();
    return repository;
  };
  afterEach(() => repository?.close());

  it('gives back what was put, in key order, as copies', async () => {
    const repo = open();
    const written = round('b');
    await repo.transaction('write', async ({ rounds }) => {
      await rounds.put(written);
      await rounds.put(round('a'));
      await rounds.put({ ...round('a'), name: '改名' });
    });
    written.name = 'changed outside';
    const rounds = await repo.transaction('read', (tables) => tables.rounds.all());
    expect(rounds.map(({ id, name }) => [id, name])).toEqual([
      ['a', '改名'],
      ['b', '轮次b'],
    ]);
    expect(await repo.transaction('read', (tables) => tables.rounds.get('c'))).toBeUndefined();
  });

  it('writes nothing of a transaction that fails, and passes the error on', async () => {
    const repo = open();
    const failure = new Error('no');
    await expect(
      repo.transaction('write', async ({ rounds, visits }) => {
        await rounds.put(round('a'));
        await visits.put(visit('s', 'http://a/'));
        throw failure;
      }),
    ).rejects.toBe(failure);
    const counts = await repo.transaction('read', async (t) => [
      await t.rounds.count(),
      await t.visits.count(),
    ]);
    expect(counts).toEqual([0, 0]);
  });

  it('stays in the transaction through deeply nested native awaits', async () => {
    const repo = open();
    await repo.transaction('write', async ({ rounds }) => {
      const deep = async (depth: number): Promise<unknown> =>
        depth === 0 ? await rounds.all() : await deep(depth - 1);
      await deep(8);
      await rounds.put(round('a'));
      await deep(8);
      await rounds.put(round('b'));
    });
    expect(await repo.transaction('read', ({ rounds }) => rounds.count())).toBe(2);
  });

  it('does not lose an update when two transactions change the same record', async () => {
    const repo = open();
    await repo.transaction('write', ({ rounds }) => rounds.put({ ...round('a'), name: '' }));
    const append = (text: string) =>
      repo.transaction('write', async ({ rounds }) => {
        const found = await rounds.get('a');
        await rounds.put({ ...round('a'), name: `${found?.name}${text}` });
      });
    await Promise.all(['1', '2', '3', '4'].map(append));
    const found = await repo.transaction('read', ({ rounds }) => rounds.get('a'));
    expect([...(found?.name ?? '')].sort().join('')).toBe('1234');
  });

  it('refuses to add a second record under one key', async () => {
    const repo = open();
    await repo.transaction('write', ({ journal }) => journal.add(entry('s', 1)));
    await expect(
      repo.transaction('write', ({ journal }) => journal.add({ ...entry('s', 1), id: 'other' })),
    ).rejects.toThrow();
    const entries = await repo.transaction('read', ({ journal }) => journal.all());
    expect(entries.map(({ id }) => id)).toEqual(['s-1']);
  });

  it('finds, ends and deletes by session, sorted by number and not by digit', async () => {
    const repo = open();
    await repo.transaction('write', async ({ journal, visits }) => {
      for (const seq of [10, 9, 1, 2]) await journal.add(entry('s', seq));
      await journal.add(entry('s2', 99));
      await journal.add(entry('r', 5));
      await visits.putMany([visit('s', 'http://b/'), visit('s', 'http://a/'), visit('s2', 'http://c/')]);
    });
    const seen = await repo.transaction('read', async ({ journal, visits }) => ({
      seqs: (await journal.ofSession('s')).map(({ seq }) => seq),
      last: (await journal.lastOfSession('s'))?.seq,
      none: await journal.lastOfSession('nobody'),
      urls: (await visits.ofSession('s')).map(({ url }) => url),
    }));
    expect(seen).toEqual({
      seqs: [1, 2, 9, 10],
      last: 10,
      none: undefined,
      urls: ['http://a/', 'http://b/'],
    });
    await repo.transaction('write', async ({ journal, visits }) => {
      await journal.deleteOfSession('s');
      await visits.delete(['s', 'http://a/']);
    });
    const left = await repo.transaction('read', async ({ journal, visits }) => [
      (await journal.all()).map(({ id }) => id),
      (await visits.all()).map(({ url }) => url),
    ]);
    expect(left).toEqual([
      ['r-5', 's2-99'],
      ['http://b/', 'http://c/'],
    ]);
  });

  it('scans a table in portions without leaving out or repeating a record', async () => {
    const repo = open();
    const ids = Array.from({ length: 25 }, (_, index) => `r${index}`);
    await repo.transaction('write', ({ rounds }) => rounds.putMany(ids.map(round)));
    const portions: string[][] = [];
    await repo.transaction('read', ({ rounds }) =>
      rounds.scan(10, (records) => portions.push(records.map(({ id }) => id))),
    );
    expect(portions.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(portions.flat()).toEqual([...ids].sort());
  });

  it('scans, counts and clears records that lie in bundles one by one', async () => {
    const repo = open();
    const entries = ['s', 't'].flatMap((id) => Array.from({ length: 40 }, (_, at) => entry(id, at + 1)));
    await repo.transaction('write', ({ journal }) => journal.putMany([...entries].reverse()));
    const portions: string[][] = [];
    const counted = await repo.transaction('read', async ({ journal }) => {
      await journal.scan(25, (records) => portions.push(records.map(({ id }) => id)));
      return journal.count();
    });
    expect(portions.map(({ length }) => length)).toEqual([25, 25, 25, 5]);
    expect(portions.flat()).toEqual(entries.map(({ id }) => id));
    expect(counted).toBe(80);
    const left = await repo.transaction('write', async ({ journal }) => {
      await journal.clear();
      await journal.add(entry('s', 3));
      return journal.all();
    });
    expect(left.map(({ id }) => id)).toEqual(['s-3']);
  });

  it('loses nothing that calls side by side write into one session', async () => {
    const repo = open();
    const read = () => repo.transaction('read', async ({ verdicts }) => verdicts.ofSession('s'));
    const ids = async () => (await read()).map(({ criterionId, note }) => `${criterionId}${note}`);
    await repo.transaction('write', ({ verdicts }) =>
      verdicts.putMany([verdict('c'), verdict('a'), verdict('x')]),
    );
    await repo.transaction('write', ({ verdicts }) =>
      Promise.all([
        verdicts.put(verdict('b')),
        verdicts.delete(['s', 'x']),
        verdicts.putMany([verdict('a', '改'), verdict('d')]),
        verdicts.add(verdict('e')),
      ]),
    );
    expect(await ids()).toEqual(['a改', 'b', 'c', 'd', 'e']);
    await repo.transaction('write', async ({ verdicts }) => {
      await verdicts.delete(['s', 'a']);
      await verdicts.deleteOfSession('s');
      await verdicts.putMany([verdict('z')]);
    });
    expect(await ids()).toEqual(['z']);
    await repo.transaction('write', ({ verdicts }) => verdicts.delete(['s', 'z']));
    const nothing = await repo.transaction('read', async ({ verdicts }) => [
      await verdicts.count(),
      await verdicts.lastOfSession('s'),
    ]);
    expect(nothing).toEqual([0, undefined]);
  });

  it('hands out a record that lies in a bundle as a copy', async () => {
    const repo = open();
    const found = await repo.transaction('write', async ({ verdicts }) => {
      await verdicts.putMany([verdict('a'), verdict('b')]);
      const got = await verdicts.get(['s', 'a']);
      if (got) got.note = 'changed by the reader';
      await verdicts.put(verdict('b', '改'));
      return verdicts.ofSession('s');
    });
    expect(found.map(({ note }) => note)).toEqual(['', '改']);
  });

  it('keeps picture bytes', async () => {
    const repo = open();
    const bytes = new Uint8Array([255, 216, 0, 1, 2]);
    await repo.transaction('write', ({ evidenceImages }) =>
      evidenceImages.put({ id: 'e', sessionId: 's', blob: new Blob([bytes], { type: 'image/jpeg' }) }),
    );
    const found = await repo.transaction('read', ({ evidenceImages }) => evidenceImages.get('e'));
    expect(found?.blob.type).toBe('image/jpeg');
    expect(new Uint8Array((await found?.blob.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
  });

  it('refuses to write in a reading transaction', async () => {
    const repo = open();
    await expect(repo.transaction('read', ({ rounds }) => rounds.put(round('a')))).rejects.toThrow();
  });

  it('clears one table and leaves the others', async () => {
    const repo = open();
    await repo.transaction('write', async ({ rounds, visits }) => {
      await rounds.put(round('a'));
      await visits.put(visit('s', 'http://a/'));
      await rounds.clear();
    });
    const counts = await repo.transaction('read', async (t) => [
      await t.rounds.count(),
      await t.visits.count(),
    ]);
    expect(counts).toEqual([0, 1]);
  });
});
