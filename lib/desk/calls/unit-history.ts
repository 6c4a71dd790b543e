// The desk's call on what became of one unit from round to round.
import { z } from 'zod';
import { UnitHistory } from '@/lib/model/round-numbers';
import { method } from '../method';

export const unitHistoryCalls = {
  /** Every stored round in which the unit has a subject, oldest first; a subject without unit is its own (by name). */
  unitHistory: method(z.object({ unit: z.string().min(1) }), UnitHistory),
} as const;
