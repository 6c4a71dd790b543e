// Draws the panel, in a file of its own: it brings React and all screens, which load while the desk is being asked.
import { createRoot } from 'react-dom/client';
import type { InspectionClient } from '@/lib/client/client';
import { PanelApp } from './PanelApp';
import type { PanelStart } from './panel-start';

/** Into an empty element; once. */
export function drawPanel(root: Element, client: InspectionClient, start: PanelStart | undefined): void {
  createRoot(root).render(<PanelApp client={client} start={start} />);
}
