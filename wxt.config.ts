// What the browser is told about the extension: entry points, permissions and keys. Permissions are explained in README.
import { defineConfig } from 'wxt';
import { axeNatives } from './scripts/build/axe-natives';
import { panelChunk } from './scripts/build/panel-chunk';

/** Public half of a throw-away key pair; the id derives from it. */
const EXTENSION_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA62CVInScejcP5UQ2cTaA9QWtGtrzkfi7FE9vM4OFtOODL5o/yAiNwLiXtfnfdLFiuuiz8KcBaW5uGZSZwSa02Da+Z7tdGa1VjdYqNW/GfZ4l+kz987RiqcnypX53FxrXs8ZTJkWUlPVrwICjffbeFzKWz+FrSW/04+vVAJPIh6lVVpWLp4jmHZSnA16Pqt9s3jxwsRhnIKH8jXRaICY0suL8XUp8+4tudpsrWojCcyDMjDYoZrP6KGnJHsHXw+NrSGhURQrnAzmAXkDlNfBNmUb9qZAKW6/u5T3b08+XvsGacWlqYnqgfltQoDyQVYmGEOX1h9N/qWFryMVJvpnxywIDAQAB';

/** Keeps the database of the Firefox build, which is there to look at pages with a second browser. */
const FIREFOX_ID = 'gov-site-inspector@localhost';

/** The first one that knows `light-dark()`, which the styles are written in. */
const OLDEST_CHROME = '123';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  publicDir: 'components/public',
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    // A fixed key keeps the extension id (and with it the database) the same wherever the folder lies.
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: FIREFOX_ID, data_collection_permissions: { required: ['none'] } },
          },
        }
      : { key: EXTENSION_KEY, minimum_chrome_version: OLDEST_CHROME }),
    permissions: [
      'activeTab',
      // For the phone view alone, on granted hosts alone; no warning at installation. As an optional one it would need a
      // click moments before, which a check started by a key has not.
      ...(browser === 'firefox' ? [] : ['declarativeNetRequestWithHostAccess']),
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      'storage',
      'unlimitedStorage',
      'webRequest',
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+I' }, description: '__MSG_commandToggle__' },
      // Not Alt+Shift+C: the browser adds a tab to a group with it, and gives such a key to no extension.
      'run-checks': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandRunChecks__' },
    },
    // In Firefox the panel lives in the sidebar (see lib/browser/surface.ts), so web pages frame nothing of ours.
    ...(browser === 'firefox'
      ? {}
      : {
          web_accessible_resources: [
            {
              resources: ['sidepanel.html', 'mobile.html'],
              matches: ['http://*/*', 'https://*/*'],
              use_dynamic_url: true,
            },
          ],
        }),
  }),
  // Without this the build would rewrite `light-dark()` into variables that nobody sets, and the colours would be lost.
  vite: () => ({
    build: { cssTarget: `chrome${OLDEST_CHROME}`, modulePreload: { polyfill: false } },
    plugins: [axeNatives(), panelChunk()],
  }),
  hooks: {
    // WXT adds the matches of runtime-registered scripts to host_permissions; the extension asks for hosts one by one instead.
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.host_permissions;
      // The side panel exists only while the user wants the panel there (see lib/browser/icon-click.ts).
      delete manifest.side_panel;
      // Firefox would open its sidebar by itself at the installation.
      if (manifest.sidebar_action) Object.assign(manifest.sidebar_action, { open_at_install: false });
    },
  },
});
