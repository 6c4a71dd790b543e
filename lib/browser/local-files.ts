// Backup, hand-over files and merging over this browser's database, for the workbench.
import { browser } from 'wxt/browser';
import { createLocalFiles } from '@/lib/desk/local-files';
import type { DeskChange } from '@/lib/desk/protocol';
import { fileName } from '@/lib/export/file-name';
import { readingIn } from '@/lib/store/handover-reading';
import { deskPorts } from './local-desk';

/** `alsoTell` hears changes as with `openLocalDesk`. */
export function openLocalFiles(alsoTell: (change: DeskChange) => void) {
  return createLocalFiles({
    ...deskPorts(alsoTell),
    fileName,
    readHandover: readingIn(() => new Worker(browser.runtime.getURL('/handover-reader.js'))),
  });
}
