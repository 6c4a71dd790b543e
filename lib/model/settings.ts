// What the extension remembers about the person and the office, apart from inspections.
import { z } from 'zod';
import { Id } from './primitives';

export const Settings = z.object({
  inspector: z.string(),
  /** Set proposed for a new session, by subject kind. */
  defaultSetId: z.object({ website: Id, 'new-media': Id }),
  /** Host suffixes that count as government ones besides *.gov.cn, *.政务 and *.公益; lower case, no leading dot. */
  governmentHosts: z.array(z.string()),
  theme: z.enum(['auto', 'light', 'dark']),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  inspector: '',
  defaultSetId: { website: 'national-website', 'new-media': 'national-new-media' },
  governmentHosts: [],
  theme: 'auto',
};
