// Every database version that ever shipped opens today: its example ends at the present version, valid in every record.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type BundledTable, bundlings, isBundled } from '@/lib/store/bundles';
import { openDexie, openRepository, storedTables } from '@/lib/store/dexie-repository';
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
    expect(db.tables.map(({ name }) => name).sort()).toEqual([...storedTables].sort());
    const keyOf = (name: string) => [db.table(name).schema.primKey.keyPath].flat();
    for (const name of tableNames) {
      if (isBundled(name)) expect(keyOf(bundlings[name].stored)).toEqual(['sessionId', 'part']);
      else expect(keyOf(name)).toEqual([...tableShapes[name].key]);
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
        const bundled = isBundled(table) ? tables[bundlings[table].stored] : undefined;
        if (bundled) expect(records).toEqual(bundled.flatMap((one) => one.records));
      }
    });
    repository.close();
  });

  it('gather what lay in single records: all of it, in order, found and continued as before', async () => {
    const name = 'gathered';
    const old = openDexie(name, 2);
    const verdicts = ['s1', 's2'].flatMap((sessionId) =>
      Array.from({ length: 97 }, (_, at) => ({ sessionId, criterionId: `c${at}` })),
    );
    const decisions = ['a', 'b'].flatMap((criterionId) =>
      Array.from({ length: 300 }, (_, at) => ({ sessionId: 's1', criterionId, findingKey: `f${at}` })),
    );
    const journal = [1003, 16, 17].flatMap((length, s) =>
      Array.from({ length }, (_, at) => ({ sessionId: `s${s}`, seq: at + 1, id: `s${s}-${at}` })),
    );
    const before: Record<BundledTable, object[]> = { verdicts, decisions, journal };
    for (const [table, records] of Object.entries(before)) await old.table(table).bulkPut(records);
    const stored = await Promise.all(
      Object.keys(before).map((table) => old.table(table).orderBy(':id').toArray()),
    );
    old.close();
    const repository = openRepository(name);
    await repository.transaction('write', async (now) => {
      expect([await now.verdicts.all(), await now.decisions.all(), await now.journal.all()]).toEqual(stored);
      expect(await now.journal.count()).toBe(journal.length);
      expect(await now.decisions.get(['s1', 'b', 'f7'])).toEqual({
        sessionId: 's1',
        criterionId: 'b',
        findingKey: 'f7',
      });
      const last = await now.journal.lastOfSession('s1');
      expect(last?.seq).toBe(16);
      if (last) await now.journal.add({ ...last, seq: 17, id: 'added' });
      expect((await now.journal.ofSession('s1')).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 17 }, (_, at) => at + 1),
      );
    });
    repository.close();
  });
});

function withBlob({ mime, base64, ...record }: Record<string, string>): object {
  return { ...record, blob: base64ToImage(base64 ?? '', mime === 'image/png' ? 'image/png' : 'image/jpeg') };
}
