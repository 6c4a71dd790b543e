// Runs the same desk tests over both repositories.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect } from 'vitest';
import type { LocalDesk } from '@/lib/desk/local-desk';
import { openRepository } from '@/lib/store/dexie-repository';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';
import { type DeskFixture, deskOver } from './desk-fixture';

type Options = Parameters<typeof deskOver>[1];

export interface Bench {
  /** A desk over a fresh repository. */
  open(options?: Options): DeskFixture;
  /** The repository of the last `open`. */
  repository(): Repository;
  /** Another desk over the same repository, as in a second window. */
  second(options: Options): DeskFixture;
}

let count = 0;
const kinds: [string, () => Repository][] = [
  ['memory', () => createMemoryRepository()],
  ['dexie', () => openRepository(`desk-${count++}`)],
];

/** Declares the tests once for each kind of repository. */
export function describeEachRepository(name: string, declare: (bench: Bench) => void): void {
  describe.each(kinds)(`${name} over %s`, (_, create) => {
    let present: Repository | undefined;
    const repository = () => {
      if (!present) throw new Error('open() comes first');
      return present;
    };
    afterEach(() => present?.close());
    declare({
      open(options) {
        present = create();
        return deskOver(present, options);
      },
      repository,
      second: (options) => deskOver(repository(), options),
    });
  });
}

/** Matches a refusal with this code. */
export const refused = (code: string) => expect.objectContaining({ name: 'DeskError', code });

export const verdictsOf = async (desk: LocalDesk, sessionId: string) =>
  (await desk.sessionView({ sessionId })).verdicts;
