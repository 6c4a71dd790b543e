// The files side of the desk over some repository, merging in the test's own thread.
import { createLocalFiles, type LocalFilesPorts } from '@/lib/desk/local-files';
import { type MergePorts, mergeFileOver } from '@/lib/desk/merge-file';
import { readHandover } from '@/lib/store/handover-read';

export function filesOver(ports: Omit<LocalFilesPorts, 'mergeFile'> & Omit<MergePorts, 'readHandover'>) {
  return createLocalFiles({ ...ports, mergeFile: mergeFileOver({ ...ports, readHandover }) });
}
