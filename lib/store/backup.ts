// Writes the whole database into one file, in pieces that never need to be one string in memory.
import { BACKUP_FAMILY, BACKUP_VERSION, type BackupHeader, backupTables } from './backup-format';
import { blobToBase64 } from './image-data';
import { DATABASE_VERSION } from './migrations/migrations';
import type { Repository } from './repository';
import type { RecordOf } from './tables';

/** How far it is: tables first, then pictures. */
export type OnBackupProgress = (what: 'records' | 'images', done: number, total: number) => void;

const PORTION = 200;

/**
 * All records as of one moment, gzipped lines of JSON (see backup-format). `at` is the instant of the backup.
 * Aborting rejects with the signal's reason.
 */
export async function writeBackup(
  repository: Repository,
  options: { at: string; onProgress?: OnBackupProgress; signal?: AbortSignal },
): Promise<Blob> {
  const { at, signal, onProgress } = options;
  const counts: Record<string, number> = {};
  const parts: Blob[] = [];
  const images: RecordOf<'evidenceImages'>[] = [];
  await repository.transaction('read', async (tables) => {
    // A transaction gives the same answer when it is run anew.
    parts.length = 0;
    images.length = 0;
    for (const [index, table] of backupTables.entries()) {
      signal?.throwIfAborted();
      onProgress?.('records', index, backupTables.length);
      counts[table] = await tables[table].count();
      // Picture bytes stay on disk behind their blobs and are read after the transaction, which cannot wait for them.
      if (table === 'evidenceImages') {
        await tables.evidenceImages.scan(PORTION, (records) => images.push(...records));
      } else {
        await tables[table].scan(PORTION, (records: object[]) => {
          parts.push(new Blob(records.map((record) => lineOf({ table, record }))));
        });
      }
    }
  });
  for (const [index, { id, sessionId, blob }] of images.entries()) {
    signal?.throwIfAborted();
    onProgress?.('images', index, images.length);
    const record = { id, sessionId, mime: blob.type, base64: await blobToBase64(blob) };
    parts.push(new Blob([lineOf({ table: 'evidenceImages', record })]));
  }
  const header: BackupHeader = {
    schema: `${BACKUP_FAMILY}@${BACKUP_VERSION}`,
    at,
    database: DATABASE_VERSION,
    counts,
  };
  const lines = new Blob([lineOf(header), ...parts]);
  const packed = await new Response(lines.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  signal?.throwIfAborted();
  return packed;
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
