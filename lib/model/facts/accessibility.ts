// What axe-core reported in one frame, reduced to what findings and exports need.
import { z } from 'zod';

export const AccessibilityFacts = z.object({
  engine: z.string(),
  violations: z.array(z.json()),
  incomplete: z.array(z.json()),
});
export type AccessibilityFacts = z.infer<typeof AccessibilityFacts>;
