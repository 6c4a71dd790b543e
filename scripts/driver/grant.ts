// Grants hosts to the extension in a closed profile, where no person can answer the browser's question.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface PermissionSet {
  api?: string[];
  explicit_host?: string[];
  manifest_permissions?: string[];
  scriptable_host?: string[];
}

/** `origins` are match patterns. The profile must have been used with the extension once, and be closed now. */
export function grantHosts(profile: string, extensionId: string, origins: string[]): void {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as {
    extensions: { settings: Record<string, Record<string, PermissionSet>> };
  };
  const settings = preferences.extensions.settings[extensionId];
  if (!settings) throw new Error(`这个浏览器配置里没有扩展 ${extensionId}`);
  for (const name of ['granted_permissions', 'active_permissions', 'runtime_granted_permissions']) {
    const set: PermissionSet = settings[name] ?? { api: [], manifest_permissions: [], scriptable_host: [] };
    settings[name] = { ...set, explicit_host: [...new Set([...(set.explicit_host ?? []), ...origins])] };
  }
  writeFileSync(file, JSON.stringify(preferences));
}
