// The caller's end of the message road: the same desk, asked through messages that may get lost.
import { DeskError } from './desk-error';
import { DeskReply } from './desk-messages';
import type { Desk, DeskMethod } from './protocol';

export interface RemoteDeskOptions {
  /** Longest wait for the answer of one call, repeats included. */
  timeoutMs: number;
  /** Source of call ids; unique for ever. */
  newCallId?: () => string;
}

const FIRST_PAUSE_MS = 50;

/**
 * A desk over `send`, which delivers a message and resolves with the reply, or rejects when the other end went away.
 *
 * The service worker can be stopped before, during or after its work. A call whose channel breaks is sent again with
 * the same id until the time is up; the desk remembers ids of done writes in the database, in the same transaction, so
 * the write is applied once whether or not the first one got through. A call resolves only with the desk's own answer:
 * nothing is called saved that is not. What the answer carries was checked where it was made (`serveDesk`). When the time is up it rejects with 'unreachable', and only a fresh look at the
 * session tells whether it was applied.
 */
export function createRemoteDesk(
  send: (message: unknown) => Promise<unknown>,
  { timeoutMs, newCallId = () => crypto.randomUUID() }: RemoteDeskOptions,
): Desk {
  const ask = async (method: DeskMethod, input: unknown): Promise<unknown> => {
    const deadline = new Deadline(timeoutMs);
    try {
      const reply = await deliver(send, { desk: method, input, callId: newCallId() }, deadline);
      if (!reply.ok) throw new DeskError(reply.error.code, reply.error.message);
      return reply.value;
    } finally {
      deadline.end();
    }
  };
  const calls = new Map<string, (input: unknown) => Promise<unknown>>();
  // Any name is a call, known or not: the other end refuses what it does not know. Except one, by which a promise asks whether
  // this is a promise.
  const callOf = (_: object, name: string | symbol) => {
    if (typeof name === 'symbol' || name === 'then') return undefined;
    const call = calls.get(name) ?? ((input: unknown) => ask(name as DeskMethod, input));
    calls.set(name, call);
    return call;
  };
  return new Proxy({}, { get: callOf }) as Desk;
}

async function deliver(
  send: (message: unknown) => Promise<unknown>,
  message: unknown,
  deadline: Deadline,
): Promise<DeskReply> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, 1000)) {
    try {
      const reply = DeskReply.safeParse(await deadline.race(send(message)));
      // Something else than a reply (null, undefined) comes when the worker went away without an error.
      if (reply.success) return reply.data;
    } catch {
      // The channel broke: sent again below, unless the time is up.
    }
    if (deadline.passed) throw unreachable();
    await deadline.race(new Promise((resolve) => setTimeout(resolve, pause))).catch(() => undefined);
    if (deadline.passed) throw unreachable();
  }
}

function unreachable(): DeskError {
  return new DeskError('unreachable', '后台未响应，未能确认本次操作是否保存，请稍候核对后重试。');
}

/** The end of one call's time. */
class Deadline {
  passed = false;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #over: Promise<never>;

  constructor(ms: number) {
    let fail: (reason: unknown) => void = () => undefined;
    this.#over = new Promise<never>((_, reject) => {
      fail = reject;
    });
    this.#over.catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.passed = true;
      fail(new Error('time is up'));
    }, ms);
  }

  race<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#over]);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
