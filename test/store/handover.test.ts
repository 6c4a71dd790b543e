// The hand-over file carries inspections from one computer to another and back, and never overwrites other work.
import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { MergeDecisions } from '@/lib/desk/merge-file';
import { fileName } from '@/lib/export/file-name';
import { openRepository } from '@/lib/store/dexie-repository';
import { HANDOVER_VERSION } from '@/lib/store/handover-format';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';
import { canonicalJson } from '@/lib/text/canonical-json';
import { deskOver, finding, PNG, pictureOf, runOf, site, smallSet, startSmall } from '../desk/desk-fixture';
import { filesOver } from '../desk/files-over';

const files = import.meta.glob<string>('./examples/handover-v*.json*', {
  eager: true,
  query: '?raw',
  import: 'default',
});
let ids = 0;
const filesOf = (repository: Repository) =>
  filesOver({
    repository,
    now: () => new Date('2026-11-20T02:00:00.000Z'),
    newId: () => `merge-${++ids}`,
    notify: () => undefined,
    shippedSets: [smallSet()],
    fileName,
  });
const options = (newRounds = false) => ({
  newRounds,
  onProgress: () => undefined,
  signal: new AbortController().signal,
});

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
  const { bytes } = await filesOf(repository).exportHandover(sessionId);
  return new Blob([bytes]);
}
const plan = async (repository: Repository, file: Blob, newRounds = false) =>
  (await filesOf(repository).planMerge([{ name: 'f', file }], options(newRounds)))[0];
const take = (repository: Repository, file: Blob, newRounds = false) =>
  filesOf(repository).applyMerge([{ name: 'f', file }], decide([]), options(newRounds));
const decide = (verdicts: MergeDecisions['verdicts'], reposts: MergeDecisions['reposts'] = []) => ({
  verdicts,
  reposts,
  by: '王五',
});
const linesIn = async (file: Blob) =>
  gunzipSync(new Uint8Array(await file.arrayBuffer()))
    .toString('utf8')
    .trimEnd()
    .split('\n');

