// Run as a program: writes a backup file with the sites and apps of the two made-up quarters, so that a browser test
// starts from them. A program of its own, because the browser tests' loader does not read the shipped sets (JSON modules).
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { shippedSets } from '@/lib/indicators/shipped';
import { BACKUP_FAMILY, BACKUP_VERSION, type BackupTable, backupTables } from '@/lib/store/backup-format';
import { keyOf } from '@/lib/store/tables';
import { goldenRecords } from './golden-round';

const [, , out] = process.argv;
if (!out) throw new Error('usage: write-sites-backup.ts FILE');

const records = new Map<string, Map<string, object>>(backupTables.map((table) => [table, new Map()]));
const add = (table: BackupTable, list: readonly object[]) => {
  for (const record of list) records.get(table)?.set(JSON.stringify(keyOf(table, record)), record);
};

const { now, before } = goldenRecords();
for (const one of [before, now]) {
  const subjects = one.subjects.filter(({ kind, platform }) => kind === 'website' || platform === 'app');
  const ids = new Set(subjects.map(({ id }) => id));
  const sessions = one.sessions.filter(({ subjectId }) => ids.has(subjectId));
  const sessionIds = new Set(sessions.map(({ id }) => id));
  const setIds = new Set(sessions.map(({ setId }) => setId));
  add('rounds', [one.round]);
  add('subjects', subjects);
  add(
    'assignments',
    one.assignments.filter(({ subjectId }) => ids.has(subjectId)),
  );
  add('sessions', sessions);
  add(
    'verdicts',
    one.verdicts.filter(({ sessionId }) => sessionIds.has(sessionId)),
  );
  add(
    'sets',
    shippedSets.filter(({ id }) => setIds.has(id)),
  );
}

const header = {
  schema: `${BACKUP_FAMILY}@${BACKUP_VERSION}`,
  at: '2026-11-20T01:00:00.000Z',
  database: 2,
  counts: Object.fromEntries([...records].map(([table, rows]) => [table, rows.size])),
};
const lines = [...records].flatMap(([table, rows]) =>
  [...rows.values()].map((record) => JSON.stringify({ table, record })),
);
writeFileSync(out, gzipSync(`${[JSON.stringify(header), ...lines].join('\n')}\n`));
