// One line between a page and a worker of its own, as both ends see it.

export interface Line {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** The worker as the page sees it. */
export interface LineWorker extends Line {
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}
