// Reads a backup file, line by line and suspiciously, and puts it in place of what is stored: all of it or nothing.
import type { z } from 'zod';
import {
  BACKUP_FAMILY,
  BACKUP_VERSION,
  BackupHeader,
  BackupLine,
  type BackupTable,
  backupTables,
  ImageLine,
} from './backup-format';
import { byteLinesOf } from './file-lines';
import { FileRefused, schemaVersion } from './file-refused';
import { base64ToImage } from './image-data';
import { DATABASE_VERSION, upgradeRecord } from './migrations/migrations';
import type { RecordTable, Repository } from './repository';
import { askForRestoreRoom, type BackupSize } from './restore-room';
import { keyOf, sessionTables, tableNames, tableShapes } from './tables';

/** A backup that was read and found whole. */
export interface CheckedBackup {
  header: BackupHeader;
  records: Map<BackupTable, object[]>;
  size: BackupSize;
}

const FOREIGN = '所选文件不是政务网站检查台的备份文件，请核对后重新选择。';
const NEWER = '该备份由更新版本的政务网站检查台生成，请先升级扩展再恢复。';
const DAMAGED = '备份文件不完整或已损坏';
/** Longest line: a picture of 48 MB or the facts of a huge page. */
const LONGEST_LINE = 64 * 1024 * 1024;
const PORTION = 500;

/** Reads and checks the whole file; stores nothing. Rejects with FileRefused. */
export async function readBackup(
  file: Blob,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<CheckedBackup> {
  const lines = byteLinesOf(file, LONGEST_LINE);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const header = readHeader(await firstLine(lines, decoder));
  const records = new Map<BackupTable, object[]>(backupTables.map((table) => [table, []]));
  const total = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
  const size = { records: 0, pictures: 0 };
  let number = 1;
  try {
    for await (const line of lines) {
      number += 1;
      const { table, record } = readRecord(decoder.decode(line), number, header.database);
      records.get(table)?.push(record);
      if (table === 'evidenceImages') size.pictures += (record as { blob: Blob }).blob.size;
      else size.records += line.length;
      if (number % PORTION === 0) onProgress(number - 1, total);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : damaged(`第${number + 1}行无法读取`, error);
  }
  checkWhole(header, records);
  return { header, records, size };
}

/** Puts a checked backup in place of everything stored, in one transaction. Rejects with FileRefused when the disk has no room for it. */
export async function restoreBackup(repository: Repository, backup: CheckedBackup): Promise<void> {
  await askForRestoreRoom(repository, backup.size);
  await repository.transaction('write', async (tables) => {
    for (const name of tableNames) await tables[name].clear();
    for (const [name, records] of backup.records) {
      const table = tables[name] as RecordTable<object>;
      for (let at = 0; at < records.length; at += PORTION) {
        await table.putMany(records.slice(at, at + PORTION));
      }
    }
  });
}

async function firstLine(
  lines: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  decoder: TextDecoder,
): Promise<string> {
  try {
    const first = await lines.next();
    return first.done ? '' : decoder.decode(first.value);
  } catch (error) {
    throw new FileRefused(FOREIGN, 'invalid', error);
  }
}

function readHeader(line: string): BackupHeader {
  const json = parseJson(line);
  const schema =
    typeof json === 'object' && json !== null ? (json as { schema?: unknown }).schema : undefined;
  const version = schemaVersion(schema, BACKUP_FAMILY);
  if (version === undefined) throw new FileRefused(FOREIGN);
  if (version > BACKUP_VERSION) throw new FileRefused(NEWER);
  const header = BackupHeader.safeParse(json);
  if (!header.success) throw damaged('文件头无法识别', header.error);
  if (header.data.database > DATABASE_VERSION) throw new FileRefused(NEWER);
  return header.data;
}

function readRecord(line: string, number: number, database: number): { table: BackupTable; record: object } {
  const parsed = BackupLine.safeParse(parseJson(line));
  const table = backupTables.find((name) => parsed.success && name === parsed.data.table);
  if (!parsed.success || !table) throw damaged(`第${number}行无法识别`, parsed.error);
  if (table === 'evidenceImages') return { table, record: readImage(parsed.data.record, number) };
  const schema: z.ZodType<object> = tableShapes[table].record;
  const record = schema.safeParse(upgradeRecord(table, parsed.data.record, database));
  if (!record.success) throw damaged(`第${number}行内容不符合要求`, record.error);
  return { table, record: record.data };
}

function readImage(json: unknown, number: number): object {
  const image = ImageLine.safeParse(json);
  const blob = image.success ? base64ToImage(image.data.base64, image.data.mime) : undefined;
  if (!image.success || !blob) throw damaged(`第${number}行的取证图片无法读取`);
  return { id: image.data.id, sessionId: image.data.sessionId, blob };
}

/** Every record that the header counts, none twice, and nothing that points at a record which is not there. */
function checkWhole(header: BackupHeader, records: CheckedBackup['records']): void {
  const keys = new Map<BackupTable, Set<string>>();
  for (const [table, list] of records) {
    if (list.length !== (header.counts[table] ?? 0)) throw damaged('记录数与文件头不一致');
    const known = new Set(list.map((record) => JSON.stringify(keyOf(table, record))));
    if (known.size !== list.length) throw damaged('有重复的记录');
    keys.set(table, known);
  }
  if (Object.keys(header.counts).some((table) => !keys.has(table as BackupTable))) {
    throw damaged('含有无法识别的内容');
  }
  const has = (table: BackupTable, ...key: (string | number)[]) =>
    keys.get(table)?.has(JSON.stringify(key.length === 1 ? key[0] : key)) === true;
  const list = <T>(table: BackupTable) => (records.get(table) ?? []) as T[];
  const sessions = list<z.infer<typeof tableShapes.sessions.record>>('sessions').every(
    (session) =>
      has('subjects', session.subjectId) &&
      has('rounds', session.roundId) &&
      has('sets', session.setId, session.setVersion),
  );
  const parts = sessionTables.every((table) =>
    list<{ sessionId: string }>(table).every(({ sessionId }) => has('sessions', sessionId)),
  );
  const pictures = list<{ id: string }>('evidence');
  const images = pictures.every(({ id }) => has('evidenceImages', id));
  if (!sessions || !parts || !images || pictures.length !== list('evidenceImages').length) {
    throw damaged('记录之间不能对应');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(where: string, cause?: unknown): FileRefused {
  return new FileRefused(`${DAMAGED}（${where}），未作任何改动，请换用其他备份。`, 'invalid', cause);
}
