// Wires the workbench to the desk and the files of this browser.
import { createRoot } from 'react-dom/client';
import { WorkbenchApp } from '@/components/workbench/WorkbenchApp';
import { createDeskClient } from '@/lib/browser/extension-client';
import { openLocalDesk } from '@/lib/browser/local-desk';
import { openLocalFiles } from '@/lib/browser/local-files';
import type { DeskChange } from '@/lib/desk/desk-change';

let tell: (change: DeskChange) => void = () => undefined;
const client = createDeskClient((alsoTell) => {
  tell = alsoTell;
  return openLocalDesk(alsoTell);
});
const files = openLocalFiles((change) => tell(change));

const root = document.getElementById('root');
if (root) createRoot(root).render(<WorkbenchApp client={client} files={files} />);
