// The desk over a repository: each call one transaction, answered when durable, announced after that.
import { z } from 'zod';
import { blobToDataUrl } from '@/lib/store/image-data';
import type { Tables } from '@/lib/store/repository';
import { DeskChange } from './desk-change';
import { DeskError } from './desk-error';
import { invalidInput } from './invalid-input';
import { citizenReportHandlers } from './methods/citizen-reports';
import { columnHandlers } from './methods/columns';
import { doubleCheckHandlers } from './methods/double-checks';
import { evidenceHandlers } from './methods/evidence';
import { factsHandlers } from './methods/facts';
import { linkStatusHandlers } from './methods/link-statuses';
import { mediaLaneHandlers } from './methods/media-lane';
import { panelHandlers } from './methods/panel';
import { paperTemplateHandlers } from './methods/paper-templates';
import { rectificationHandlers } from './methods/rectification';
import { registerHandlers } from './methods/register';
import { repostHandlers } from './methods/reposts';
import { roundBoardHandlers } from './methods/round-board';
import { roundBookHandlers } from './methods/round-book';
import { roundClosingHandlers } from './methods/round-closing';
import { roundPlanningHandlers } from './methods/round-planning';
import { roundHandlers } from './methods/rounds';
import { runHandlers } from './methods/runs';
import { sessionHandlers } from './methods/sessions';
import { setHandlers } from './methods/sets';
import { settingsHandlers } from './methods/settings';
import { verdictHandlers } from './methods/verdicts';
import { viewHandlers } from './methods/views';
import { wordListHandlers } from './methods/word-lists';
import { type Desk, type DeskMethod, deskProtocol } from './protocol';
import { storageError } from './storage-error';
import { type DeskPorts, type Handler, notFound, type Work } from './work';

/** Calls of the desk, each with an optional id: a write with an id that was done already is answered, not repeated. */
export type LocalDesk = {
  [M in keyof Desk]: (input: Parameters<Desk[M]>[0], callId?: string) => ReturnType<Desk[M]>;
};

/** How long the answer of a write is kept for the case that it is asked again. */
const CALL_MEMORY_MS = 10 * 60_000;
const FORGET_EVERY_MS = 60_000;

const handlers: { [M in Exclude<DeskMethod, 'evidenceImage'>]: Handler<M> } = {
  ...settingsHandlers,
  ...setHandlers,
  ...roundHandlers,
  ...registerHandlers,
  ...roundBookHandlers,
  ...roundBoardHandlers,
  ...roundPlanningHandlers,
  ...roundClosingHandlers,
  ...doubleCheckHandlers,
  ...rectificationHandlers,
  ...sessionHandlers,
  ...viewHandlers,
  ...panelHandlers,
  ...runHandlers,
  ...factsHandlers,
  ...columnHandlers,
  ...linkStatusHandlers,
  ...mediaLaneHandlers,
  ...repostHandlers,
  ...verdictHandlers,
  ...evidenceHandlers,
  ...wordListHandlers,
  ...paperTemplateHandlers,
  ...citizenReportHandlers,
};

/**
 * The desk in this context. Input is checked against the protocol; every failure is a DeskError with one clear Chinese
 * sentence, and then nothing was changed.
 */
export function createLocalDesk(ports: DeskPorts): LocalDesk {
  const evidenceImage = async (input: { id: string }) => {
    const { id } = parseInput('evidenceImage', input) as { id: string };
    const found = await stored(() =>
      ports.repository.transaction('read', ({ evidenceImages }) => evidenceImages.get(id)),
    );
    if (!found) throw notFound('取证图片');
    return stored(() => blobToDataUrl(found.blob));
  };
  const tallies: Work['tallies'] = new Map();
  const calls = Object.entries(handlers).map(([method, handler]) => [
    method,
    async (input: unknown, callId?: string) =>
      perform(
        ports,
        tallies,
        handler as unknown as Handler<never>,
        parseInput(method as DeskMethod, input) as never,
        callId,
      ),
  ]);
  return { ...Object.fromEntries(calls), evidenceImage } as LocalDesk;
}

async function perform(
  ports: DeskPorts,
  tallies: Work['tallies'],
  handler: Handler<never>,
  input: never,
  callId: string | undefined,
): Promise<unknown> {
  const remembered = handler.mode === 'write' ? callId : undefined;
  let done: Done;
  try {
    done = await stored(() => attempt(ports, tallies, handler, input, remembered));
  } catch (error) {
    // Most calls are new, so none waits to hear that it is: one that was done before cannot be noted twice, and changes nothing.
    const earlier = remembered === undefined ? undefined : await answered(ports, remembered);
    if (!earlier) throw error;
    done = earlier;
  }
  for (const change of distinct(done.changes)) ports.notify(change);
  return done.output;
}

interface Done {
  output: unknown;
  changes: DeskChange[];
}

/** One call as one transaction, noted under its id in the same transaction. Rejects when the id is noted already. */
function attempt(
  ports: DeskPorts,
  tallies: Work['tallies'],
  handler: Handler<never>,
  input: never,
  callId: string | undefined,
): Promise<Done> {
  return ports.repository.transaction(handler.mode, async (tables) => {
    const now = ports.now();
    const changes: DeskChange[] = [];
    const writes: Promise<unknown>[] = [];
    const work: Work = {
      tables,
      at: now.toISOString(),
      newId: ports.newId,
      changed: (change) => changes.push(change),
      later(write) {
        // Its failure is that of the call, below, also when the call fails before.
        write.catch(() => undefined);
        writes.push(write);
      },
      shippedSets: ports.shippedSets,
      knownChecks: ports.knownChecks,
      tallies,
    };
    const output = await handler.run(work, input);
    if (callId !== undefined) {
      const note = { id: callId, at: work.at, output: JSON.parse(JSON.stringify(output)), changes };
      writes.push(tables.calls.add(note), forgetAnswers(tables, now));
    }
    await Promise.all(writes);
    return { output, changes };
  });
}

/** The answer of a call that was done before, if it is remembered. */
async function answered(ports: DeskPorts, callId: string): Promise<Done | undefined> {
  const found = await ports.repository
    .transaction('read', ({ calls }) => calls.get(callId))
    .catch(() => undefined);
  return found && { output: found.output, changes: z.array(DeskChange).parse(found.changes) };
}

/** When old answers were last looked for, in milliseconds: each write would pay for it. */
let forgotten = 0;

async function forgetAnswers({ calls }: Tables, now: Date): Promise<void> {
  if (Math.abs(now.getTime() - forgotten) < FORGET_EVERY_MS) return;
  forgotten = now.getTime();
  await calls.deleteBefore(new Date(now.getTime() - CALL_MEMORY_MS).toISOString());
}

function parseInput(method: DeskMethod, input: unknown): unknown {
  const parsed = deskProtocol[method].input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error);
}

/** Runs, turning every failure that is not a refusal of the desk into a 'storage' one. */
async function stored<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof DeskError ? error : storageError(error);
  }
}

function distinct(changes: readonly DeskChange[]): DeskChange[] {
  return [...new Map(changes.map((change) => [`${change.what}:${change.sessionId ?? ''}`, change])).values()];
}
