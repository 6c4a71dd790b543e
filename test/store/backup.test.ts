// The backup brings back everything, and a file that is not a whole backup changes nothing.
import { DATABASE_VERSION } from '@/lib/store/migrations/migrations';
import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '@/lib/store/backup';
import { type BackupTable, backupTables } from '@/lib/store/backup-format';
import { openRepository } from '@/lib/store/dexie-repository';
import { blobToBase64 } from '@/lib/store/image-data';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { RecordTable, Repository } from '@/lib/store/repository';
import { readBackup, restoreBackup } from '@/lib/store/restore';
import { deskOver, finding, pictureOf, runOf, site, startSmall } from '../desk/desk-fixture';
import example from './examples/v1.json';
import later from './examples/v2.json';

const at = '2026-11-20T02:00:00.000Z';

/** An inspection with records in every table. */
async function filled(repository: Repository, prefix: string): Promise<Repository> {
  const { desk } = deskOver(repository, { prefix });
  await desk.putSettings({ ...(await desk.getSettings({})), inspector: `检查员${prefix}` });
  const word = { word: '错词', correct: '', kind: 'forbidden', severity: 'general' } as const;
  const entries = [{ ...word, exceptions: [], note: '' }];
  await desk.putWordList({ title: '单位用语', enabled: true, entries });
  const { id: sessionId } = await startSmall(desk);
  await desk.recordVisit({ sessionId, url: site.url, title: `换行\n与“引号”` });
  await desk.recordRun(runOf(sessionId, [finding('a')]));
  await desk.decideSuggestions({
    sessionId,
    by: '张三',
    decision: 'accepted',
    suggestions: [{ criterionId: 'c1', findingKeys: [finding('a').key] }],
  });
  await desk.addEvidence(pictureOf(sessionId, 'c1'));
  await repository.transaction('write', async (tables) => {
    for (const [table, records] of Object.entries(later.tables)) {
      const own = records.map((record) => ({ ...record, ...('sessionId' in record ? { sessionId } : {}) }));
      if ((await tables[table as BackupTable].count()) === 0)
        await (tables[table as BackupTable] as RecordTable<unknown>).putMany(own);
    }
  });
  return repository;
}

/** All records, pictures as base64. */
async function contentOf(repository: Repository): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  const images = await repository.transaction('read', async (tables) => {
    for (const table of backupTables) content[table] = await tables[table].all();
    return tables.evidenceImages.all();
  });
  content.evidenceImages = await Promise.all(
    images.map(async ({ blob, ...rest }) => ({ ...rest, mime: blob.type, base64: await blobToBase64(blob) })),
  );
  return content;
}

const linesIn = async (backup: Blob) =>
  gunzipSync(new Uint8Array(await backup.arrayBuffer()))
    .toString()
    .trimEnd()
    .split('\n');
const fileOf = (lines: string[]) => new Blob([lines.map((line) => `${line}\n`).join('')]);

