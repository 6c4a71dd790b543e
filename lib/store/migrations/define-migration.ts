// The contract of a database version: its tables, and what it makes of the records of the version before.

export interface Migration {
  /** 1, 2, 3 …; equal to the file's name (`v1.ts`). */
  version: number;
  /** Dexie index strings of tables that this version adds or changes; null = table dropped. */
  stores: Record<string, string | null>;
  /**
   * By table: a record of the version before → the same record now. Pure, because backups and hand-over files of
   * earlier versions go through it too.
   */
  upgrade?: Record<string, (record: Record<string, unknown>) => Record<string, unknown>>;
  /**
   * By table that this version drops: where its records lie from now on, several of one session in one record
   * `{ sessionId, part, records }`, and the part that a record belongs to; parts rise with the records' keys. The records
   * themselves stay as they are, so files do not go through it.
   */
  gather?: Record<string, { into: string; partOf: (record: Record<string, unknown>) => string | number }>;
}

export function defineMigration(migration: Migration): Migration {
  return migration;
}
