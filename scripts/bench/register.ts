// Measures a register of 2,000 lines: taking it in and filtering it, against a plain read of the same rows by Dexie.
import 'fake-indexeddb/auto';
import { performance } from 'node:perf_hooks';
import { Dexie } from 'dexie';
import {
  NO_FILTER,
  type RegisterFilter,
  shownSubjects,
  sortedRegister,
} from '../../components/workbench/register/register-filter';
import { readTable } from '../../lib/export/read-table';
import { registerXlsx } from '../../lib/export/register-file';
import { findHeader, guessMapping } from '../../lib/import/column-mapping';
import { planImport } from '../../lib/import/import-plan';
import type { Subject } from '../../lib/model/session';
import { REGISTER_FIELDS } from '../../lib/register/fields';
import { mergeRegister } from '../../lib/register/merge';
import { readRegisterEntry } from '../../lib/register/read-entry';
import { registerSubjects } from './register-subjects';

/** Medians in milliseconds. `ratio` = sorting and one filtering over the plain read (below 1 = quicker). */
export interface RegisterBench {
  rows: number;
  /** Reading the workbook's bytes. */
  readMs: number;
  /** Rows → entries → what each would change, over a register that holds them all. */
  planMs: number;
  /** Storing all rows at once. */
  storeMs: number;
  /** All rows by Dexie's own toArray. */
  plainReadMs: number;
  sortMs: number;
  /** One keystroke in the search, the texts folded already. */
  filterMs: number;
  ratio: number;
}

const ROWS = 2_000;
const FILTERS: Partial<RegisterFilter>[] = [
  { text: '账号19' },
  { text: '单位7 微博' },
  { platform: 'wechat', group: 'district' },
  { filing: 'filed', text: 'shili' },
];

/** Deterministic register; `runs` times, medians. */
export async function benchRegister(runs = 5): Promise<RegisterBench> {
  const subjects = registerSubjects(ROWS);
  const bytes = await registerXlsx(subjects, new Date('2026-11-20T00:00:00Z'));
  const db = new Dexie(`bench-register-${Math.round(performance.now())}`);
  db.version(1).stores({ subjects: 'id' });
  await db.open();
  const table = db.table<Subject>('subjects');
  const times = { read: [], plan: [], store: [], plain: [], sort: [], filter: [] } as Record<
    string,
    number[]
  >;
  const time = async <T>(what: string, act: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await act();
    times[what]?.push(performance.now() - start);
    return result;
  };
  for (let run = 0; run < runs; run++) {
    const { sheets } = await time('read', () => readTable(new Blob([bytes]), 'a.xlsx'));
    const rows = sheets[0]?.rows ?? [];
    const outcomes = await time('plan', () => {
      const header = findHeader(rows, REGISTER_FIELDS);
      const mapping = guessMapping(rows[header] ?? [], REGISTER_FIELDS);
      const { good } = planImport(rows, header, mapping, readRegisterEntry);
      return mergeRegister(
        subjects,
        good.map(({ record }) => record),
      );
    });
    if (outcomes.length !== ROWS) throw new Error(`${outcomes.length} outcomes for ${ROWS} rows`);
    await table.clear();
    await time('store', () => table.bulkPut(subjects));
    const stored = await time('plain', () => table.toArray());
    const sorted = await time('sort', () => sortedRegister(stored));
    shownSubjects(sorted, { ...NO_FILTER, text: '单位' });
    await time('filter', () => {
      for (const filter of FILTERS) shownSubjects(sorted, { ...NO_FILTER, ...filter });
    });
  }
  db.close();
  const of = (what: string) => [...(times[what] ?? [])].sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  const filterMs = of('filter') / FILTERS.length;
  const round = (ms: number) => Math.round(ms * 100) / 100;
  return {
    rows: ROWS,
    readMs: round(of('read')),
    planMs: round(of('plan')),
    storeMs: round(of('store')),
    plainReadMs: round(of('plain')),
    sortMs: round(of('sort')),
    filterMs: round(filterMs),
    ratio: round((of('sort') + filterMs) / of('plain')),
  };
}
