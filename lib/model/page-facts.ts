// What the probes saw on one page: JSON only, per frame, so that checks can judge it without a browser.
import { z } from 'zod';
import { AccessibilityFacts } from './facts/accessibility';
import { BarrierFacts } from './facts/barriers';
import { EntryFacts } from './facts/entries';
import { IdentityFacts } from './facts/identity';
import { ImageFacts } from './facts/images';
import { InteractionFacts } from './facts/interaction';
import { InterpretationFacts } from './facts/interpretation';
import { LeaveNoticeFacts } from './facts/leave-notice';
import { LinkStatusFacts } from './facts/link-status';
import { LinkFacts } from './facts/links';
import { ListFacts } from './facts/lists';
import { MobileViewFacts } from './facts/mobile-view';
import { SearchAnswerFacts } from './facts/search-answer';
import { TextFacts } from './facts/text';
import { Instant, Skip, Viewport } from './primitives';

/** Facts by probe name; a probe that did not run has no entry. */
export const FactsByProbe = z.object({
  identity: IdentityFacts.optional(),
  images: ImageFacts.optional(),
  links: LinkFacts.optional(),
  accessibility: AccessibilityFacts.optional(),
  barriers: BarrierFacts.optional(),
  interaction: InteractionFacts.optional(),
  interpretation: InterpretationFacts.optional(),
  /** Gathered by clicking in the page's own world, in the top document alone. */
  leaveNotice: LeaveNoticeFacts.optional(),
  lists: ListFacts.optional(),
  text: TextFacts.optional(),
  entries: EntryFacts.optional(),
  /** Gathered by the extension, not in the page. */
  searchAnswer: SearchAnswerFacts.optional(),
  /** Gathered by the extension, not in the page. */
  linkStatus: LinkStatusFacts.optional(),
  /** Gathered in the phone-sized preview, not in the page itself. */
  mobileView: MobileViewFacts.optional(),
});
export type FactsByProbe = z.infer<typeof FactsByProbe>;
export type ProbeName = keyof FactsByProbe;

export const FrameFacts = z.object({
  /** Frame URL; for the top document equal to the page's URL. */
  url: z.string(),
  top: z.boolean(),
  facts: FactsByProbe,
});
export type FrameFacts = z.infer<typeof FrameFacts>;

export const PageFacts = z.object({
  schema: z.literal(1),
  url: z.string(),
  title: z.string(),
  at: Instant,
  viewport: Viewport,
  /** The browser that looked, as it calls itself. */
  browser: z.string().optional(),
  /** Width of all content, CSS pixels; wider than the viewport = the page slides sideways. */
  contentWidth: z.number().optional(),
  /** Top document first. */
  frames: z.array(FrameFacts),
  skipped: z.array(Skip),
});
export type PageFacts = z.infer<typeof PageFacts>;
