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
    readHandover: readingIn(openReader),
  }),
);

/** It ends with this worker, not before: ended a moment earlier, it at times keeps this one from ending (seen in Chromium 156). */
function openReader() {
  return Object.assign(new Worker('/handover-reader.js'), { terminate: () => undefined });
}
