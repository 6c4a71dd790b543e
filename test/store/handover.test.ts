// The hand-over file carries one session from one computer to another and back, and never overwrites other work.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { LocalDesk } from '@/lib/desk/local-desk';
import { openRepository } from '@/lib/store/dexie-repository';
import { gatherHandover, HANDOVER_VERSION, type Handover, readHandover } from '@/lib/store/handover-file';
import { importHandover } from '@/lib/store/handover-import';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';
import { deskOver, finding, PNG, pictureOf, runOf, smallSet, startSmall } from '../desk/desk-fixture';

const files = import.meta.glob<{ schema: string }>('./examples/handover-v*.json', {
  eager: true,
  import: 'default',
});
const examples = Object.values(files);
const at = '2026-11-20T02:00:00.000Z';
const fileOf = (content: unknown) => new Blob([JSON.stringify(content)]);

async function inspected(prefix = 'a') {
  const repository = createMemoryRepository();
  const { desk } = deskOver(repository, { prefix });
  const { id: sessionId } = await startSmall(desk);
  await desk.recordRun(runOf(sessionId, [finding('a')]));
  await desk.setVerdicts({
    sessionId,
    by: '张三',
    edits: [{ criterionId: 'c1', status: 'hit', note: '首页' }],
  });
  await desk.addEvidence(pictureOf(sessionId, 'c1'));
  return { repository, desk, sessionId };
}

async function fileFrom(repository: Repository, sessionId: string): Promise<Blob> {
  return fileOf(await gatherHandover(repository, sessionId, at));
}

const take = async (repository: Repository, file: Blob) =>
  importHandover(repository, await readHandover(file), [smallSet()]);
const tick = (desk: LocalDesk, sessionId: string, criterionId: string) =>
  desk.setVerdicts({ sessionId, by: '李四', edits: [{ criterionId, status: 'ok' }] });

