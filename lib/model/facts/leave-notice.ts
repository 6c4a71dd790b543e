// What happened on the page when external links were clicked with every exit closed: sights, no judgement.
import { z } from 'zod';
import { LinkKind } from './links';

/**
 * One thing that a click led to. 'confirm', 'alert', 'prompt': the browser's own box, `text` its words. 'dialog': an
 * element that was not visible before, `text` what it says. 'navigate', 'open', 'submit': the page was about to leave
 * (same tab, new window, form), `text` the absolute address. 'frame': a frame was to load `text`. 'request': something
 * else was to be asked of a server, `text` its address.
 */
export const ClickSight = z.object({
  what: z.enum(['confirm', 'alert', 'prompt', 'dialog', 'navigate', 'open', 'submit', 'frame', 'request']),
  text: z.string().max(500),
  /** Milliseconds since the click. */
  after: z.number(),
});
export type ClickSight = z.infer<typeof ClickSight>;

/** What the page's own world claims about one click. It is the page's world: take it as a claim. */
export const ClickClaim = z.object({
  /** Place in the list of targets. */
  index: z.int().min(0),
  /** 'gone': the element was not there any more. 'broken': the page threw while being clicked. */
  state: z.enum(['clicked', 'gone', 'broken']),
  /** true: a handler stopped what the click does by itself. */
  prevented: z.boolean(),
  /** In order of time, at most 20. */
  saw: z.array(ClickSight).max(20),
  /** false: a dialog could not be closed by its own button; true also when there was none. */
  closed: z.boolean(),
});
export type ClickClaim = z.infer<typeof ClickClaim>;

/** Why nothing can be clicked without leaving the page. */
export const Resistance = z.enum([
  'navigation',
  'window',
  'dialogs',
  'events',
  'network',
  'dialog-stays',
  'moved',
]);
export type Resistance = z.infer<typeof Resistance>;

/** Answer of one round of clicks. */
export const ClickRound = z.object({
  claims: z.array(ClickClaim),
  resists: Resistance.optional(),
});
export type ClickRound = z.infer<typeof ClickRound>;

/** One link that was to be clicked. Everything but `claim` is the extension's own knowledge. */
export const LeaveNoticeClick = z.object({
  kind: LinkKind,
  /** As in LinkFact. */
  address: z.string(),
  text: z.string(),
  selector: z.string(),
  /** 'government': a link of another government site, clicked to see whether the page warns too much. */
  role: z.enum(['external', 'government']),
  /** Left out: not clicked. */
  claim: ClickClaim.optional(),
});
export type LeaveNoticeClick = z.infer<typeof LeaveNoticeClick>;

export const LeaveNoticeFacts = z.object({
  clicks: z.array(LeaveNoticeClick),
  /** Set when the page made a harmless click impossible; the links after that were not clicked. */
  resists: Resistance.optional(),
});
export type LeaveNoticeFacts = z.infer<typeof LeaveNoticeFacts>;
