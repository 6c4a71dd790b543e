// The desk's calls on evidence: pictures, their captions, crops and boxes.
import { z } from 'zod';
import { Id, Rect } from '@/lib/model/primitives';
import { Evidence } from '@/lib/model/session';
import { method, None } from '../method';

export const evidenceCalls = {
  /** `image` is a data URL (JPEG or PNG). Gives the picture its number; links it to the criterion's verdict when given. */
  addEvidence: method(
    z.object({ evidence: Evidence.omit({ id: true, number: true }), image: z.string(), by: z.string() }),
    Evidence,
  ),
  updateEvidence: method(
    z.object({
      id: Id,
      caption: z.string().optional(),
      crop: Rect.nullable().optional(),
      boxes: z.array(Rect).optional(),
    }),
    Evidence,
  ),
  removeEvidence: method(z.object({ id: Id, by: z.string() }), None),
  /** The picture as stored, a data URL, whole and without boxes. */
  evidenceImage: method(z.object({ id: Id }), z.string()),
} as const;
