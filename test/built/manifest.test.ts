// The built manifest says exactly what the privacy promise says. Needs `npm run build`; fails when nothing is built.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = '.output/chrome-mv3';
const manifest = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8')) as Record<string, unknown>;

describe('built manifest', () => {
  it('is Manifest V3 in Simplified Chinese', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.default_locale).toBe('zh_CN');
    const messages = JSON.parse(readFileSync(`${FOLDER}/_locales/zh_CN/messages.json`, 'utf8'));
    expect(messages.extensionName.message).toBe('政务网站检查台');
  });

  it('asks for these permissions and no others', () => {
    expect(manifest.permissions).toEqual([
      'activeTab',
      // Only to show granted sites at a phone's size; it carries no warning.
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'sidePanel',
      'storage',
      'unlimitedStorage',
      'webRequest',
    ]);
    expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it('puts nothing on pages by itself', () => {
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.action).not.toHaveProperty('default_popup');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('content_security_policy');
  });

  it('shows web pages only the panel and the phone view, at an address that changes', () => {
    const resources = (
      manifest.web_accessible_resources as { resources: string[]; use_dynamic_url: boolean }[]
    ).filter(({ resources }) => resources.length > 0);
    expect(resources).toEqual([
      {
        resources: ['sidepanel.html', 'mobile.html'],
        matches: ['http://*/*', 'https://*/*'],
        use_dynamic_url: true,
      },
    ]);
  });

  it('ships every file it names', () => {
    const { background, icons } = manifest as {
      background: { service_worker: string };
      icons: Record<string, string>;
    };
    const named = [background.service_worker, ...Object.values(icons)];
    for (const file of [
      ...named,
      'probe.js',
      'accessibility.js',
      'axe.js',
      'handover-reader.js',
      'handover-merger.js',
      'content-scripts/dock.js',
      'workbench.html',
      'blocked.html',
    ])
      expect(existsSync(`${FOLDER}/${file}`), file).toBe(true);
  });

  it('holds no code made at run time and no remote code', () => {
    for (const file of [
      'background.js',
      'probe.js',
      'handover-reader.js',
      'handover-merger.js',
      'content-scripts/dock.js',
    ]) {
      const code = readFileSync(`${FOLDER}/${file}`, 'utf8');
      expect(code, file).not.toMatch(/new Function\(|\beval\(/);
      expect(code, file).not.toMatch(/importScripts\(['"]http/);
    }
  });
});

const FIREFOX = '.output/firefox-mv3/manifest.json';
describe.skipIf(!existsSync(FIREFOX))(
  `built manifest for Firefox (${FIREFOX}, skipped when not built)`,
  () => {
    const built = existsSync(FIREFOX) ? JSON.parse(readFileSync(FIREFOX, 'utf8')) : {};

    it('asks for less than the other, and for no more', () => {
      expect(built.permissions).toEqual([
        'activeTab',
        'scripting',
        'storage',
        'unlimitedStorage',
        'webRequest',
      ]);
      expect(built.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
      expect(built).not.toHaveProperty('host_permissions');
      expect(built.content_scripts ?? []).toEqual([]);
    });

    it('holds the panel in the sidebar, which stays shut until the icon is clicked', () => {
      expect(built.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
      expect(
        (built.web_accessible_resources ?? []).flatMap((each: { resources: string[] }) => each.resources),
      ).toEqual([]);
    });

    it('says that nothing is collected', () => {
      expect(built.browser_specific_settings.gecko.data_collection_permissions).toEqual({
        required: ['none'],
      });
    });
  },
);
