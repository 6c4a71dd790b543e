// Moves the records of one table into bundles of another while a database is brought to a new version.
import type { Table } from 'dexie';
import type { Bundle } from '../bundles';

const PORTION = 500;

/**
 * Reads `from` in key order, so the records of one bundle follow each other, and never holds more than a portion and
 * the bundle under way.
 */
export async function gatherRecords(
  from: Table<Record<string, unknown>, unknown>,
  into: Table<Bundle, unknown>,
  partOf: (record: Record<string, unknown>) => string | number,
): Promise<void> {
  let current: Bundle | undefined;
  let last: unknown;
  while (true) {
    const rest = last === undefined ? from.orderBy(':id') : from.where(':id').above(last);
    const records = await rest.limit(PORTION).toArray();
    const full: Bundle[] = [];
    for (const record of records) {
      const [sessionId, part] = [`${record.sessionId}`, partOf(record)];
      if (current && (current.sessionId !== sessionId || current.part !== part)) {
        full.push(current);
        current = undefined;
      }
      current ??= { sessionId, part, records: [] };
      current.records.push(record);
    }
    const end = records.at(-1);
    if (!end) {
      if (current) full.push(current);
      await into.bulkPut(full);
      return;
    }
    await into.bulkPut(full);
    last = [from.schema.primKey.keyPath].flat().map((field) => end[field as string]);
  }
}
