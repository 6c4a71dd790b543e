// A worker as the browser makes it, within the test's thread: what passes is copied or handed over, never shared.
import type { Line, LineWorker } from '@/lib/store/worker-line';

/** Makes workers that run `serve` and remembers which of them were ended. */
export function workersFor(serve: (line: Line) => void) {
  const all: { ended: boolean }[] = [];
  const open = (): LineWorker => {
    const { port1, port2 } = new MessageChannel();
    const state = { ended: false };
    all.push(state);
    serve(port2 as unknown as Line);
    return Object.assign(port1 as unknown as LineWorker, {
      onerror: null,
      terminate: () => {
        state.ended = true;
        port1.close();
      },
    });
  };
  return { all, open };
}
