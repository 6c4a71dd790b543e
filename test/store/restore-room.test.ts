// Restoring never fills the disk: what it needs at its highest point must be free beforehand, or nothing is changed.
import { afterEach, expect, it, vi } from 'vitest';
import { writeBackup } from '@/lib/store/backup';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';
import { readBackup, restoreBackup } from '@/lib/store/restore';
import { deskOver, pictureOf, startSmall } from '../desk/desk-fixture';
import { filesOver } from '../desk/files-over';

const MEGABYTE = 1024 * 1024;
/** What every write must find free. */
const MARGIN = 200 * MEGABYTE;

afterEach(() => vi.unstubAllGlobals());

function disk(left: number, used = 0): void {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: used, quota: used + left }) } });
}

async function inspected(prefix: string): Promise<Repository> {
  const repository = createMemoryRepository();
  const { desk } = deskOver(repository, { prefix });
  const { id } = await startSmall(desk);
  await desk.addEvidence(pictureOf(id));
  return repository;
}

const backupOf = async (repository: Repository) =>
  writeBackup(repository, { at: '2026-11-20T02:00:00.000Z' });
const sessionsIn = (repository: Repository) =>
  repository.transaction('read', async ({ sessions }) => (await sessions.all()).map(({ id }) => id));

it('a backup tells the bytes of its records and of its pictures', async () => {
  const repository = await inspected('a');
  const file = await backupOf(repository);
  const lines = (await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text())
    .trimEnd()
    .split('\n')
    .slice(1);
  const bytes = lines
    .filter((line) => !line.startsWith('{"table":"evidenceImages"'))
    .reduce((sum, line) => sum + new TextEncoder().encode(line).length, 0);
  const pictures = await repository.transaction('read', ({ evidenceImages }) => evidenceImages.all());
  expect((await readBackup(file)).size).toEqual({ records: bytes, pictures: pictures[0]?.blob.size });
});

it('one byte too little: refused in one sentence with the figures, and nothing is changed', async () => {
  const backup = await readBackup(await backupOf(await inspected('a')));
  const needed = MARGIN + 1.5 * backup.size.records + backup.size.pictures;
  const target = await inspected('b');
  const before = await sessionsIn(target);
  disk(needed - 1);
  await expect(restoreBackup(target, backup)).rejects.toMatchObject({
    name: 'FileRefused',
    kind: 'storage',
    message:
      '恢复该备份约需 201 MB 磁盘空间，本机可用空间只有 200 MB，未作任何改动，请清理磁盘，至少再腾出 1 MB 后重试。',
  });
  expect(await sessionsIn(target)).toEqual(before);
  disk(needed);
  await restoreBackup(target, backup);
  expect(await sessionsIn(target)).not.toEqual(before);
});

it('records that are replaced stay on disk until the end, their pictures are not copied', async () => {
  const target = await inspected('b');
  const backup = await readBackup(await backupOf(await inspected('a')));
  const pictures = backup.size.pictures;
  const needed = MARGIN + 1.5 * backup.size.records + pictures + 1.25 * 100 * MEGABYTE;
  disk(needed - 1, 100 * MEGABYTE + pictures);
  await expect(restoreBackup(target, backup)).rejects.toMatchObject({ kind: 'storage' });
  disk(needed, 100 * MEGABYTE + pictures);
  await restoreBackup(target, backup);
});

it('is said when the file is chosen, and again when it is restored', async () => {
  const file = await backupOf(await inspected('a'));
  const repository = await inspected('b');
  const before = await sessionsIn(repository);
  const told: unknown[] = [];
  const files = filesOver({
    repository,
    now: () => new Date('2026-11-20T17:05:00.000Z'),
    newId: () => 'm',
    notify: (change) => told.push(change),
    shippedSets: [],
    fileName: () => '',
  });
  disk(0);
  const refusal = {
    name: 'DeskError',
    code: 'storage',
    message: expect.stringMatching(/^恢复该备份约需 201 MB 磁盘空间，本机可用空间只有 0 MB，[^。]+。$/),
  };
  await expect(files.previewBackup(file)).rejects.toMatchObject(refusal);
  await expect(files.restore(file, { onProgress: () => undefined })).rejects.toMatchObject(refusal);
  expect(await sessionsIn(repository)).toEqual(before);
  expect(told).toEqual([]);
  disk(MARGIN * 2);
  expect(await files.previewBackup(file)).toMatchObject({ counts: { sessions: 1 } });
});
