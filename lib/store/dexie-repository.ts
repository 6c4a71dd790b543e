// The repository in IndexedDB, through Dexie; a write counts only when the browser has it on disk.
import { Dexie, type Table, type Transaction } from 'dexie';
import { bundledTable } from './bundled-table';
import { bundlings, isBundled } from './bundles';
import { askForRoom } from './disk-room';
import { gatherRecords } from './migrations/gather-records';
import { migrations } from './migrations/migrations';
import { opening } from './opening';
import type {
  DatedRecordTable,
  Repository,
  RoundRecordTable,
  SessionRecordTable,
  Tables,
} from './repository';
import { type Key, keyOf, type TableName, tableNames, tableShapes } from './tables';

/** Tables as the database knows them. */
export const storedTables = tableNames.map((name) => (isBundled(name) ? bundlings[name].stored : name));

const opened = new Map<string, Repository>();

/**
 * The database of this name, opened at its first transaction and brought to the present version. One connection per
 * name and context, so that a service worker that asks anew for each call does not pile up connections.
 * @param name another one is for tests.
 */
export function openRepository(name = 'gov-site-inspector'): Repository {
  const known = opened.get(name);
  if (known) return known;
  const repository = overDexie(openDexie(name), () => opened.delete(name));
  opened.set(name, repository);
  return repository;
}

/** The database as Dexie declares it; `upTo` is the highest version, for tests of migrations. */
export function openDexie(name: string, upTo = Number.POSITIVE_INFINITY): Dexie {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  for (const { version, stores, upgrade = {}, gather = {} } of migrations) {
    if (version > upTo) break;
    db.version(version)
      .stores(stores)
      .upgrade(async (transaction) => {
        for (const [table, change] of Object.entries(upgrade)) {
          await transaction
            .table(table)
            .toCollection()
            .modify((record, place) => {
              place.value = change(record);
            });
        }
        for (const [table, { into, partOf }] of Object.entries(gather)) {
          await gatherRecords(transaction.table(table), transaction.table(into), partOf);
        }
      });
  }
  return db;
}

function overDexie(db: Dexie, onClose: () => void): Repository {
  const open = opening(db);
  return {
    async transaction(mode, run) {
      await open();
      if (mode === 'write') await askForRoom();
      return await db.transaction(mode === 'read' ? 'r' : 'rw', storedTables, (transaction) => {
        const tables = tableNames.map((name) => [name, tableIn(transaction, name)]);
        return run(Object.fromEntries(tables) as unknown as Tables);
      });
    },
    close() {
      onClose();
      db.close();
    },
  };
}

/** A table of the transaction itself: Dexie loses its implicit one after deeply nested native awaits. */
function tableIn(transaction: Transaction, name: TableName) {
  return isBundled(name)
    ? bundledTable(transaction.table(bundlings[name].stored), name)
    : tableOver(transaction.table(name), name);
}

function tableOver(
  table: Table<object, unknown>,
  name: TableName,
): SessionRecordTable<object> & RoundRecordTable<object> & DatedRecordTable<object> {
  const plain = (key: Key) => (typeof key === 'string' ? key : [...key]);
  const fields: readonly string[] = tableShapes[name].key;
  // A key that starts with the owner serves as the owner's index; the other tables have one of their own.
  // Of keys, a shorter list comes before a longer one, and a list after any text or number.
  const of = (owner: 'sessionId' | 'roundId', id: string) =>
    fields[0] === owner ? table.where(':id').between([id], [id, []]) : table.where(owner).equals(id);
  return {
    get: async (key) => await table.get(plain(key)),
    getMany: async (keys) => await table.bulkGet(keys.map(plain)),
    all: async () => await table.orderBy(':id').toArray(),
    count: async () => await table.count(),
    scan: async (size, visit) => {
      let records = await table.orderBy(':id').limit(size).toArray();
      while (records.length > 0) {
        visit(records);
        const last = records.at(-1);
        if (!last || records.length < size) return;
        records = await table
          .where(':id')
          .above(plain(keyOf(name, last)))
          .limit(size)
          .toArray();
      }
    },
    add: async (record) => {
      await table.add(record);
    },
    put: async (record) => {
      await table.put(record);
    },
    putMany: async (records) => {
      await table.bulkPut([...records]);
    },
    delete: async (key) => {
      await table.delete(plain(key));
    },
    clear: async () => {
      await table.clear();
    },
    ofSession: async (id) => await of('sessionId', id).toArray(),
    lastOfSession: async (id) => await of('sessionId', id).last(),
    ofRound: async (id) => await of('roundId', id).toArray(),
    lastOfRound: async (id) => await of('roundId', id).last(),
    deleteBefore: async (at) => {
      await table.where('at').below(at).delete();
    },
    deleteOfSession: async (id) => {
      await of('sessionId', id).delete();
    },
    deleteOfRound: async (id) => {
      await of('roundId', id).delete();
    },
  };
}
