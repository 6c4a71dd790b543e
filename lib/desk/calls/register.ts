// The desk's calls on the register of websites and accounts.
import { z } from 'zod';
import { Id } from '@/lib/model/primitives';
import { Filing, SubjectGroup } from '@/lib/model/register';
import { RegisterEntry } from '@/lib/model/register-entry';
import { method, None } from '../method';

export const registerCalls = {
  /**
   * Lays the entries over the register (lib/register/merge): adds, updates, leaves alone; all in one step. Refused as a
   * whole when entries contradict each other or the register.
   */
  importSubjects: method(
    z.object({ entries: z.array(RegisterEntry).min(1).max(50_000) }),
    z.object({ added: z.int(), changed: z.int(), same: z.int() }),
  ),
  /** Sets the given fields of all of these subjects in one step; null empties a field. */
  editSubjects: method(
    z.object({
      ids: z.array(Id).min(1),
      change: z.object({
        unit: z.string().nullable().optional(),
        group: SubjectGroup.nullable().optional(),
        sponsor: z.string().nullable().optional(),
        filingState: Filing.shape.state.optional(),
        hasServices: z.boolean().optional(),
      }),
    }),
    None,
  ),
  /** Takes subjects out of the register and out of the rounds; refused as a whole when one of them was inspected. */
  removeSubjects: method(z.object({ ids: z.array(Id).min(1) }), None),
} as const;
