// What the images probe saw in one frame: every picture that a visitor is meant to see, and how far it got.
import { z } from 'zod';
import { Rect } from '../primitives';

export const ImageKind = z.enum(['img', 'input', 'svg', 'background', 'poster']);
export type ImageKind = z.infer<typeof ImageKind>;

/**
 * How far a picture got. 'loaded' and 'failed' are certain. 'pending': still on its way when looked at.
 * 'deferred': waits for scrolling or a script. 'unknown': the browser does not tell without a new request.
 */
export const ImageLoad = z.enum(['loaded', 'failed', 'pending', 'deferred', 'unknown']);
export type ImageLoad = z.infer<typeof ImageLoad>;

export const ImageFact = z.object({
  kind: ImageKind,
  /** Address as written, at most 2,000 characters (64 for `data:`); '' when empty or missing. */
  written: z.string(),
  /** true: the address attribute is there, even if empty. */
  declared: z.boolean(),
  /** What the browser uses or would use, absolute, same limits; '' without an address. */
  address: z.string(),
  /** Further candidates (srcset, picture sources) as written. */
  alternatives: z.array(z.string()).optional(),
  /** Address kept for later in a data attribute, as written. */
  lazySource: z.string().optional(),
  load: ImageLoad,
  /** HTTP status, when the browser tells (same origin only). */
  status: z.int().optional(),
  naturalWidth: z.number(),
  naturalHeight: z.number(),
  /** Left out: no alt attribute. */
  alt: z.string().optional(),
  /** true: declared or drawn at 1×1 pixel or less, the size of a visitor counter. */
  tiny: z.boolean(),
  visible: z.boolean(),
  rect: Rect,
  selector: z.string(),
});
export type ImageFact = z.infer<typeof ImageFact>;

export const ImageFacts = z.object({
  /** Pictures in the frame, also those beyond the cap. */
  total: z.int(),
  images: z.array(ImageFact),
});
export type ImageFacts = z.infer<typeof ImageFacts>;
