// The workbench: a normal tab for looking through inspections, their sheets, the indicator sets and the settings.
import '@mantine/core/styles.css';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { type DeskClient, DeskClientProvider, useSettings } from '@/components/client';
import { Theme } from '@/components/shared/theme';
import type { WorkbenchFiles } from '@/lib/client/workbench-files';
import { FilesProvider } from './files-context';
import { NoticesProvider } from './shell/notices';
import { Shell } from './shell/Shell';
import './workbench.css';

/**
 * The whole workbench. Its routes live in the address's hash: `#/sessions/ID` opens one inspection.
 * @param client the desk of this page and its downloads
 * @param files whole files: backup, restore, hand-over
 */
export function WorkbenchApp({ client, files }: { client: DeskClient; files: WorkbenchFiles }) {
  return (
    <DeskClientProvider client={client}>
      <FilesProvider files={files}>
        <ThemedShell />
      </FilesProvider>
    </DeskClientProvider>
  );
}

function ThemedShell() {
  const { settings } = useSettings();
  return (
    <Theme scheme={settings.theme}>
      <NoticesProvider>
        <Router hook={useHashLocation}>
          <Shell />
        </Router>
      </NoticesProvider>
    </Theme>
  );
}
