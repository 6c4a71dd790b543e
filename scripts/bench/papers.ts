// How long the files of a made-up round of 74 sites with pictures take, against merely packing the same pictures.
import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import type { SessionView } from '@/lib/desk/protocol';
import { exportSheet } from '@/lib/export/export-sheet';
import type { PictureSource } from '@/lib/export/picture-source';
import type { Picture } from '@/lib/export/pictures';
import {
  bulletinFile,
  noticesZip,
  type RoundPapers,
  roundPapers,
  workbookFile,
} from '@/lib/export/round-files';
import { shippedSets } from '@/lib/indicators/shipped';
import type { Evidence } from '@/lib/model/session';
import { DEFAULT_TEXTS } from '@/lib/report/papers/default-template';
import type { PaperPicture } from '@/lib/report/papers/material';
import { bookOf, type GoldenRecords } from '@/test/rounds/golden-round';

export interface PaperTiming {
  what: string;
  ms: number;
  bytes: number;
  /** Time over `plainMs`; only of files that hold the pictures. */
  ratio?: number;
}

const PICTURE_BYTES = 120_000;
const AT = new Date('2024-01-05T02:00:00Z');

/**
 * Bulletin, workbook, notices and the score sheets of all websites, each problem with one picture of 120 kB (random
 * bytes: they do not pack, as photographs do not). `plainMs` is putting the same pictures into one archive as they are.
 * In Node, so without reading pictures from the browser's database.
 */
export async function benchPapers(records: GoldenRecords): Promise<{
  sheets: number;
  pictures: number;
  plainMs: number;
  files: PaperTiming[];
  peakRssMb: number;
}> {
  const websites = withPictures(records);
  const papers = papersOf(websites);
  const ids = [...papers.pictures.known.keys()];
  const all = await papers.pictures.load(ids);
  const plainMs = await timed(() =>
    zipSync(Object.fromEntries([...all].map(([id, { bytes }]) => [`${id}.jpg`, bytes])), { level: 0 }),
  );
  let peak = 0;
  const watch = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const files: PaperTiming[] = [];
  const jobs: { what: string; pictured: boolean; make: () => Promise<number> }[] = [
    {
      what: 'bulletin.docx',
      pictured: false,
      make: async () => (await bulletinFile(papers, 'docx')).bytes.length,
    },
    { what: 'workbook.xlsx', pictured: false, make: async () => (await workbookFile(papers)).bytes.length },
    {
      what: 'notices.zip',
      pictured: true,
      make: async () => (await noticesZip(papers, { onProgress: watch })).bytes.length,
    },
    { what: 'sheets.xlsx', pictured: true, make: () => sheetFiles(websites, all, watch) },
  ];
  for (const { what, pictured, make } of jobs) {
    let bytes = 0;
    const ms = await timed(async () => {
      bytes = await make();
    });
    files.push({ what, ms, bytes, ...(pictured ? { ratio: Math.round((ms / plainMs) * 10) / 10 } : {}) });
    watch();
  }
  return {
    sheets: websites.sessions.length,
    pictures: ids.length,
    plainMs,
    files,
    peakRssMb: Math.round(peak / 1_000_000),
  };
}

interface Pictured extends GoldenRecords {
  evidence: Evidence[];
}

/** The websites of the round, with a picture at every problem. */
function withPictures(records: GoldenRecords): Pictured {
  const subjects = records.subjects.filter(({ kind }) => kind === 'website');
  const known = new Set(subjects.map(({ id }) => id));
  const sessions = records.sessions.filter(({ subjectId }) => known.has(subjectId));
  const urls = new Map(subjects.map(({ id, url }) => [id, url ?? '']));
  const own = new Map(sessions.map(({ id, subjectId }) => [id, subjectId]));
  const evidence: Evidence[] = [];
  const verdicts = records.verdicts
    .filter(({ sessionId }) => own.has(sessionId))
    .map((verdict) => {
      if (verdict.status !== 'hit') return verdict;
      const id = `${verdict.sessionId}-${verdict.criterionId}`;
      const number = evidence.filter(({ sessionId }) => sessionId === verdict.sessionId).length + 1;
      const url = urls.get(own.get(verdict.sessionId) ?? '') ?? '';
      const { sessionId } = verdict;
      const viewport = { width: 1280, height: 800, ratio: 1 };
      evidence.push({
        id,
        sessionId,
        number,
        url,
        title: '',
        at: AT.toISOString(),
        viewport,
        kind: 'visible',
        mime: 'image/jpeg',
        width: 1280,
        height: 800,
        caption: '问题截图',
        boxes: [],
      });
      return { ...verdict, evidenceIds: [id] };
    });
  return { ...records, subjects, sessions, verdicts, evidence };
}

function papersOf(records: Pictured): RoundPapers {
  const known = new Map<string, PaperPicture>(
    records.evidence.map(({ id, number, caption, url }) => [id, { id, number, caption, url }]),
  );
  const pictures: PictureSource = {
    known,
    load: async (wanted) => new Map(wanted.map((id): [string, Picture] => [id, picture(id)])),
  };
  return roundPapers({
    book: bookOf(records),
    office: '示例市政务服务局',
    texts: DEFAULT_TEXTS,
    at: AT,
    pictures,
  });
}

/** Every score sheet by itself, as the workbench exports it; the sum of their sizes. */
async function sheetFiles(
  records: Pictured,
  pictures: ReadonlyMap<string, Picture>,
  watch: () => void,
): Promise<number> {
  const desk = {
    evidenceImage: async ({ id }: { id: string }) =>
      `data:image/jpeg;base64,${Buffer.from(pictures.get(id)?.bytes ?? []).toString('base64')}`,
  };
  let bytes = 0;
  for (const session of records.sessions) {
    const subject = records.subjects.find(({ id }) => id === session.subjectId);
    const set = shippedSets.find(({ id }) => id === session.setId);
    if (!subject || !set) throw new Error(`no subject or set of ${session.id}`);
    const ofSession = <T extends { sessionId: string }>(list: readonly T[]) =>
      list.filter(({ sessionId }) => sessionId === session.id);
    const view: SessionView = {
      session,
      subject,
      round: records.round,
      set,
      verdicts: ofSession(records.verdicts),
      decisions: [],
      runs: [],
      visits: [],
      evidence: ofSession(records.evidence),
      canUndo: false,
      canRedo: false,
    };
    bytes += (await exportSheet({ desk, view, format: 'xlsx', now: AT })).bytes.length;
    watch();
  }
  return bytes;
}

const made = new Map<string, Picture>();

/** Looks like a JPEG to every writer, which read no further than its first bytes. The same picture for the same id. */
function picture(id: string): Picture {
  const known = made.get(id);
  if (known) return known;
  const bytes = new Uint8Array(randomBytes(PICTURE_BYTES));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const one: Picture = { bytes, mime: 'image/jpeg', width: 1280, height: 800 };
  made.set(id, one);
  return one;
}

async function timed(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return Math.round(performance.now() - started);
}
