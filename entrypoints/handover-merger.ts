// The worker in which the workbench merges one hand-over file; it reads the file in a worker of its own.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveMerging } from '@/lib/desk/merging';
import { shippedSets } from '@/lib/indicators/shipped';
import { openRepository } from '@/lib/store/dexie-repository';
import { readingIn } from '@/lib/store/handover-reading';

export default defineUnlistedScript(() =>
  serveMerging(globalThis as unknown as Worker, {
    repository: openRepository(),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    shippedSets,
    readHandover: readingIn(() => new Worker('/handover-reader.js')),
  }),
);
