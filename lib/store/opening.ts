// Opens the database for each call that finds it closed: no failure is remembered for ever, and no call waits for ever.
import type { Dexie } from 'dexie';

/** A call waits so long for the database to open. It may be brought to a new version, or kept by a page that hangs. */
const PATIENCE_MS = 5_000;

/**
 * What to do before each transaction. The browser closes the database when the disk fails it (full, for instance), and Dexie would
 * remember one failed opening: each call tries anew. An opening that takes too long refuses its calls with TimeoutError; it goes
 * on by itself, and a later call finds it done. (The browser's word for a page in the way, `blocked`, comes only to the first
 * who asks, and not to the service worker behind it.)
 */
export function opening(db: Dexie): () => Promise<void> {
  let isLate = false;
  return async () => {
    if (db.isOpen()) return;
    const opened = db.open().finally(() => {
      isLate = false;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, refuse) => {
      timer = setTimeout(
        () => {
          isLate = true;
          refuse(new DOMException('the database does not open', 'TimeoutError'));
        },
        isLate ? 0 : PATIENCE_MS,
      );
    });
    await Promise.race([opened, late]).finally(() => clearTimeout(timer));
  };
}
