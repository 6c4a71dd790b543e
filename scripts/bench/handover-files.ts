// Makes the hand-over files of many inspectors for the bench of merging, with the program's own writer.
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createLocalDesk } from '@/lib/desk/local-desk';
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import type { SessionCopy } from '@/lib/merge/session-copy';
import type { LinkFact } from '@/lib/model/facts/links';
import type { Run, Subject } from '@/lib/model/session';
import { writeHandover } from '@/lib/store/handover-write';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';
import { readSession, type StoredSession, storeSession } from '@/lib/store/session-records';

const AT = '2026-11-20T01:00:00.000Z';
const SET = 'city-website';
/** The first sessions of a file have three pictures, the others two: 250 in 90. */
const WITH_THREE = 70;
const LINKS = 300;
/** Random bytes do not pack, as photographs do not; 100 to 200 kB. */
const pool = randomBytes(8_000_000);

export interface MadeFiles {
  /** The inspections that the lead started, with the lead's own judgements: to be merged first. */
  lead: string;
  /** One file per inspector. */
  inspectors: string[];
  sessions: number;
  pictures: number;
}

/**
 * Writes a file for the lead and one for each inspector. Each inspector took over one inspection from the lead and judged
 * one criterion otherwise; a tenth of the subjects is inspected by the next inspector, too, under another id.
 */
export async function makeHandoverFiles(
  folder: string,
  inspectors: number,
  sessionsEach = 90,
): Promise<MadeFiles> {
  const lead = createMemoryRepository();
  const leadDesk = deskOver(lead, 'lead');
  const template = await templateSession(leadDesk, lead);
  const { criteria } = template;
  const files: string[] = [];
  let pictures = 0;
  for (let at = 0; at < inspectors; at++) {
    const own = createMemoryRepository();
    const name = `检查员${at + 1}`;
    const shared = await copyOf(template, `shared-${at}`, site(`lead${at}`), 3);
    await put(lead, shared, template);
    await put(own, shared, template);
    const edit = (status: 'ok' | 'hit', by: string) => ({
      sessionId: shared.copy.session.id,
      by,
      edits: [{ criterionId: criteria[0] as string, status, note: `${by}的意见` }],
    });
    await deskOver(own, name).setVerdicts(edit('hit', name));
    await leadDesk.setVerdicts(edit('ok', '汇总人'));
    const ids = [shared.copy.session.id];
    for (let n = 1; n < sessionsEach; n++) {
      const other = n % 10 === 0 ? (at + 1) % inspectors : at;
      const subject = site(`w${other}-${n}`, `i${at}-`);
      const session = await copyOf(template, `i${at}-${n}`, subject, n < WITH_THREE ? 3 : 2);
      session.copy.session.inspector = name;
      await put(own, { ...session, subject }, template);
      ids.push(session.copy.session.id);
    }
    const file = join(folder, `${name}.jsonl.gz`);
    await save(own, ids, name, file);
    pictures += await own.transaction('read', ({ evidence }) => evidence.count());
    files.push(file);
  }
  const leadFile = join(folder, '汇总人.jsonl.gz');
  const ids = Array.from({ length: inspectors }, (_, at) => `shared-${at}`);
  await save(lead, ids, '汇总人', leadFile);
  return { lead: leadFile, inspectors: files, sessions: inspectors * sessionsEach, pictures };
}

interface Template {
  stored: StoredSession;
  criteria: string[];
  records: Repository;
}

/** One inspection as the desk itself writes it: every criterion decided, one run with its facts, three pictures. */
async function templateSession(desk: ReturnType<typeof deskOver>, records: Repository): Promise<Template> {
  const { id, ...described } = site('template');
  const session = await desk.startSession({ subject: described, setId: SET, inspector: '汇总人' });
  const set = shippedSets.find((one) => one.id === SET);
  const criteria = set ? criteriaOf(set).map(({ criterion }) => criterion.id) : [];
  for (const criterionId of criteria) {
    await desk.setVerdicts({
      sessionId: session.id,
      by: '汇总人',
      edits: [{ criterionId, status: 'ok', note: '' }],
    });
  }
  await desk.recordRun(run(session.id));
  for (let n = 0; n < 3; n++) {
    await desk.addEvidence({
      evidence: {
        sessionId: session.id,
        criterionId: criteria[n] as string,
        url: 'http://www.shili.gov.cn/',
        title: '首页',
        at: AT,
        viewport: { width: 1280, height: 800, ratio: 1 },
        kind: 'visible',
        mime: 'image/jpeg',
        width: 1280,
        height: 800,
        caption: `问题截图${n + 1}`,
        boxes: [],
      },
      image: `data:image/jpeg;base64,${Buffer.from(jpeg()).toString('base64')}`,
      by: '汇总人',
    });
  }
  const stored = await records.transaction('read', (tables) => readSession(tables, session.id, true));
  if (!stored) throw new Error('没有写成样例');
  return { stored, criteria, records };
}

