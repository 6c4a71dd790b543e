// The JSON of one inspection: the contract that other programs read. Its JSON Schema is published in docs/.
import { z } from 'zod';
import { Finding } from './finding';
import { Instant, Skip } from './primitives';
import { Sheet } from './sheet';
import { Suggestion } from './suggestion';
import { AccessibilitySummary, ExternalLinksSummary, IdentitySummary, ImagesSummary } from './summary';

export const INSPECTION_SCHEMA = 'gov-site-inspector/inspection@1';

export const Inspection = z.object({
  schema: z.literal(INSPECTION_SCHEMA),
  url: z.string(),
  finalUrl: z.string(),
  at: Instant,
  durationMs: z.number(),
  set: z.object({ id: z.string(), version: z.string() }),
  identity: IdentitySummary,
  images: ImagesSummary,
  externalLinks: ExternalLinksSummary,
  accessibility: AccessibilitySummary,
  checks: z.array(
    z.object({
      id: z.string(),
      outcome: z.string(),
      findings: z.int(),
      ms: z.number(),
      error: z.string().optional(),
    }),
  ),
  findings: z.array(Finding),
  suggestions: z.array(Suggestion),
  sheet: Sheet,
  skipped: z.array(Skip),
});
export type Inspection = z.infer<typeof Inspection>;
