// What the mobile-view probe saw of a page laid out at the width of a phone.
import { z } from 'zod';
import { Rect } from '../primitives';

/** Something on the page that people can recognise: its kind of element, its text or address, its box in page pixels. */
export const MobilePiece = z.object({
  /** Element name, lower case. */
  tag: z.string(),
  /** Visible text or alt text, at most 60 characters; '' when there is none. */
  text: z.string(),
  rect: Rect,
  selector: z.string(),
});
export type MobilePiece = z.infer<typeof MobilePiece>;

export const MobileViewFacts = z.object({
  /** Address shown in the end: sites may send phones elsewhere. */
  address: z.string(),
  /** CSS pixels of the phone's screen. */
  screen: z.object({ width: z.number(), height: z.number() }),
  /** 'device': laid out at the phone's width. 'fixed': at `layoutWidth`. 'missing': no viewport meta, at 980 pixels by definition. */
  viewport: z.enum(['device', 'fixed', 'missing']),
  layoutWidth: z.number(),
  /** Content of the viewport meta as written, at most 200 characters; left out when there is none. */
  viewportContent: z.string().optional(),
  /** Width of all content. */
  contentWidth: z.number(),
  /** true: the page forbids sliding sideways, so what sticks out is cut off. */
  clipped: z.boolean(),
  /** Outermost visible elements that stick out to the right, furthest first; off-screen menus, carousels and fixed bars left out. */
  wide: z.array(MobilePiece),
  /** Visible text under 12 pixels: characters, all characters, examples. */
  smallText: z.object({ characters: z.int(), all: z.int(), examples: z.array(MobilePiece) }),
  /** Targets under 24 × 24 pixels too close to others (WCAG 2.5.8): how many, of how many, examples. */
  smallTargets: z.object({ count: z.int(), all: z.int(), examples: z.array(MobilePiece) }),
});
export type MobileViewFacts = z.infer<typeof MobileViewFacts>;