describe('hand-over', () => {
  it('brings a session to another computer with all that belongs to it', async () => {
    const { repository, desk, sessionId } = await inspected();
    const other = openRepository('handover-target');
    expect(await take(other, await fileFrom(repository, sessionId))).toBe('added');
    const there = deskOver(other, { prefix: 'b' }).desk;
    expect(await there.sessionView({ sessionId })).toEqual(await desk.sessionView({ sessionId }));
    expect(await there.journal({ sessionId })).toEqual(await desk.journal({ sessionId }));
    const { evidence } = await there.sessionView({ sessionId });
    expect(await there.evidenceImage({ id: evidence[0]?.id ?? '' })).toBe(PNG);
    expect(await gatherHandover(other, sessionId, at)).toEqual(
      await gatherHandover(repository, sessionId, at),
    );
    other.close();
  });

  it('comes back continued, keeping runs that only this computer has', async () => {
    const here = await inspected();
    const other = createMemoryRepository();
    await take(other, await fileFrom(here.repository, here.sessionId));
    const there = deskOver(other, { prefix: 'b' }).desk;
    await tick(there, here.sessionId, 'c2');
    await there.addEvidence(pictureOf(here.sessionId));
    const page = 'http://www.shili.gov.cn/zw/';
    await here.desk.recordRun(runOf(here.sessionId, [], { url: page }));
    expect(await take(here.repository, await fileFrom(other, here.sessionId))).toBe('continued');
    const view = await here.desk.sessionView({ sessionId: here.sessionId });
    expect(view.verdicts.map(({ criterionId }) => criterionId)).toEqual(['c1', 'c2']);
    expect(view.runs).toHaveLength(2);
    expect(view.evidence.map(({ number }) => number)).toEqual([1, 2]);
    expect((await here.desk.addEvidence(pictureOf(here.sessionId))).number).toBe(3);
  });

  it('of the same content changes nothing', async () => {
    const { repository, sessionId } = await inspected();
    expect(await take(repository, await fileFrom(repository, sessionId))).toBe('unchanged');
  });

  it('is refused when both sides went on, or this one is ahead, and then changes nothing', async () => {
    const here = await inspected();
    const early = await fileFrom(here.repository, here.sessionId);
    const other = createMemoryRepository();
    await take(other, early);
    await tick(deskOver(other, { prefix: 'b' }).desk, here.sessionId, 'c2');
    await tick(here.desk, here.sessionId, 'c3');
    const before = await here.desk.sessionView({ sessionId: here.sessionId });
    await expect(take(here.repository, await fileFrom(other, here.sessionId))).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('各有改动'),
    });
    await expect(take(here.repository, early)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('比文件更新'),
    });
    expect(await here.desk.sessionView({ sessionId: here.sessionId })).toEqual(before);
  });

  it('is refused when its set says something else than the same version here', async () => {
    const { repository, sessionId } = await inspected();
    const file = await gatherHandover(repository, sessionId, at);
    if (!file) throw new Error('no file');
    const other = createMemoryRepository();
    await expect(take(other, fileOf({ ...file, set: smallSet('1', '改名') }))).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await other.transaction('read', ({ sessions }) => sessions.count())).toBe(0);
  });

  it('does not take over pictures of another session', async () => {
    const here = await inspected('same');
    const other = await inspected('same');
    const file = (await gatherHandover(here.repository, here.sessionId, at)) as Handover;
    const renamed = JSON.parse(JSON.stringify(file).replaceAll(`"${here.sessionId}"`, '"another"'));
    await expect(take(other.repository, fileOf(renamed))).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('hand-over files', () => {
  it('have an example of every version, and each is read', async () => {
    const versions = examples.map(({ schema }) => Number(schema.split('@')[1])).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: HANDOVER_VERSION }, (_, index) => index + 1));
    for (const example of examples) {
      const target = createMemoryRepository();
      expect(await take(target, fileOf(example))).toBe('added');
    }
  });

  const change: [string, (file: Handover) => unknown, RegExp][] = [
    [
      'another kind of JSON',
      () => ({ schema: 'gov-site-inspector/inspection@1' }),
      /不是政务网站检查台的检查交接文件/,
    ],
    ['null', () => null, /不是政务网站检查台的检查交接文件/],
    ['a newer one', (file) => ({ ...file, schema: 'gov-site-inspector/handover@9' }), /请先升级扩展/],
    ['without its set', ({ set: _, ...file }) => file, /不完整或已损坏（“set”/],
    [
      'with another subject',
      (file) => ({ ...file, subject: { ...file.subject, id: 'x' } }),
      /检查对象不对应/,
    ],
    ['with a gap in the journal', (file) => ({ ...file, journal: file.journal.slice(1) }), /操作记录不连续/],
    [
      'with a foreign verdict',
      (file) => ({ ...file, verdicts: file.verdicts.map((one) => ({ ...one, sessionId: 'x' })) }),
      /混有其他检查的记录/,
    ],
    [
      'with a picture that is none',
      (file) => ({ ...file, evidence: file.evidence.map((one) => ({ ...one, image: 'javascript:1' })) }),
      /取证图片无法读取/,
    ],
    ['with a run twice', (file) => ({ ...file, runs: [...file.runs, ...file.runs] }), /有重复的记录/],
  ];
  it.each(change)('are refused in one sentence: %s', async (_, spoil, sentence) => {
    const { repository, sessionId } = await inspected();
    const file = (await gatherHandover(repository, sessionId, at)) as Handover;
    await expect(readHandover(fileOf(spoil(file)))).rejects.toMatchObject({
      name: 'FileRefused',
      message: expect.stringMatching(sentence),
    });
  });

  it('are refused when cut', async () => {
    const { repository, sessionId } = await inspected();
    const file = await fileFrom(repository, sessionId);
    await expect(readHandover(file.slice(0, file.size - 1))).rejects.toMatchObject({ name: 'FileRefused' });
  });
});
