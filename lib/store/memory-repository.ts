// The repository without a database, for tests and for programs that keep nothing: same behaviour as Dexie's.
import type {
  DatedRecordTable,
  RecordTable,
  Repository,
  RoundRecordTable,
  SessionRecordTable,
  Tables,
} from './repository';
import { compareKeys, type Key, keyOf, type TableName, tableNames } from './tables';

type Rows = Map<string, object>;

/** An empty in-memory repository. Records are copied in and out, as a database would. */
export function createMemoryRepository(): Repository {
  let stored = new Map<TableName, Rows>(tableNames.map((name) => [name, new Map()]));
  let queue: Promise<unknown> = Promise.resolve();

  async function execute<T>(mode: 'read' | 'write', run: (tables: Tables) => Promise<T>): Promise<T> {
    const working = new Map([...stored].map(([name, rows]) => [name, new Map(rows)]));
    const scope = { mode, open: true };
    const tables = Object.fromEntries(
      tableNames.map((name) => [name, tableOver(name, working.get(name) as Rows, scope)]),
    );
    try {
      const answer = await run(tables as unknown as Tables);
      if (mode === 'write') stored = working;
      return answer;
    } finally {
      scope.open = false;
    }
  }

  return {
    transaction: (mode, run) => {
      const result = queue.then(() => execute(mode, run));
      queue = result.catch(() => undefined);
      return result;
    },
    close: () => undefined,
  };
}

function tableOver(
  name: TableName,
  rows: Rows,
  scope: { mode: 'read' | 'write'; open: boolean },
): SessionRecordTable<object> & RoundRecordTable<object> & DatedRecordTable<object> {
  const inScope = () => {
    if (!scope.open) throw new Error('the transaction is over');
  };
  const writable = () => {
    inScope();
    if (scope.mode === 'read') throw new Error('a reading transaction cannot write');
  };
  const sorted = () => {
    inScope();
    return [...rows.values()].sort((a, b) => compareKeys(keyOf(name, a), keyOf(name, b)));
  };
  const of = (owner: 'sessionId' | 'roundId', id: string) =>
    sorted().filter((record) => (record as Record<string, unknown>)[owner] === id);
  const deleteOf = (owner: 'sessionId' | 'roundId', id: string) => {
    writable();
    for (const record of of(owner, id)) rows.delete(rowId(keyOf(name, record)));
  };
  const table: RecordTable<object> = {
    get: async (key) => {
      inScope();
      return structuredClone(rows.get(rowId(key)));
    },
    getMany: async (keys) => {
      inScope();
      return structuredClone(keys.map((key) => rows.get(rowId(key))));
    },
    all: async () => structuredClone(sorted()),
    count: async () => {
      inScope();
      return rows.size;
    },
    scan: async (size, visit) => {
      const records = structuredClone(sorted());
      for (let at = 0; at < records.length; at += size) visit(records.slice(at, at + size));
    },
    add: async (record) => {
      writable();
      const id = rowId(keyOf(name, record));
      if (rows.has(id)) throw new Error(`a record with this key is there already: ${name} ${id}`);
      rows.set(id, structuredClone(record));
    },
    put: async (record) => {
      writable();
      rows.set(rowId(keyOf(name, record)), structuredClone(record));
    },
    putMany: async (records) => {
      writable();
      for (const record of records) rows.set(rowId(keyOf(name, record)), structuredClone(record));
    },
    delete: async (key) => {
      writable();
      rows.delete(rowId(key));
    },
    clear: async () => {
      writable();
      rows.clear();
    },
  };
  return {
    ...table,
    ofSession: async (id) => structuredClone(of('sessionId', id)),
    lastOfSession: async (id) => structuredClone(of('sessionId', id).at(-1)),
    deleteOfSession: async (id) => deleteOf('sessionId', id),
    ofRound: async (id) => structuredClone(of('roundId', id)),
    lastOfRound: async (id) => structuredClone(of('roundId', id).at(-1)),
    deleteOfRound: async (id) => deleteOf('roundId', id),
    deleteBefore: async (at) => {
      writable();
      for (const record of sorted()) {
        if ((record as { at: string }).at < at) rows.delete(rowId(keyOf(name, record)));
      }
    },
  };
}

function rowId(key: Key): string {
  return JSON.stringify(key);
}
