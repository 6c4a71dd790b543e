// The port to stored records: what the desk needs of a database, whichever it is.
import type { Key, RecordOf, TableName } from './tables';

/**
 * One table inside a transaction. Lists come in the order of the primary key. Use it only until the transaction ends, and
 * leave a record that was handed in as it is until then.
 */
export interface RecordTable<T> {
  get(key: Key): Promise<T | undefined>;
  /** In the order of the keys; undefined for those that are not there. */
  getMany(keys: readonly Key[]): Promise<(T | undefined)[]>;
  all(): Promise<T[]>;
  count(): Promise<number>;
  /** Hands over all records in portions of at most `size`, in key order, so that no table need fit in memory. */
  scan(size: number, visit: (records: T[]) => void): Promise<void>;
  /** Rejects when a record with this key is there already. */
  add(record: T): Promise<void>;
  /** Adds or replaces. */
  put(record: T): Promise<void>;
  putMany(records: readonly T[]): Promise<void>;
  /** A missing record is no error. */
  delete(key: Key): Promise<void>;
  clear(): Promise<void>;
}

/** A table whose records belong to sessions. */
export interface SessionRecordTable<T> extends RecordTable<T> {
  ofSession(sessionId: string): Promise<T[]>;
  /** The record with the highest key of the session. */
  lastOfSession(sessionId: string): Promise<T | undefined>;
  deleteOfSession(sessionId: string): Promise<void>;
}

/** A table whose records belong to rounds. */
export interface RoundRecordTable<T> extends RecordTable<T> {
  ofRound(roundId: string): Promise<T[]>;
  /** The record with the highest key of the round. */
  lastOfRound(roundId: string): Promise<T | undefined>;
  deleteOfRound(roundId: string): Promise<void>;
}

/** A table whose records are of use for a while only. */
export interface DatedRecordTable<T> extends RecordTable<T> {
  /** Removes records whose `at` is earlier. `at` is an instant. */
  deleteBefore(at: string): Promise<void>;
}

/** All tables of the database. */
export type Tables = {
  [N in Exclude<TableName, 'calls'>]: RecordOf<N> extends { roundId: string }
    ? RoundRecordTable<RecordOf<N>>
    : RecordOf<N> extends { sessionId: string }
      ? SessionRecordTable<RecordOf<N>>
      : RecordTable<RecordOf<N>>;
} & { calls: DatedRecordTable<RecordOf<'calls'>> };

export interface Repository {
  /**
   * Runs `run` over all tables as one transaction and resolves with its answer once everything written is durable.
   * When `run` rejects, nothing is written and the same error comes out. Inside, await only calls of `tables`.
   * Writing transactions do not overlap, also not between windows.
   */
  transaction<T>(mode: 'read' | 'write', run: (tables: Tables) => Promise<T>): Promise<T>;
  close(): void;
}
