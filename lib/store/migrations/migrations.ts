// All database versions in order, found by file name: adding one edits no list.
import type { Migration } from './define-migration';

const files = import.meta.glob<Migration>('./v*.ts', { eager: true, import: 'default' });

/** Migrations by rising version. */
export const migrations: readonly Migration[] = Object.values(files).sort((a, b) => a.version - b.version);

/** The version that this program writes. */
export const DATABASE_VERSION: number = Math.max(...migrations.map(({ version }) => version));

/** A record of an earlier database version as the present one stores it. `version` is the record's. */
export function upgradeRecord(table: string, record: unknown, version: number): unknown {
  return migrations
    .filter((migration) => migration.version > version)
    .reduce((value, { upgrade }) => {
      const step = upgrade?.[table];
      return step && typeof value === 'object' && value !== null
        ? step(value as Record<string, unknown>)
        : value;
    }, record);
}