describe('a backup', () => {
  let backup: Blob;
  let lines: string[];
  beforeEach(async () => {
    backup = await writeBackup(await filled(createMemoryRepository(), 'a'), { at });
    lines = await linesIn(backup);
  });

  it('comes back whole in another database and replaces what was there', async () => {
    const source = await filled(createMemoryRepository(), 'a');
    const target = await filled(openRepository('restore-target'), 'b');
    await restoreBackup(target, await readBackup(await writeBackup(source, { at })));
    expect(await contentOf(target)).toEqual(await contentOf(source));
    const again = await writeBackup(target, { at });
    expect((await linesIn(again)).map((line) => JSON.parse(line))).toEqual(
      lines.map((line) => JSON.parse(line)),
    );
    target.close();
  });

  it('is also read when it was unpacked', async () => {
    expect((await readBackup(fileOf(lines))).header.at).toBe(at);
  });

  it('has one record per line, counted in the header', () => {
    const header = JSON.parse(lines[0] ?? '');
    expect(header).toMatchObject({ schema: 'gov-site-inspector/backup@1', at, database: DATABASE_VERSION });
    const counted = Object.values<number>(header.counts).reduce((sum, count) => sum + count, 0);
    expect(lines).toHaveLength(counted + 1);
    expect(Object.keys(header.counts).sort()).toEqual([...backupTables].sort());
    expect(Object.values(header.counts).every((count) => count !== 0)).toBe(true);
  });

  it('of any earlier database version is read', async () => {
    const { calls: _, ...tables } = example.tables;
    const records = Object.entries(tables).flatMap(([table, list]) =>
      list.map((record) => ({ table, record })),
    );
    const counts = Object.fromEntries(Object.entries(tables).map(([table, list]) => [table, list.length]));
    const header = { schema: 'gov-site-inspector/backup@1', at, database: example.version, counts };
    const checked = await readBackup(fileOf([header, ...records].map((line) => JSON.stringify(line))));
    expect(checked.records.get('sessions')).toHaveLength(1);
  });

  it('can be stopped', async () => {
    const stop = new AbortController();
    const source = await filled(createMemoryRepository(), 'a');
    const made = writeBackup(source, {
      at,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
    });
    await expect(made).rejects.toThrow('stopped');
  });

  describe('is refused', () => {
    const edit = (index: number, change: (line: string) => string) =>
      lines.map((line, at) => (at === index ? change(line) : line));
    const lineOf = (table: string) => lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
    const bad: [string, () => Blob | Promise<Blob>, RegExp][] = [
      ['empty', () => new Blob([]), /不是政务网站检查台的备份文件/],
      [
        'some picture',
        () => new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2])]),
        /不是政务网站检查台的备份文件/,
      ],
      ['some JSON', () => new Blob(['{"a":1}']), /不是政务网站检查台的备份文件/],
      [
        'a hand-over file',
        () => new Blob([JSON.stringify({ schema: 'gov-site-inspector/handover@1' })]),
        /不是政务网站检查台的备份文件/,
      ],
      [
        'of a newer format',
        () => fileOf(edit(0, (line) => line.replace('backup@1', 'backup@2'))),
        /请先升级扩展/,
      ],
      [
        'of a newer database',
        () => fileOf(edit(0, (line) => line.replace(`"database":${DATABASE_VERSION}`, '"database":99'))),
        /请先升级扩展/,
      ],
      ['cut at a line', () => fileOf(lines.slice(0, -1)), /不完整或已损坏/],
      ['cut in a line', () => new Blob([lines.join('\n').slice(0, -20)]), /不完整或已损坏/],
      [
        'a cut gzip',
        async () => backup.slice(0, Math.floor((await backup.arrayBuffer()).byteLength * 0.8)),
        /不完整或已损坏/,
      ],
      ['with a line twice', () => fileOf([...lines, lines[1] ?? '']), /不完整或已损坏/],
      [
        'with a wrong type',
        () => fileOf(edit(lineOf('journal'), (line) => line.replace('"seq":1', '"seq":"1"'))),
        /第\d+行/,
      ],
      [
        'with an unknown table',
        () => fileOf(edit(1, (line) => line.replace('settings', 'setting'))),
        /第2行/,
      ],
      [
        'with a broken picture',
        () =>
          fileOf(edit(lineOf('evidenceImages'), (line) => line.replace(/"base64":"..../, '"base64":"AAAA'))),
        /取证图片无法读取/,
      ],
      [
        'with a verdict of nobody',
        () =>
          fileOf(edit(lineOf('verdicts'), (line) => line.replace(/"sessionId":"[^"]+"/, '"sessionId":"x"'))),
        /不能对应/,
      ],
      ['with a second header', () => fileOf(edit(1, () => lines[0] ?? '')), /第2行/],
    ];
    it.each(bad)('when it is %s', async (_, make, sentence) => {
      const file = await make();
      await expect(readBackup(file)).rejects.toMatchObject({
        name: 'FileRefused',
        message: expect.stringMatching(sentence),
      });
      await expect(readBackup(file)).rejects.toMatchObject({ message: expect.stringMatching(/^[^。]+。$/) });
    });

    it('when one bit of the gzip flipped', async () => {
      const bytes = new Uint8Array(gzipSync(lines.map((line) => `${line}\n`).join(''), { level: 0 }));
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await expect(readBackup(new Blob([bytes]))).rejects.toMatchObject({ name: 'FileRefused' });
    });
  });

  it('that cannot be written leaves everything as it was', async () => {
    const target = await filled(openRepository('restore-fails'), 'b');
    const before = await contentOf(target);
    const checked = await readBackup(backup);
    // A record that the database cannot take, after thousands that it can.
    checked.records.get('evidenceImages')?.push({ id: 'x', sessionId: 's', blob: () => undefined });
    await expect(restoreBackup(target, checked)).rejects.toThrow();
    expect(await contentOf(target)).toEqual(before);
    target.close();
  });
});
