// The desk over this browser's database, for pages that may open it (not the dock's frame).
import { knownChecks } from '@/lib/checks/engine/catalogue';
import type { DeskChange } from '@/lib/desk/desk-change';
import { createLocalDesk } from '@/lib/desk/local-desk';
import type { Desk } from '@/lib/desk/protocol';
import { shippedSets } from '@/lib/indicators/shipped';
import { openRepository } from '@/lib/store/dexie-repository';
import { announce } from './own-messages';

/** `alsoTell` hears changes made through this very desk: announcements do not come back to their sender. */
export function openLocalDesk(alsoTell: (change: DeskChange) => void = () => undefined): Desk {
  return createLocalDesk({
    ...deskPorts(alsoTell),
    knownChecks,
  });
}

/** What desk and files need from this browser. */
export function deskPorts(alsoTell: (change: DeskChange) => void) {
  return {
    newId: () => crypto.randomUUID(),
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
