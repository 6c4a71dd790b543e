// Reads hand-over files in workers: unpacking and checking take a core of their own while this one stores what was read.
import { FileRefused } from './file-refused';
import type { HandoverHeader, Shared } from './handover-format';
import { type FileSession, type HandoverVisitor, readHandover } from './handover-read';
import type { Line, LineWorker } from './worker-line';

/** How a file is read; rejects as `readHandover` does. */
export type ReadHandover = typeof readHandover;

/** The worker goes on reading after `next`, so that no more is under way than in `readHandover` itself. */
type Asked = { file: Blob; checked: boolean } | 'next';

type Told =
  | { header: HandoverHeader; shared: Shared }
  | { sessions: readonly FileSession[] }
  | { refused: Pick<FileRefused, 'message' | 'kind' | 'cause'> }
  | { failed: unknown }
  | 'done';

/** The worker's side: reads the file that it is given. */
export function serveReading(line: Line): void {
  let goOn: () => void = () => undefined;
  const tell = (told: Told, transfer: Transferable[] = []) => line.postMessage(told, transfer);
  const tellAndWait = (told: Told, transfer?: Transferable[]) =>
    new Promise<void>((resolve) => {
      goOn = resolve;
      tell(told, transfer);
    });
  const visitor: HandoverVisitor = {
    start: (header, shared) => tellAndWait({ header, shared }),
    sessions: (sessions) => tellAndWait({ sessions }, sessions.flatMap(buffersOf)),
  };
  line.onmessage = ({ data }: MessageEvent<Asked>) => {
    if (data === 'next') goOn();
    else {
      readHandover(data.file, visitor, { checked: data.checked }).then(
        () => tell('done'),
        (error: unknown) => tell(failure(error)),
      );
    }
  };
}

function failure(error: unknown): Told {
  if (!(error instanceof FileRefused)) return { failed: error };
  const { message, kind, cause } = error;
  return { refused: { message, kind, cause: cause === undefined ? undefined : `${cause}` } };
}

function buffersOf({ images }: FileSession): ArrayBuffer[] {
  return [...images.values()].map(({ bytes }) => bytes.buffer);
}

/**
 * The page's side: `readHandover` in a worker of its own for each file, ended with the file however the reading ended. So
 * what reading one leaves behind is gone with it; a worker that is kept waits with tens of megabytes that nobody collects.
 */
export function readingIn(openWorker: () => LineWorker): ReadHandover {
  return async (file, visitor, { checked = false } = {}) => {
    const worker = openWorker();
    let working: Promise<void> = Promise.resolve();
    try {
      await new Promise<void>((resolve, reject) => {
        const take = async (told: Told) => {
          if (told === 'done') return resolve();
          if ('refused' in told) {
            throw new FileRefused(told.refused.message, told.refused.kind, told.refused.cause);
          }
          if ('failed' in told) throw told.failed;
          if ('header' in told) await visitor.start(told.header, told.shared);
          else await visitor.sessions(told.sessions);
          worker.postMessage('next' satisfies Asked, []);
        };
        worker.onmessage = ({ data }: MessageEvent<Told>) => {
          working = take(data);
          working.catch(reject);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({ file, checked } satisfies Asked, []);
      });
    } finally {
      worker.terminate();
      // A worker may fail while the visitor is still at work; as with `readHandover`, that is over before this is.
      await working.catch(() => undefined);
    }
  };
}
