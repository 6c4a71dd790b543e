// Every kind of DOCX and XLSX that leaves the program, made by the real writers from one hostile text in every field.
import { badRowsXlsx } from '@/lib/export/bad-rows';
import { exportCitizenReports } from '@/lib/export/citizen-xlsx';
import type { PictureSource } from '@/lib/export/picture-source';
import { exportRectifications } from '@/lib/export/rectification-xlsx';
import { registerXlsx } from '@/lib/export/register-file';
import { bulletinFile, roundPapers, unitFile, workbookFile } from '@/lib/export/round-files';
import { writeSetTemplate, writeSetXlsx } from '@/lib/indicators/set-xlsx';
import { shippedSets } from '@/lib/indicators/shipped';
import type { CitizenReport } from '@/lib/model/citizen-report';
import type { RoundBook } from '@/lib/model/round-book';
import { DEFAULT_TEXTS } from '@/lib/report/papers/default-template';
import { citizenNumbersOf } from '@/lib/rounds/citizen-reports';
import { writeWordList, writeWordListTemplate } from '@/lib/word-list/write-word-list';
import { exampleView } from '../report/example-view';
import { entryOf } from '../rounds/small-book';
import { exampleFile } from './example-export';
import { tinyJpeg } from './pictures';

const AT = new Date('2026-11-23T01:02:03Z');
const DAY = '2026-11-23';

/** File name → bytes. `text` stands in every field that a person or a page can fill. */
export async function everyFile(text: string): Promise<Map<string, Uint8Array>> {
  const book = bookWith(text);
  const papers = roundPapers({
    book,
    office: text,
    texts: DEFAULT_TEXTS,
    at: AT,
    noticeDue: DAY,
    pictures: pictures(book, text),
  });
  const unit = book.entries[0]?.subject.unit ?? '';
  const files = new Map<string, Uint8Array>();
  files.set('bulletin.docx', (await bulletinFile(papers, 'docx')).bytes);
  files.set('notice.docx', (await unitFile(papers, 'notice', unit)).bytes);
  files.set('self-report.docx', (await unitFile(papers, 'selfReport', unit)).bytes);
  files.set('workbook.xlsx', (await workbookFile(papers)).bytes);
  files.set('sheet.xlsx', (await exampleFile('xlsx', sessionWith(text))).bytes);
  files.set(
    'register.xlsx',
    await registerXlsx(
      book.entries.map(({ subject }) => subject),
      AT,
    ),
  );
  files.set('register-form.xlsx', await registerXlsx([], AT));
  files.set('set-form.xlsx', await writeSetTemplate());
  for (const set of shippedSets) files.set(`set-${set.id}.xlsx`, await writeSetXlsx({ ...set, title: text }));
  files.set('words-form.xlsx', await writeWordListTemplate());
  const word = {
    word: text,
    correct: text,
    kind: 'forbidden',
    severity: 'general',
    exceptions: [],
    note: text,
  };
  files.set('words.xlsx', await writeWordList(text, [{ ...word, kind: 'forbidden', severity: 'general' }]));
  const bad = { header: [text, '名称'], rows: [{ row: 2, reasons: [text], cells: [text, text, text] }] };
  files.set('bad-rows.xlsx', await badRowsXlsx(bad, AT));
  const rows = book.citizenReports.map((report) => ({
    report,
    unit: report.unit,
    subjectName: text,
    candidates: [],
  }));
  const numbers = citizenNumbersOf(book, DAY);
  files.set('citizen.xlsx', (await exportCitizenReports(text, rows, numbers, AT)).bytes);
  files.set('rectification.xlsx', await rectifications(book, text));
  return files;
}

function bookWith(text: string): RoundBook {
  const plans = [
    {
      id: 'a',
      unit: text,
      group: 'district' as const,
      hits: { 'availability-images': 2 },
      goodPractice: text,
    },
    { id: 'b', unit: text, group: 'department' as const },
    { id: 'c', kind: 'new-media' as const, unit: text, group: 'district' as const },
  ];
  const entries = plans.map((plan) => {
    const entry = entryOf(plan);
    const problem = {
      criterionId: 'x',
      indicatorId: 'y',
      indicator: text,
      text,
      part: 'deduction' as const,
      count: 1,
      points: 50,
      note: text,
      urls: [text],
      evidenceIds: [`${plan.id}1`, `${plan.id}2`],
    };
    return {
      ...entry,
      subject: { ...entry.subject, name: text, sponsor: text, contact: text, note: text, account: text },
      problems: [problem, problem],
    };
  });
  return {
    round: { id: 'r', name: text, state: 'open', createdAt: AT.toISOString() } as RoundBook['round'],
    entries,
    citizenReports: [reportWith(text, '1'), reportWith(text, '2')],
    repostItems: [],
    reposts: [],
  };
}

function reportWith(text: string, number: string): CitizenReport {
  return {
    roundId: 'r',
    number,
    unit: text,
    site: text,
    kind: text,
    content: text,
    state: text,
    submittedDay: DAY,
    dueDay: '2026-11-01',
  } as CitizenReport;
}

function pictures(book: RoundBook, caption: string): PictureSource {
  const ids = book.entries.flatMap(({ problems }) => problems.flatMap(({ evidenceIds }) => evidenceIds));
  const picture = { bytes: tinyJpeg(), mime: 'image/jpeg' as const, width: 1600, height: 900 };
  return {
    known: new Map(ids.map((id, index) => [id, { id, number: index + 1, caption, url: caption }])),
    load: async (wanted) => new Map(wanted.map((id) => [id, picture])),
  };
}

function sessionWith(text: string) {
  const view = exampleView();
  view.subject.name = text;
  view.round.name = text;
  view.session.inspector = text;
  for (const one of view.verdicts) one.note = text;
  for (const one of view.evidence) one.caption = text;
  for (const run of view.runs) run.title = text;
  return view;
}

async function rectifications(book: RoundBook, text: string): Promise<Uint8Array> {
  const at = AT.toISOString();
  const rows = book.entries.map(({ subject }, index) => ({
    round: text,
    subject,
    item: {
      id: `i${index}`,
      roundId: 'r',
      subjectId: subject.id,
      sessionId: 's',
      criterionId: 'x',
      problem: text,
      url: text,
      state: 'notified' as const,
      dueDay: '2026-11-01',
      events: [{ at, by: text, from: null, to: 'notified' as const, text, fileIds: [] }],
      updatedAt: at,
    },
  }));
  return (await exportRectifications(rows, { round: text, subject: text }, DAY, AT)).bytes;
}
