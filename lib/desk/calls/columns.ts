// The desk's calls on the column register of a site.
import { z } from 'zod';
import { ColumnCorrection, ColumnRegister } from '@/lib/model/columns';
import { Id } from '@/lib/model/primitives';
import { method } from '../method';

export const columnCalls = {
  /** The columns known of a subject, from this inspection and earlier rounds; none yet = an empty list. */
  columnRegister: method(z.object({ subjectId: Id }), ColumnRegister),
  /**
   * Corrects one column; from then on inspections change only what they saw of it. The tallies of the subject's
   * unfinished inspections are made anew. Refused when the register has no such column.
   */
  correctColumn: method(
    z.object({ subjectId: Id, key: z.string().min(1), by: z.string(), correction: ColumnCorrection }),
    ColumnRegister,
  ),
} as const;
