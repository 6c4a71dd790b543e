// Desk calls on the settings.
import { DEFAULT_SETTINGS, Settings } from '@/lib/model/settings';
import type { Handlers } from '../work';

export const settingsHandlers: Handlers<'getSettings' | 'putSettings'> = {
  getSettings: {
    mode: 'read',
    async run({ tables }) {
      const record = await tables.settings.get('settings');
      // A setting that came with a later version has no stored value yet.
      const known = Settings.safeParse({ ...DEFAULT_SETTINGS, ...record?.value });
      return known.success ? known.data : DEFAULT_SETTINGS;
    },
  },
  putSettings: {
    mode: 'write',
    async run({ tables, changed }, value) {
      await tables.settings.put({ id: 'settings', value });
      changed({ what: 'settings' });
      return {};
    },
  },
};
