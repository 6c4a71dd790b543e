// Starts a real browser that no debugger is attached to: attaching holds up every new frame, which a user's browser never does.
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { argumentsFor, browserPath, type LaunchOptions } from './browser';

export interface UndrivenBrowser {
  /** One command of the browser's debugging protocol. Rejects with what the browser says. */
  send<T = unknown>(method: string, params?: object, sessionId?: string): Promise<T>;
  /** Resolves once the process is gone. */
  close(): Promise<void>;
}

/** `profile` is kept. Without a window. */
export function startUndriven(options: LaunchOptions & { profile: string }): UndrivenBrowser {
  const child = spawn(
    browserPath(),
    [
      ...argumentsFor(options),
      '--headless',
      '--remote-debugging-pipe',
      '--window-size=1440,900',
      `--user-data-dir=${options.profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const orders = child.stdio[3] as Writable;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let rest = '';
  (child.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as Answer;
      const call = id === undefined ? undefined : waiting.get(id);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result);
    }
  });
  let last = 0;
  return {
    send<T>(method: string, params: object = {}, sessionId?: string) {
      const id = ++last;
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return answer.finally(() => waiting.delete(id)) as Promise<T>;
    },
    async close() {
      child.kill();
      await gone;
    },
  };
}

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
}