describe('hand-over', () => {
  it('brings a session to another computer with all that belongs to it', async () => {
    const { repository, desk, sessionId } = await inspected();
    const other = openRepository('handover-target');
    expect(await take(other, await fileFrom(repository, sessionId))).toMatchObject({ added: 1, left: [] });
    const there = deskOver(other, { prefix: 'b' }).desk;
    expect(await there.sessionView({ sessionId })).toEqual(await desk.sessionView({ sessionId }));
    expect(await there.journal({ sessionId })).toEqual(await desk.journal({ sessionId }));
    const { evidence } = await there.sessionView({ sessionId });
    expect(await there.evidenceImage({ id: evidence[0]?.id ?? '' })).toBe(PNG);
    expect(await linesIn(await fileFrom(other, sessionId))).toEqual(
      await linesIn(await fileFrom(repository, sessionId)),
    );
    other.close();
  });

  it('carries the column register and the reposts of its subject', async () => {
    const { repository, desk, sessionId } = await inspected();
    const { subjectId, roundId } = (await desk.sessionView({ sessionId })).session;
    const column = {
      key: 'k',
      name: '要闻',
      kind: 'news' as const,
      lastSeen: { day: '2026-11-20', rows: 3 },
    };
    const repost = {
      roundId,
      itemId: 'i',
      subjectId,
      state: 'done' as const,
      by: '张三',
      at: '2026-11-20T01:00:00.000Z',
    };
    await repository.transaction('write', async (tables) => {
      await tables.columnRegisters.put({ subjectId, columns: [column] });
      await tables.reposts.put(repost);
    });
    const other = createMemoryRepository();
    await take(other, await fileFrom(repository, sessionId));
    expect(await other.transaction('read', (t) => t.columnRegisters.all())).toEqual([
      { subjectId, columns: [column] },
    ]);
    expect(await other.transaction('read', (t) => t.reposts.all())).toEqual([repost]);
  });

  it('leaves ticks of reposts that two inspectors made differently as they are until one is chosen', async () => {
    const here = await inspected();
    const { subjectId, roundId } = (await here.desk.sessionView({ sessionId: here.sessionId })).session;
    const put = (repository: Repository, state: 'done' | 'missed', by: string, at: string) =>
      repository.transaction('write', async (tables) => {
        await tables.repostItems.put({ roundId, id: `i-${by}`, title: '会议精神', source: '', order: 1 });
        await tables.reposts.put({ roundId, itemId: `i-${by}`, subjectId, state, by, at });
      });
    const other = createMemoryRepository();
    await take(other, await fileFrom(here.repository, here.sessionId));
    await put(here.repository, 'done', '张三', '2026-11-20T01:00:00.000Z');
    await put(other, 'missed', '李四', '2026-11-20T02:00:00.000Z');
    const back = await fileFrom(other, here.sessionId);
    const ticks = () => here.repository.transaction('read', ({ reposts }) => reposts.all());
    const before = await ticks();
    const [planned] = (await plan(here.repository, back))?.reposts ?? [];
    // The item has another id there, but the same title.
    expect(planned).toMatchObject({
      item: '会议精神',
      subject: '示例市人民政府',
      here: { state: 'done', by: '张三', itemId: 'i-张三' },
      file: { state: 'missed', by: '李四', itemId: 'i-张三' },
    });
    expect((await take(here.repository, back)).left).toMatchObject([
      { reason: expect.stringMatching(/尚未确定/) },
    ]);
    expect(await ticks()).toEqual(before);
    if (!planned) throw new Error('nothing planned');
    const decided = decide([], [{ conflict: planned, choice: 'file' }]);
    const done = await filesOf(here.repository).applyMerge([{ name: 'f', file: back }], decided, options());
    expect(done).toMatchObject({ left: [], plan: [{ reposts: [] }] });
    expect(await ticks()).toMatchObject([{ itemId: 'i-张三', state: 'missed', by: '王五' }]);
    expect(await here.repository.transaction('read', ({ repostItems }) => repostItems.count())).toBe(1);
    expect((await plan(here.repository, back))?.reposts).toEqual([]);
    const outcome = await fileFrom(here.repository, here.sessionId);
    expect((await plan(other, outcome))?.reposts).toEqual([]);
    await take(other, outcome);
    expect(await other.transaction('read', ({ reposts }) => reposts.all())).toMatchObject([
      { state: 'missed', by: '王五' },
    ]);
  });

  it('comes back continued; this side ahead stays; both sides ahead are joined', async () => {
    const here = await inspected();
    const early = await fileFrom(here.repository, here.sessionId);
    const other = createMemoryRepository();
    await take(other, early);
    const there = deskOver(other, { prefix: 'b' }).desk;
    await there.setVerdicts({
      sessionId: here.sessionId,
      by: '李四',
      edits: [{ criterionId: 'c2', status: 'ok' }],
    });
    await there.addEvidence(pictureOf(here.sessionId));
    expect((await plan(other, early))?.sessions).toMatchObject([{ status: 'older' }]);
    expect(await take(other, early)).toMatchObject({ unchanged: 1 });
    await here.desk.addEvidence(pictureOf(here.sessionId));
    const back = await fileFrom(other, here.sessionId);
    expect((await plan(here.repository, back))?.sessions).toMatchObject([{ status: 'both', conflicts: [] }]);
    expect(await take(here.repository, back)).toMatchObject({ merged: 1, left: [] });
    const view = await here.desk.sessionView({ sessionId: here.sessionId });
    expect(view.verdicts.map(({ criterionId }) => criterionId)).toEqual(['c1', 'c2']);
    expect(view.evidence.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const { id } of view.evidence) expect(await here.desk.evidenceImage({ id })).toBe(PNG);
    expect(await take(here.repository, back)).toMatchObject({ unchanged: 1 });
    const events = await here.repository.transaction('read', (t) => t.roundEvents.all());
    expect(events.filter(({ kind }) => kind === 'merge')).toHaveLength(1);
  });

  it('leaves a contradiction alone until it is decided', async () => {
    const here = await inspected();
    const other = createMemoryRepository();
    await take(other, await fileFrom(here.repository, here.sessionId));
    const edit = (status: 'ok' | 'na') => ({ edits: [{ criterionId: 'c2', status }] });
    await deskOver(other, { prefix: 'b' }).desk.setVerdicts({
      sessionId: here.sessionId,
      by: '李四',
      ...edit('ok'),
    });
    await here.desk.setVerdicts({ sessionId: here.sessionId, by: '张三', ...edit('na') });
    const back = await fileFrom(other, here.sessionId);
    const before = await here.desk.sessionView({ sessionId: here.sessionId });
    expect((await take(here.repository, back)).left).toMatchObject([
      { reason: expect.stringMatching(/未确定/) },
    ]);
    expect(await here.desk.sessionView({ sessionId: here.sessionId })).toEqual(before);
    const conflict = (await plan(here.repository, back))?.sessions[0]?.conflicts[0];
    if (!conflict) throw new Error('no conflict');
    expect(conflict).toMatchObject({ text: '评分点c2', here: { status: 'na' }, file: { status: 'ok' } });
    const decided = [{ sessionId: here.sessionId, conflict, choice: 'file' as const }];
    const done = await filesOf(here.repository).applyMerge(
      [{ name: 'f', file: back }],
      decide(decided),
      options(),
    );
    expect(done).toMatchObject({ merged: 1, left: [] });
    expect((await here.desk.sessionView({ sessionId: here.sessionId })).verdicts).toMatchObject([
      { criterionId: 'c1' },
      { criterionId: 'c2', status: 'ok', by: '李四' },
    ]);
    expect(await take(here.repository, back)).toMatchObject({ unchanged: 1 });
  });

  it('joins an ad-hoc subject and a round of the same name; an unknown or closed round is refused', async () => {
    const mine = await inspected('a');
    const theirs = await inspected('b');
    const file = await fileFrom(theirs.repository, theirs.sessionId);
    expect(await take(mine.repository, file)).toMatchObject({ added: 1 });
    expect(await mine.desk.listSubjects({})).toHaveLength(1);
    const [round] = await mine.desk.listRounds({});
    if (!round) throw new Error('no round');
    await mine.repository.transaction('write', (t) => t.rounds.put({ ...round, state: 'closed' }));
    expect((await plan(mine.repository, file))?.sessions[0]?.reason).toMatch(/已结束/);
    await mine.repository.transaction('write', (t) => t.rounds.put({ ...round, name: '2026年第三季度' }));
    expect((await plan(mine.repository, file))?.sessions[0]?.reason).toMatch(
      /本机没有检查轮次“2026年第四季度”/,
    );
    expect((await plan(mine.repository, file, true))?.sessions[0]?.status).toBe('same');
  });

  it('is stopped between two inspections, and goes on with the rest when it is merged again', async () => {
    const { repository, desk } = await inspected();
    for (const name of ['b', 'c']) {
      const subject = { ...site, name, host: `${name}.gov.cn`, url: `http://${name}.gov.cn/` };
      const { id } = await desk.startSession({ subject, setId: 'small', inspector: '张三' });
      await desk.addEvidence(pictureOf(id));
    }
    const [round] = await desk.listRounds({});
    const made = await filesOf(repository).exportRound({ roundId: round?.id ?? '' }, options());
    const given = [{ name: 'f', file: new Blob([made.bytes]) }];
    const target = createMemoryRepository();
    const count = () =>
      target.transaction('read', async ({ sessions, evidenceImages }) => [
        await sessions.count(),
        await evidenceImages.count(),
      ]);
    const stopAt = (at: number) => {
      const stop = new AbortController();
      const told: number[] = [];
      const onProgress = ({ done, total }: { done: number; total: number }) => {
        expect(total).toBe(3);
        told.push(done);
        if (done === at) stop.abort(new Error('stopped'));
      };
      return { newRounds: false, onProgress, signal: stop.signal, told };
    };
    const files = filesOf(target);
    const first = stopAt(1);
    await expect(files.planMerge(given, first)).rejects.toThrow('stopped');
    expect(first.told).toEqual([0, 1]);
    expect(await count()).toEqual([0, 0]);
    await expect(files.applyMerge(given, decide([]), stopAt(1))).rejects.toThrow('stopped');
    // The one that was under way is whole.
    expect(await count()).toEqual([2, 2]);
    const events = () => target.transaction('read', ({ roundEvents }) => roundEvents.all());
    expect(await events()).toMatchObject([
      { kind: 'merge', text: expect.stringMatching(/新增或更新检查 2 次/) },
    ]);
    expect(await files.applyMerge(given, decide([]), options())).toMatchObject({ added: 1, unchanged: 2 });
    expect(await count()).toEqual([3, 3]);
  });

  it('is refused when its set says something else, or its ids are those of another session', async () => {
    const { repository, sessionId } = await inspected('same');
    const target = createMemoryRepository();
    await target.transaction('write', (t) => t.sets.put(smallSet('1', '改名')));
    const file = await fileFrom(repository, sessionId);
    expect((await take(target, file)).left).toMatchObject([
      { reason: expect.stringMatching(/指标体系“改名”/) },
    ]);
    expect(await target.transaction('read', ({ sessions }) => sessions.count())).toBe(0);
    const other = await inspected('same');
    const renamed = await respelled(file, (text) => text.replaceAll(`"${sessionId}"`, '"another"'));
    expect((await take(other.repository, renamed)).left).toMatchObject([
      { reason: expect.stringMatching(/记录编号/) },
    ]);
  });
});

