// The desk's calls on indicator sets.
import { z } from 'zod';
import { IndicatorSet } from '@/lib/model/indicator-set';
import { Id, SubjectKind } from '@/lib/model/primitives';
import { method, None } from '../method';

/** One row of the set list. */
export const SetRow = z.object({
  id: Id,
  version: z.string(),
  title: z.string(),
  appliesTo: SubjectKind,
  shipped: z.boolean(),
  unconfirmed: z.boolean(),
});
export type SetRow = z.infer<typeof SetRow>;

export const setCalls = {
  listSets: method(None, z.array(SetRow)),
  getSet: method(z.object({ id: Id, version: z.string().optional() }), IndicatorSet),
  /** Stores a set that the linter accepts; the same id and version with other content is refused. */
  putSet: method(IndicatorSet, None),
  /** Refused for shipped sets and for sets that a session uses. */
  removeSet: method(z.object({ id: Id, version: z.string() }), None),
} as const;
