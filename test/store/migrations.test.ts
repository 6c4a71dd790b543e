// Every database version that ever shipped opens today: its example ends at the present version, valid in every record.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openDexie, openRepository } from '@/lib/store/dexie-repository';
import { base64ToImage } from '@/lib/store/image-data';
import { DATABASE_VERSION, migrations } from '@/lib/store/migrations/migrations';
import { tableNames, tableShapes } from '@/lib/store/tables';

interface Example {
  version: number;
  tables: Record<string, Record<string, string>[]>;
}
const files = import.meta.glob<Example>('./examples/v*.json', { eager: true, import: 'default' });
const examples = Object.values(files).sort((a, b) => a.version - b.version);

describe('database versions', () => {
  it('are numbered without a gap and each has its example', () => {
    const numbers = migrations.map(({ version }) => version);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(examples.map(({ version }) => version)).toEqual(numbers);
    expect(DATABASE_VERSION).toBe(numbers.length);
  });

  it('declare exactly the tables that are used, with the keys that are used', () => {
    const db = openDexie('declared');
    expect(db.tables.map(({ name }) => name).sort()).toEqual([...tableNames].sort());
    for (const name of tableNames) {
      const { keyPath } = db.table(name).schema.primKey;
      expect([keyPath].flat()).toEqual([...tableShapes[name].key]);
    }
  });

  it.each(examples)('open and upgrade the example of version $version', async ({ version, tables }) => {
    const name = `example-${version}`;
    const old = openDexie(name, version);
    for (const [table, records] of Object.entries(tables)) {
      expect(records.length, `the example has records of ${table}`).toBeGreaterThan(0);
      await old.table(table).bulkPut(records.map(table === 'evidenceImages' ? withBlob : (record) => record));
    }
    old.close();
    const repository = openRepository(name);
    await repository.transaction('read', async (now) => {
      for (const table of tableNames) {
        const records = await now[table].all();
        for (const record of records) tableShapes[table].record.parse(record);
        if (tables[table]) expect(records).toHaveLength(tables[table].length);
      }
    });
    repository.close();
  });
});

function withBlob({ mime, base64, ...record }: Record<string, string>): object {
  return { ...record, blob: base64ToImage(base64 ?? '', mime === 'image/png' ? 'image/png' : 'image/jpeg') };
}
