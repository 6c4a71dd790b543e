// How long the papers of a made-up round of 74 sites with pictures take, how large they are, and how much memory they need.
import { randomBytes } from 'node:crypto';
import type { ExportedFile } from '@/lib/export/exported-file';
import type { PictureSource } from '@/lib/export/picture-source';
import type { Picture } from '@/lib/export/pictures';
import {
  bulletinFile,
  noticesZip,
  type RoundPapers,
  roundPapers,
  workbookFile,
} from '@/lib/export/round-files';
import type { RoundBook } from '@/lib/model/round-book';
import { DEFAULT_TEXTS } from '@/lib/report/papers/default-template';
import type { PaperPicture } from '@/lib/report/papers/material';

export interface PaperTiming {
  what: string;
  ms: number;
  bytes: number;
}

const PICTURE_BYTES = 120_000;

/**
 * Bulletin, workbook and notices of the websites of `book`, each problem with one picture of 120 kB (random bytes: they
 * do not pack, as photographs do not). In Node, so without reading pictures from the browser's database.
 */
export async function benchPapers(
  book: RoundBook,
): Promise<{ sheets: number; pictures: number; files: PaperTiming[]; peakRssMb: number }> {
  const source = pictured(book);
  const papers = roundPapers({
    book: source.book,
    office: '示例市政务服务局',
    texts: DEFAULT_TEXTS,
    at: new Date('2024-01-05T02:00:00Z'),
    pictures: source.pictures,
  });
  let peak = 0;
  const watch = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const files: PaperTiming[] = [];
  const jobs: [string, (papers: RoundPapers) => Promise<ExportedFile>][] = [
    ['bulletin.docx', (all) => bulletinFile(all, 'docx')],
    ['workbook.xlsx', workbookFile],
    ['notices.zip', (all) => noticesZip(all, { onProgress: watch })],
  ];
  for (const [what, make] of jobs) {
    const started = performance.now();
    const { bytes } = await make(papers);
    files.push({ what, ms: Math.round(performance.now() - started), bytes: bytes.length });
    watch();
  }
  return {
    sheets: source.book.entries.length,
    pictures: source.pictures.known.size,
    files,
    peakRssMb: Math.round(peak / 1_000_000),
  };
}

function pictured(book: RoundBook): { book: RoundBook; pictures: PictureSource } {
  const ids = new Map<string, PaperPicture>();
  const entries = book.entries
    .filter(({ subject }) => subject.kind === 'website')
    .map((entry) => ({
      ...entry,
      problems: entry.problems.map((problem, index) => {
        if (problem.part === 'bonus') return problem;
        const id = `${entry.subject.id}-${index}`;
        ids.set(id, { id, number: index + 1, caption: '问题截图', url: entry.subject.url ?? '' });
        return { ...problem, evidenceIds: [id] };
      }),
    }));
  const load = async (wanted: readonly string[]) =>
    new Map(wanted.map((id): [string, Picture] => [id, picture()]));
  return { book: { ...book, entries }, pictures: { known: ids, load } };
}

/** Looks like a JPEG to every writer, which read no further than its first bytes. */
function picture(): Picture {
  const bytes = new Uint8Array(randomBytes(PICTURE_BYTES));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return { bytes, mime: 'image/jpeg', width: 1280, height: 800 };
}
