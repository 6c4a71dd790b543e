// Backup, hand-over files and merging over this browser's database, for the workbench.
import { browser } from 'wxt/browser';
import type { DeskChange } from '@/lib/desk/desk-change';
import { createLocalFiles } from '@/lib/desk/local-files';
import { mergingIn } from '@/lib/desk/merging';
import { fileName } from '@/lib/export/file-name';
import { deskPorts } from './local-desk';

/** `alsoTell` hears changes as with `openLocalDesk`. */
export function openLocalFiles(alsoTell: (change: DeskChange) => void) {
  const ports = deskPorts(alsoTell);
  const openMerger = () => new Worker(browser.runtime.getURL('/handover-merger.js'));
  return createLocalFiles({ ...ports, fileName, mergeFile: mergingIn(openMerger, ports.notify) });
}