/** A file with other content and a hash that fits it. */
async function respelled(file: Blob, change: (text: string) => string): Promise<Blob> {
  const { FileHash } = await import('@/lib/store/handover-format');
  const lines = change((await linesIn(file)).slice(0, -1).join('\n')).split('\n');
  const hash = new FileHash();
  for (const line of lines) await hash.add(canonicalJson(JSON.parse(line)));
  const end = canonicalJson({ end: true, lines: hash.lines, hash: await hash.hex() });
  return new Blob([`${[...lines, end].join('\n')}\n`]);
}

describe('hand-over files', () => {
  it('have an example of every version, and each is read', async () => {
    const versions = Object.keys(files).map((path) => Number(/v(\d+)\.json/.exec(path)?.[1]));
    expect(versions.sort((a, b) => a - b)).toEqual(
      Array.from({ length: HANDOVER_VERSION }, (_, index) => index + 1),
    );
    for (const example of Object.values(files)) {
      expect(await take(createMemoryRepository(), new Blob([example]))).toMatchObject({ added: 1, left: [] });
    }
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['a newer one', (text) => text.replace('handover@2', 'handover@9'), /请先升级扩展/],
    [
      'with another subject',
      (text) => text.replace(/"subjectId":"[^"]+"/, '"subjectId":"x"'),
      /检查对象不对应/,
    ],
    ['with a gap in the journal', (text) => text.replace('"seq":1,', '"seq":7,'), /操作记录不连续/],
    [
      'with a picture that is none',
      (text) => text.replace(/"base64":"[^"]{20}/, `"base64":"${'A'.repeat(20)}`),
      /取证图片无法读取/,
    ],
    [
      'without its picture',
      (text) =>
        text
          .split('\n')
          .filter((line) => !line.startsWith('{"image"'))
          .join('\n'),
      /缺少取证图片/,
    ],
    [
      'without its set',
      (text) =>
        text
          .split('\n')
          .filter((line) => !line.startsWith('{"sets"'))
          .join('\n'),
      /指标体系不对应/,
    ],
    [
      'with a verdict that is none',
      (text) => text.replace('"status":"hit"', '"status":"好"'),
      /处内容不符合要求/,
    ],
    ['with an unknown line', (text) => `${text}\n{"what":1}`, /无法识别/],
  ])('are refused in one sentence: %s', async (_, spoil, sentence) => {
    const { repository, sessionId } = await inspected();
    const file = await respelled(await fileFrom(repository, sessionId), spoil);
    const target = createMemoryRepository();
    const refused = (await plan(target, file))?.refused;
    expect(refused).toMatch(sentence);
    expect(refused).toMatch(/^[^。]+。$/);
    expect((await take(target, file)).left).toHaveLength(1);
    expect(await target.transaction('read', ({ subjects }) => subjects.count())).toBe(0);
  });

  it('are refused when cut, changed by hand, foreign or too large', async () => {
    const { repository, sessionId } = await inspected();
    const file = await fileFrom(repository, sessionId);
    const text = (await linesIn(file)).join('\n');
    const target = createMemoryRepository();
    const refusal = async (blob: Blob) => (await plan(target, blob))?.refused;
    expect(await refusal(file.slice(0, file.size - 9))).toMatch(/不完整或已损坏/);
    expect(await refusal(new Blob([text.slice(0, text.lastIndexOf('\n'))]))).toMatch(/没有结束行/);
    expect(await refusal(new Blob([text.replace('首页', '末页')]))).toMatch(/校验码不符/);
    for (const foreign of ['', '你好', 'null', '{"schema":"gov-site-inspector/inspection@1"}', '[]']) {
      expect(await refusal(new Blob([foreign]))).toMatch(/不是政务网站检查台的检查交接文件/);
    }
    const backup = gzipSync('{"schema":"gov-site-inspector/backup@1"}\n');
    expect(await refusal(new Blob([backup]))).toMatch(/不是政务网站检查台的检查交接文件/);
    const large = Object.defineProperty(new Blob(['x']), 'size', { value: 3 * 1024 ** 3 });
    expect(await refusal(large)).toMatch(/超过 2 GB/);
    // Formatting alone is no change.
    const spaced = text
      .split('\n')
      .map((line) => ` ${line}`)
      .join('\r\n');
    expect(await refusal(new Blob([spaced]))).toBeUndefined();
  });
});
