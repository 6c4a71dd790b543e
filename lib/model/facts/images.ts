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
  /** HTTP status: told by the browser (same origin), seen on the wire, or `asked` for anew (hosts with access only). */
  status: z.int().optional(),
  /** true: the status comes from asking the server once more, not from the page's own request. */
  asked: z.boolean().optional(),
  /** Media type of that answer, without parameters. */
  servedType: z.string().optional(),
  /** Network error of the page's own or the repeated request, e.g. 'net::ERR_NAME_NOT_RESOLVED'. */
  netError: z.string().optional(),
  naturalWidth: z.number(),
  naturalHeight: z.number(),
  /** Left out: no alt attribute. */
  alt: z.string().optional(),
  /** true: declared or drawn at 1×1 pixel or less, the size of a visitor counter. */
  tiny: z.boolean(),
  visible: z.boolean(),
  /** true: a turn of a carousel, or cut off by a box around it, so that nobody sees it now. Told only of pictures that are not loaded. */
  slide: z.boolean().optional(),
  /** Stands in a link or button; `named`: that has a name besides this picture's alt text. */
  link: z.object({ named: z.boolean() }).optional(),
  /** true: taken out of the accessibility tree by role or aria-hidden. */
  decorative: z.boolean().optional(),
  /** aria-label or title: a name besides the alt text. */
  label: z.string().optional(),
  rect: Rect,
  selector: z.string(),
});
export type ImageFact = z.infer<typeof ImageFact>;

export const ImageFacts = z.object({
  /** Pictures in the frame, also those beyond the cap. */
  total: z.int(),
  /** true: the page was scrolled to its waiting pictures and back. */
  scrolled: z.boolean().optional(),
  images: z.array(ImageFact),
});
export type ImageFacts = z.infer<typeof ImageFacts>;
