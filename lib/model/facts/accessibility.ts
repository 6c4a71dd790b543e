// What axe-core reported in one frame, reduced to what findings and exports need.
import { z } from 'zod';

export const AccessibilityNode = z.object({
  /** CSS selector, unique in its document when observed; ' >>> ' steps into open shadow roots. */
  selector: z.string(),
  /**
   * What the element is, in terms that survive a redesign (tag, target address or image address, accessible text):
   * the stable part of a finding's key. Not unique.
   */
  subject: z.string(),
  /** The element's opening markup, at most 300 characters. */
  html: z.string(),
  /** Visible or alternative text for display, at most 80 characters; '' when it has none. */
  text: z.string(),
  /** Why the rule objects, short Chinese sentences. */
  reasons: z.array(z.string()),
});
export type AccessibilityNode = z.infer<typeof AccessibilityNode>;

export const AccessibilityRuleFacts = z.object({
  /** axe's rule id, e.g. 'image-alt'. */
  rule: z.string(),
  /** 'minor' | 'moderate' | 'serious' | 'critical', '' when axe gives none. */
  impact: z.string(),
  tags: z.array(z.string()),
  /** true = not required by WCAG A or AA. */
  bestPractice: z.boolean(),
  /** What the rule asks for, Chinese. */
  help: z.string(),
  /** How many elements were reported, also those that the cap cut from `nodes`. */
  count: z.int(),
  nodes: z.array(AccessibilityNode),
});
export type AccessibilityRuleFacts = z.infer<typeof AccessibilityRuleFacts>;

export const AccessibilityFacts = z.object({
  /** e.g. 'axe-core 4.14.1'. */
  engine: z.string(),
  violations: z.array(AccessibilityRuleFacts),
  incomplete: z.array(AccessibilityRuleFacts),
  /** Rules that ask for one thing somewhere on the page (e.g. a main landmark) and found it in this frame. */
  satisfied: z.array(z.string()),
});
export type AccessibilityFacts = z.infer<typeof AccessibilityFacts>;
