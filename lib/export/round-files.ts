// The files of a round's papers: bulletin, workbook, a unit's papers, and the notices of all units in one archive.
import { Zip, ZipPassThrough } from 'fflate';
import type { PaperTexts } from '@/lib/model/paper-template';
import type { RoundBook } from '@/lib/model/round-book';
import type { Paper } from '@/lib/report/blocks';
import type { PaperMaterial } from '@/lib/report/papers/material';
import { bulletin, PAPER_NAMES, picturesOf, unitPaper } from '@/lib/report/papers/papers';
import { unitsOfRound } from '@/lib/report/papers/unit-papers';
import { shanghaiDay } from '@/lib/report/shanghai-time';
import { roundNumbers } from '@/lib/rounds/round-numbers';
import { paperHtml } from './blocks-html';
import { writeDocx } from './docx';
import { ZIP_DAY } from './docx-package';
import { ExportError, type ExportedFile, XLSX_MIME } from './exported-file';
import { fileName } from './file-name';
import type { PictureSource } from './picture-source';
import { roundWorkbook } from './round-workbook';

/** All that the papers of a round are made from. */
export interface RoundPapers {
  material: PaperMaterial;
  texts: PaperTexts;
  pictures: PictureSource;
}

export interface RoundPaperSource {
  book: RoundBook;
  previous?: RoundBook | undefined;
  office: string;
  noticeDue?: string | undefined;
  texts: PaperTexts;
  at: Date;
  pictures: PictureSource;
}

export interface JobOptions {
  onProgress?: (done: number, total: number) => void;
  /** Aborting rejects with the signal's reason. */
  signal?: AbortSignal;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Works out the numbers once for all papers. */
export function roundPapers(source: RoundPaperSource): RoundPapers {
  const { book, previous, office, noticeDue, texts, at, pictures } = source;
  const numbers = roundNumbers(book, previous);
  return {
    material: { book, previous, numbers, office, noticeDue, at, pictures: pictures.known },
    texts,
    pictures,
  };
}

/** The bulletin for Word, WPS and LibreOffice, or for the browser. @throws PaperError */
export async function bulletinFile(papers: RoundPapers, format: 'docx' | 'html'): Promise<ExportedFile> {
  const paper = bulletin(papers.material, papers.texts);
  const name = nameOf(papers, papers.material.office || '全部', PAPER_NAMES.bulletin, format);
  if (format === 'docx') return { name, bytes: await docxOf(papers, paper), mime: DOCX };
  const html = await paperHtml(paper, await papers.pictures.load(picturesOf(paper)));
  return { name, bytes: new TextEncoder().encode(html), mime: 'text/html' };
}

export async function workbookFile(papers: RoundPapers): Promise<ExportedFile> {
  return {
    name: nameOf(papers, papers.material.office || '全部', '工作簿', 'xlsx'),
    bytes: await roundWorkbook(papers.material),
    mime: XLSX_MIME,
  };
}

/** A unit's notice or self-inspection report. @throws PaperError */
export async function unitFile(
  papers: RoundPapers,
  kind: 'notice' | 'selfReport',
  unit: string,
): Promise<ExportedFile> {
  const paper = unitPaper(papers.material, papers.texts, kind, unit);
  return {
    name: nameOf(papers, unit, PAPER_NAMES[kind], 'docx'),
    bytes: await docxOf(papers, paper),
    mime: DOCX,
  };
}

/**
 * Notices of all units that have problems, one after the other: only one unit's pictures are in memory at a time.
 * @throws PaperError, and ExportError when there is nothing to notify
 */
export async function noticesZip(papers: RoundPapers, options: JobOptions = {}): Promise<ExportedFile> {
  const units = unitsOfRound(papers.material).filter(({ problems }) => problems > 0);
  if (units.length === 0) throw new ExportError('本轮已完成的检查中没有发现问题，无需生成整改通知。');
  const chunks: Blob[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(new Blob([chunk.slice()]));
  });
  const names = new Set<string>();
  for (const [index, { unit }] of units.entries()) {
    options.signal?.throwIfAborted();
    options.onProgress?.(index, units.length);
    const { name, bytes } = await unitFile(papers, 'notice', unit);
    // The document is packed already; packing it again gains nothing.
    const entry = new ZipPassThrough(uniqueName(name, names));
    entry.mtime = ZIP_DAY;
    zip.add(entry);
    entry.push(bytes, true);
    if (failure) throw failure;
  }
  zip.end();
  if (failure) throw failure;
  options.signal?.throwIfAborted();
  options.onProgress?.(units.length, units.length);
  return {
    name: nameOf(papers, '各单位', '整改通知', 'zip'),
    bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()),
    mime: 'application/zip',
  };
}

/** Names of a file of this round. */
export function nameOf({ material }: RoundPapers, subject: string, what: string, extension: string): string {
  return fileName({
    round: material.book.round.name,
    subject,
    day: shanghaiDay(material.at),
    what,
    extension,
  });
}

/** Names that differ only in case, or in what a file name cannot hold, get a number. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let next = 2; taken.has(unique.toLowerCase()); next++) {
    unique = name.replace(/(\.[^.]+)$/, `（${next}）$1`);
  }
  taken.add(unique.toLowerCase());
  return unique;
}

async function docxOf({ material, pictures }: RoundPapers, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  return writeDocx(paper, await pictures.load(picturesOf(paper)), material.at);
}
