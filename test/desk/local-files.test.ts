// The files side of the desk as the workbench sees it.
import { describe, expect, it } from 'vitest';
import type { WorkbenchFiles } from '@/lib/client/workbench-files';
import type { DeskChange } from '@/lib/desk/desk-change';
import { fileName } from '@/lib/export/file-name';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, pictureOf, smallSet, startSmall } from './desk-fixture';
import { filesOver } from './files-over';

function computer(prefix: string) {
  const repository = createMemoryRepository();
  const changes: DeskChange[] = [];
  const files: WorkbenchFiles = filesOver({
    repository,
    now: () => new Date('2026-11-20T17:05:00.000Z'),
    newId: () => `${prefix}-m${changes.length}`,
    notify: (change) => changes.push(change),
    shippedSets: [smallSet()],
    fileName,
  });
  return { ...deskOver(repository, { prefix }), files, told: changes };
}
const quiet = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

describe('the files side of the desk', () => {
  it('backs up, shows what is inside, and restores', async () => {
    const here = computer('a');
    const { id: sessionId } = await startSmall(here.desk);
    await here.desk.addEvidence(pictureOf(sessionId));
    await here.desk.putSet({ ...smallSet('7'), id: 'own' });
    const file = await here.files.backup(quiet());
    expect(file).toMatchObject({
      name: '政务网站检查台备份_20261121-0105.jsonl.gz',
      mime: 'application/gzip',
    });
    const counts = { sessions: 1, subjects: 1, rounds: 1, sets: 1, evidence: 1 };
    expect(await here.files.counts()).toEqual(counts);
    const blob = new Blob([file.bytes]);
    const there = computer('b');
    const lost = await startSmall(there.desk);
    expect(await there.files.previewBackup(blob)).toEqual({ at: '2026-11-20T17:05:00.000Z', counts });
    expect(there.told).toEqual([]);
    const seen: string[] = [];
    await there.files.restore(blob, { onProgress: ({ what }) => seen.push(what) });
    expect(seen.at(-1)).toBe('写入数据');
    expect(await there.files.counts()).toEqual(counts);
    expect(there.told.filter(({ what }) => what === 'session').map((one) => one.sessionId)).toEqual([
      lost.id,
      sessionId,
    ]);
  });

  it('refuses a wrong file with a DeskError and changes and tells nothing', async () => {
    const { desk, files, told } = computer('a');
    await startSmall(desk);
    const wrong = new Blob(['<html>']);
    for (const attempt of [
      () => files.previewBackup(wrong),
      () => files.restore(wrong, { onProgress: () => undefined }),
      () => files.exportHandover('none'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        name: 'DeskError',
        message: expect.stringMatching(/。$/),
      });
    }
    expect(await desk.listSessions({})).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('hands a session over', async () => {
    const here = computer('a');
    const { id: sessionId } = await startSmall(here.desk);
    const file = await here.files.exportHandover(sessionId);
    expect(file.name).toBe('2026年第四季度_示例市人民政府_20261121_检查交接.jsonl.gz');
    const there = computer('b');
    const given = [{ name: file.name, file: new Blob([file.bytes]) }];
    const options = { ...quiet(), newRounds: false };
    expect(await there.files.planMerge(given, options)).toMatchObject([
      { by: '张三', sessions: [{ sessionId, subject: '示例市人民政府', status: 'new', pictures: 0 }] },
    ]);
    expect(there.told).toEqual([]);
    expect(
      await there.files.applyMerge(given, { verdicts: [], reposts: [], by: '李四' }, options),
    ).toMatchObject({ added: 1, left: [] });
    expect(there.told).toContainEqual({ what: 'sessions' });
    expect(await there.files.planMerge(given, options)).toMatchObject([{ sessions: [{ status: 'same' }] }]);
  });

  it('passes on the reason when a backup is stopped', async () => {
    const { files } = computer('a');
    const stop = new AbortController();
    const stopped = files.backup({ onProgress: () => stop.abort(), signal: stop.signal });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
