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
}

export function defineMigration(migration: Migration): Migration {
  return migration;
}
