// Merges each hand-over file in a worker of its own, so that memory is given back with the file: the browser holds every
// picture on its way to the disk until the thread that made it tidies up, and a long-lived page does that when it pleases.
import type { Line, LineWorker } from '@/lib/store/worker-line';
import type { DeskChange } from './desk-change';
import {
  type FileJob,
  type FileResult,
  type MergeFile,
  type MergePorts,
  mergeFileOver,
  type Watch,
} from './merge-file';

type Asked = FileJob | 'stop';

type Told =
  | { progress: Parameters<Watch['onProgress']>[0] }
  | { change: DeskChange }
  | { result: FileResult }
  | { failed: unknown };

/** The worker's side: does the one job that it is given. */
export function serveMerging(line: Line, ports: Omit<MergePorts, 'notify'>): void {
  const stop = new AbortController();
  const tell = (told: Told) => line.postMessage(told, []);
  const mergeFile = mergeFileOver({ ...ports, notify: (change) => tell({ change }) });
  line.onmessage = ({ data }: MessageEvent<Asked>) => {
    if (data === 'stop') return stop.abort();
    mergeFile(data, { signal: stop.signal, onProgress: (progress) => tell({ progress }) }).then(
      (result) => tell({ result }),
      (failed: unknown) => tell({ failed }),
    );
  };
}

/** The page's side. The worker is ended with its job, however that ended; one that is to stop first notes what it did. */
export function mergingIn(openWorker: () => LineWorker, notify: (change: DeskChange) => void): MergeFile {
  return async (job, { onProgress, signal }) => {
    signal.throwIfAborted();
    const worker = openWorker();
    const stop = () => worker.postMessage('stop' satisfies Asked, []);
    signal.addEventListener('abort', stop);
    try {
      return await new Promise<FileResult>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Told>) => {
          if ('progress' in data) onProgress(data.progress);
          else if ('change' in data) notify(data.change);
          else if ('result' in data) resolve(data.result);
          else reject(signal.aborted ? signal.reason : data.failed);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(job satisfies Asked, []);
      });
    } finally {
      signal.removeEventListener('abort', stop);
      worker.terminate();
    }
  };
}
