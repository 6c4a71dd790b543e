// The register as a file that a person can go on with and that imports again unchanged.

import papa from 'papaparse';
import type { Subject } from '@/lib/model/session';
import { REGISTER_FIELDS, type RegisterField } from '@/lib/register/fields';
import { KIND_WORD } from '@/lib/register/words';
import { FILING_WORD } from '@/lib/text/filing-words';
import { GROUP_WORD, PLATFORM_WORD } from '@/lib/text/subject-words';
import { cellText } from './clean-text';
import { formSheet } from './form-sheet';
import { writeXlsx, type XlsxSheet } from './xlsx';

/** Characters; narrow, so that the whole register still prints on the width of a page. */
const WIDTHS: Partial<Record<RegisterField, number>> = {
  kind: 8,
  name: 26,
  unit: 20,
  group: 10,
  account: 18,
  url: 28,
  aliases: 16,
  siteIdCode: 12,
  sponsor: 18,
  filing: 12,
  openedDay: 12,
  changedDay: 12,
  closedDay: 12,
  hasServices: 9,
  contact: 18,
  note: 20,
};
const CHOICES: Partial<Record<RegisterField, string[]>> = {
  kind: Object.values(KIND_WORD),
  group: Object.values(GROUP_WORD),
  platform: Object.values(PLATFORM_WORD),
  filing: Object.values(FILING_WORD),
  hasServices: ['是', '否'],
};
/** Rows below the data that still get drop-down lists. */
const ROWS_TO_FILL = 500;
/** The phone stands behind the contact's name. */
const COLUMNS = REGISTER_FIELDS.filter(({ name }) => name !== 'phone');

/** The register as a workbook; without subjects it is the blank form. Text stays text. */
export function registerXlsx(subjects: readonly Subject[], at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const lists = COLUMNS.flatMap(({ name }, column): NonNullable<XlsxSheet['lists']> => {
    const choices = CHOICES[name];
    // Platforms that are not counted by themselves are written by name, so other values are allowed there.
    return choices ? [{ column, fromRow: 1, toRow: subjects.length + ROWS_TO_FILL, choices }] : [];
  });
  return writeXlsx({
    title: '检查对象台账',
    at,
    sheets: [
      formSheet({
        name: '台账',
        columns: COLUMNS.map(({ name, title }) => ({ title, width: WIDTHS[name] ?? 13 })),
        rows: subjects.map((subject) => cells(subject)),
        lists,
      }),
    ],
  });
}

/** UTF-8 with mark; text that a spreadsheet would take for a formula gets an apostrophe, which the import takes off. */
export function registerCsv(subjects: readonly Subject[]): Uint8Array<ArrayBuffer> {
  const rows = subjects.map((subject) => cells(subject).map((one) => cellText(one)));
  const table = [COLUMNS.map(({ title }) => title), ...rows];
  return new TextEncoder().encode(
    `\ufeff${papa.unparse(table, { newline: '\r\n', escapeFormulae: true })}\r\n`,
  );
}

function cells(subject: Subject): string[] {
  const { filing } = subject;
  // The name of a platform that is not counted by itself stands before the account, and is said there alone.
  const texts: Partial<Record<RegisterField, string | undefined>> = {
    kind: KIND_WORD[subject.kind],
    name: subject.name,
    unit: subject.unit,
    group: subject.group && GROUP_WORD[subject.group],
    platform: subject.platform && PLATFORM_WORD[subject.platform],
    account: subject.account,
    url: subject.url,
    aliases: subject.aliases.join('、'),
    siteIdCode: subject.siteIdCode,
    sponsor: subject.sponsor,
    filing: filing && FILING_WORD[filing.state],
    openedDay: filing?.openedDay,
    changedDay: filing?.changedDay,
    closedDay: filing?.closedDay,
    hasServices: subject.hasServices ? '是' : '否',
    contact: subject.contact,
    note: subject.note,
  };
  return COLUMNS.map(({ name }) => texts[name] ?? '');
}
