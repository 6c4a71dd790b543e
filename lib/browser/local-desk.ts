// The desk over this browser's database, for pages that may open it (not the dock's frame).
import { checks } from '@/lib/checks/engine/catalogue';
import { createLocalDesk } from '@/lib/desk/local-desk';
import type { Desk, DeskChange } from '@/lib/desk/protocol';
import { shippedSets } from '@/lib/indicators/shipped';
import { openRepository } from '@/lib/store/dexie-repository';
import { announce } from './own-messages';

/** `alsoTell` hears changes made through this very desk: announcements do not come back to their sender. */
export function openLocalDesk(alsoTell: (change: DeskChange) => void = () => undefined): Desk {
  return createLocalDesk({
    repository: openRepository(),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    notify(change) {
      alsoTell(change);
      void announce({ to: 'screens', about: 'desk-change', change });
    },
    shippedSets,
    knownChecks: new Set(checks.keys()),
  });
}