/** The template under other ids, with pictures of its own. */
async function copyOf(
  { stored }: Template,
  name: string,
  subject: Subject,
  pictures: number,
): Promise<StoredSession & { subject: Subject }> {
  const { copy } = stored;
  const dropped = new Set(copy.evidence.slice(pictures).map(({ id }) => id));
  const ids = [copy.session, ...copy.journal, ...copy.runs, ...copy.evidence].map(({ id }) => id);
  const names = new Map(
    ids.map((id, index) => [`"${id}"`, index === 0 ? `"${name}"` : `"${name}.${index}"`]),
  );
  const text = JSON.stringify({ copy, facts: stored.facts }).replace(
    /"lead-\d+"/g,
    (id) => names.get(id) ?? id,
  );
  const renamed = JSON.parse(text) as { copy: SessionCopy; facts: StoredSession['facts'] };
  renamed.copy.session.subjectId = subject.id;
  const gone = (id: string) => dropped.has(ids[Number(id.split('.').at(-1))] ?? '');
  for (const verdict of renamed.copy.verdicts)
    verdict.evidenceIds = verdict.evidenceIds.filter((id) => !gone(id));
  renamed.copy.evidence = renamed.copy.evidence.filter(({ id }) => !gone(id));
  return {
    ...renamed,
    subject,
    images: renamed.copy.evidence.map(({ id }) => ({
      id,
      sessionId: name,
      blob: new Blob([jpeg()], { type: 'image/jpeg' }),
    })),
  };
}

async function put(
  repository: Repository,
  { copy, facts, images, subject }: StoredSession & { subject: Subject },
  template: Template,
): Promise<void> {
  const { roundId, setId, setVersion } = copy.session;
  const shared = await template.records.transaction('read', async (tables) => ({
    round: await tables.rounds.get(roundId),
    set: await tables.sets.get([setId, setVersion]),
  }));
  await repository.transaction('write', async (tables) => {
    if (shared.round) await tables.rounds.put(shared.round);
    if (shared.set) await tables.sets.put(shared.set);
    await tables.subjects.put(subject);
    await storeSession(tables, undefined, copy, facts, images);
  });
}

async function save(repository: Repository, ids: string[], by: string, file: string): Promise<void> {
  const blob = await writeHandover(repository, ids, { at: AT, by });
  await pipeline(Readable.fromWeb(blob.stream() as never), createWriteStream(file));
}

function deskOver(repository: Repository, prefix: string) {
  let ids = 0;
  return createLocalDesk({
    repository,
    now: () => new Date(AT),
    newId: () => `${prefix}-${++ids}`,
    notify: () => undefined,
    shippedSets,
    knownChecks: new Map(),
  });
}

function site(name: string, idPrefix = ''): Subject {
  return {
    id: `${idPrefix}${name}`,
    kind: 'website',
    name: `示例网站${name}`,
    url: `http://${name}.shili.gov.cn/`,
    host: `${name}.shili.gov.cn`,
    aliases: [],
    adHoc: false,
    hasServices: true,
  };
}

let taken = 0;
/** Looks like a JPEG to the reader, which reads no further than its first bytes. */
function jpeg(): Uint8Array<ArrayBuffer> {
  const size = 100_000 + ((taken * 7_919) % 100_000);
  const from = (taken++ * 104_729) % (pool.length - 200_000);
  const bytes = new Uint8Array(pool.subarray(from, from + size));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

function run(sessionId: string): Omit<Run, 'id'> {
  const url = 'http://www.shili.gov.cn/';
  const links: LinkFact[] = Array.from({ length: LINKS }, (_, n) => ({
    kind: 'anchor',
    written: `/zwgk/2026/art_${n}.html`,
    address: `${url}zwgk/2026/art_${n}.html`,
    text: `示例市人民政府关于印发第${n}号文件的通知`,
    visible: true,
    selector: `#list > li:nth-child(${n}) > a`,
  }));
  return {
    sessionId,
    url,
    finalUrl: url,
    title: '首页',
    at: AT,
    durationMs: 900,
    results: [],
    skipped: [],
    facts: {
      schema: 1,
      url,
      title: '首页',
      at: AT,
      viewport: { width: 1280, height: 800, ratio: 1 },
      frames: [
        {
          url,
          top: true,
          facts: { links: { total: LINKS, links, promptScripts: [], dialogs: [], externalScripts: [] } },
        },
      ],
      skipped: [],
    },
  };
}
