// What the four basic checks report besides findings; the same shapes go into the inspection JSON.
import { z } from 'zod';

export const IdentityElement = z.enum([
  'govMark',
  'errorReportEntry',
  'siteIdCode',
  'sponsor',
  'contact',
  'icpFiling',
  'policeFiling',
  'siteMap',
]);
export type IdentityElement = z.infer<typeof IdentityElement>;

export const IdentitySummary = z.array(
  z.object({
    element: IdentityElement,
    state: z.enum(['present', 'malformed', 'missing']),
    value: z.string().optional(),
    href: z.string().optional(),
    selector: z.string().optional(),
    /** Frame URL where it stands; left out for the top document. */
    frame: z.string().optional(),
    /** Plain Chinese remark, e.g. why it needs a look although present. */
    note: z.string().optional(),
  }),
);
export type IdentitySummary = z.infer<typeof IdentitySummary>;

export const ImagesSummary = z.object({
  total: z.int(),
  broken: z.array(z.object({ src: z.string(), reason: z.string(), selector: z.string() })),
});
export type ImagesSummary = z.infer<typeof ImagesSummary>;

export const ExternalLinksSummary = z.object({
  /** Links (`a`, `area`) to external hosts; options, handlers and forms are judged but not counted as links. */
  total: z.int(),
  /** Links of any kind to government hosts of other sites. */
  governmentHosts: z.int(),
  unmarked: z.array(z.object({ href: z.string(), host: z.string(), text: z.string(), selector: z.string() })),
  marked: z.array(z.object({ href: z.string(), host: z.string(), how: z.string() })),
});
export type ExternalLinksSummary = z.infer<typeof ExternalLinksSummary>;

export const AccessibilityRule = z.object({
  rule: z.string(),
  impact: z.string(),
  help: z.string(),
  /** true = not required by WCAG A/AA. */
  bestPractice: z.boolean(),
  /** Elements reported, also those beyond the cap on `nodes`. */
  count: z.int(),
  nodes: z.array(z.object({ selector: z.string(), frame: z.string().optional() })),
});
export type AccessibilityRule = z.infer<typeof AccessibilityRule>;

export const AccessibilitySummary = z.object({
  violations: z.array(AccessibilityRule),
  needsReview: z.array(AccessibilityRule),
});
export type AccessibilitySummary = z.infer<typeof AccessibilitySummary>;
