// Gives the workbench's screens the road to whole files.
import { createContext, type ReactNode, useContext } from 'react';
import type { WorkbenchFiles } from '@/lib/client/workbench-files';

const FilesContext = createContext<WorkbenchFiles | null>(null);

/** Makes `files` known to everything below. */
export function FilesProvider({ files, children }: { files: WorkbenchFiles; children: ReactNode }) {
  return <FilesContext value={files}>{children}</FilesContext>;
}

/** The files; throws when no FilesProvider is above. */
export function useFiles(): WorkbenchFiles {
  const files = useContext(FilesContext);
  if (!files) throw new Error('useFiles needs a FilesProvider above it');
  return files;
}
