// A table whose records lie in bundles in the database; to its users it is a table of single records.
import type { Table } from 'dexie';
import { type Bundle, type BundledTable, bundlings, type InnerKey } from './bundles';
import type { SessionRecordTable } from './repository';
import { compareKeys, type Key, keyOf } from './tables';

/** A bundle's records by inner key as JSON, in key order. */
type Rows = Map<string, object>;

/** Bundles read at a time when a whole table is gone through. */
const PORTION = 50;

/** The table `name` over its bundles, for the length of one transaction. */
export function bundledTable(table: Table<Bundle, unknown>, name: BundledTable): SessionRecordTable<object> {
  const { partOf } = bundlings[name];
  /** Bundles as this transaction has made them: calls side by side must not each write what it read before the other. */
  const opened = new Map<string, Promise<Rows>>();
  const innerOf = (key: Key): InnerKey => key.slice(1) as unknown as InnerKey;
  const rowsOf = (records: readonly object[]): Rows =>
    new Map(records.map((record) => [JSON.stringify(innerOf(keyOf(name, record))), record]));
  const bundlesOf = (sessionId: string) => table.where(':id').between([sessionId], [sessionId, []]);

  const open = (sessionId: string, part: string | number): Promise<Rows> => {
    const id = JSON.stringify([sessionId, part]);
    const known = opened.get(id);
    if (known) return known;
    const rows = (async () => rowsOf((await table.get([sessionId, part]))?.records ?? []))();
    opened.set(id, rows);
    return rows;
  };
  /** Reads the bundles of a session that are not open, at once. */
  const openAll = async (sessionId: string, parts: Iterable<string | number>): Promise<void> => {
    const wanted = [...parts].filter((part) => !opened.has(JSON.stringify([sessionId, part])));
    if (wanted.length < 2) return;
    const reading = bundlesOf(sessionId).toArray();
    for (const part of wanted) {
      const rows = (async () => rowsOf((await reading).find((one) => one.part === part)?.records ?? []))();
      // Whoever waits for it is told; until somebody does, its failure is that of `reading`.
      rows.catch(() => undefined);
      opened.set(JSON.stringify([sessionId, part]), rows);
    }
    await reading;
  };
  const save = async (sessionId: string, part: string | number, rows: Rows): Promise<void> => {
    if (rows.size === 0) await table.delete([sessionId, part]);
    else await table.put({ sessionId, part, records: [...rows.values()] });
  };
  const putInto = async (sessionId: string, part: string | number, records: readonly object[]) => {
    const rows = await open(sessionId, part);
    const before = rows.size;
    for (const record of records) rows.set(JSON.stringify(innerOf(keyOf(name, record))), record);
    if (rows.size > before) sort(rows);
    await save(sessionId, part, rows);
  };
  const sort = (rows: Rows) => {
    const sorted = [...rows].sort(([, a], [, b]) => compareKeys(keyOf(name, a), keyOf(name, b)));
    rows.clear();
    for (const [id, record] of sorted) rows.set(id, record);
  };
  const place = (key: Key) => {
    const sessionId = `${key[0]}`;
    return { sessionId, part: partOf(innerOf(key)), id: JSON.stringify(innerOf(key)) };
  };
  const eachPortion = async (visit: (bundles: Bundle[]) => void): Promise<void> => {
    let bundles = await table.orderBy(':id').limit(PORTION).toArray();
    while (bundles.length > 0) {
      visit(bundles);
      const last = bundles.at(-1);
      if (!last || bundles.length < PORTION) return;
      bundles = await table.where(':id').above([last.sessionId, last.part]).limit(PORTION).toArray();
    }
  };
  const putMany = async (records: readonly object[]): Promise<void> => {
    const sessions = new Map<string, Map<string | number, object[]>>();
    for (const record of records) {
      const { sessionId, part } = place(keyOf(name, record));
      const parts = sessions.get(sessionId) ?? new Map<string | number, object[]>();
      sessions.set(sessionId, parts);
      parts.set(part, [...(parts.get(part) ?? []), record]);
    }
    for (const [sessionId, parts] of sessions) {
      await openAll(sessionId, parts.keys());
      await Promise.all([...parts].map(([part, own]) => putInto(sessionId, part, own)));
    }
  };

  const get = async (key: Key): Promise<object | undefined> => {
    const { sessionId, part, id } = place(key);
    return structuredClone((await open(sessionId, part)).get(id));
  };

  return {
    get,
    getMany: (keys) => Promise.all(keys.map(get)),
    all: async () => (await table.orderBy(':id').toArray()).flatMap(({ records }) => records),
    count: async () => {
      let sum = 0;
      await eachPortion((bundles) => {
        for (const { records } of bundles) sum += records.length;
      });
      return sum;
    },
    scan: async (size, visit) => {
      let waiting: object[] = [];
      await eachPortion((bundles) => {
        waiting.push(...bundles.flatMap(({ records }) => records));
        let at = 0;
        for (; waiting.length - at >= size; at += size) visit(waiting.slice(at, at + size));
        waiting = waiting.slice(at);
      });
      if (waiting.length > 0) visit(waiting);
    },
    add: async (record) => {
      const { sessionId, part, id } = place(keyOf(name, record));
      const rows = await open(sessionId, part);
      if (rows.has(id))
        throw new Error(`a record with this key is there already: ${name} ${sessionId} ${id}`);
      await putInto(sessionId, part, [record]);
    },
    put: async (record) => {
      const { sessionId, part } = place(keyOf(name, record));
      await putInto(sessionId, part, [record]);
    },
    putMany,
    delete: async (key) => {
      const { sessionId, part, id } = place(key);
      const rows = await open(sessionId, part);
      if (rows.delete(id)) await save(sessionId, part, rows);
    },
    clear: async () => {
      opened.clear();
      await table.clear();
    },
    ofSession: async (sessionId) => (await bundlesOf(sessionId).toArray()).flatMap(({ records }) => records),
    lastOfSession: async (sessionId) => {
      const last = await bundlesOf(sessionId).last();
      if (!last) return undefined;
      // Who asks for the last one appends the next, most often to the same bundle.
      const id = JSON.stringify([sessionId, last.part]);
      if (!opened.has(id)) opened.set(id, Promise.resolve(rowsOf(last.records)));
      return structuredClone(last.records.at(-1));
    },
    deleteOfSession: async (sessionId) => {
      for (const id of opened.keys()) if (JSON.parse(id)[0] === sessionId) opened.delete(id);
      await bundlesOf(sessionId).delete();
    },
  };
}
