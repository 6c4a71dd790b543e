// The shape of a backup file: gzip over lines of JSON, a header first, then one record per line.
import { z } from 'zod';
import { Id, Instant } from '@/lib/model/primitives';
import { type TableName, tableNames } from './tables';

export const BACKUP_FAMILY = 'gov-site-inspector/backup';
export const BACKUP_VERSION = 1;

/** Tables that a backup holds: all but the memory of calls, which is of use for minutes only. */
export const backupTables = tableNames.filter((name): name is BackupTable => name !== 'calls');
export type BackupTable = Exclude<TableName, 'calls'>;

/** First line. `database` is the version of the database that the records come from, `counts` the records by table. */
export const BackupHeader = z.object({
  schema: z.string(),
  at: Instant,
  database: z.int().min(1),
  counts: z.record(z.string(), z.int().min(0)),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** Every further line. */
export const BackupLine = z.object({ table: z.string(), record: z.unknown() });

/** A picture's bytes in a line. */
export const ImageLine = z.object({
  id: Id,
  sessionId: Id,
  mime: z.enum(['image/jpeg', 'image/png']),
  base64: z.string(),
});
