// The desk over this browser's database, for pages that may open it (not the dock's frame).
import { knownChecks } from '@/lib/checks/engine/catalogue';
import { createLocalDesk } from '@/lib/desk/local-desk';
import { createLocalFiles } from '@/lib/desk/local-files';
import type { Desk, DeskChange } from '@/lib/desk/protocol';
import { fileName } from '@/lib/export/file-name';
import { shippedSets } from '@/lib/indicators/shipped';
import { openRepository } from '@/lib/store/dexie-repository';
import { announce } from './own-messages';

/** `alsoTell` hears changes made through this very desk: announcements do not come back to their sender. */
export function openLocalDesk(alsoTell: (change: DeskChange) => void = () => undefined): Desk {
  return createLocalDesk({
    ...ports(alsoTell),
    newId: () => crypto.randomUUID(),
    knownChecks,
  });
}

/** Backup, restore, hand-over files and merging over the same database. */
export function openLocalFiles(alsoTell: (change: DeskChange) => void) {
  return createLocalFiles({ ...ports(alsoTell), newId: () => crypto.randomUUID(), fileName });
}

function ports(alsoTell: (change: DeskChange) => void) {
  return {
    repository: openRepository(),
    now: () => new Date(),
    notify(change: DeskChange) {
      alsoTell(change);
      // After the answer: whoever made the change waits for that, and an announcement sent first arrives first.
      setTimeout(() => void announce({ to: 'screens', about: 'desk-change', change }));
    },
    shippedSets,
  };
}
