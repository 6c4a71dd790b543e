// The JSON of one inspection of one page: the contract that other programs read. Its JSON Schema is published in docs/.
import { z } from 'zod';
import { CheckOutcome, Finding } from './finding';
import { Instant, Skip } from './primitives';
import { Sheet } from './sheet';
import { Suggestion } from './suggestion';
import {
  AccessibilitySummary,
  ExternalLinksSummary,
  IdentityElement,
  IdentitySummary,
  ImagesSummary,
  LinksSummary,
  PageTagsSummary,
} from './summary';

export const INSPECTION_SCHEMA = 'gov-site-inspector/inspection@1';

export const Inspection = z
  .object({
    schema: z.literal(INSPECTION_SCHEMA).describe('Name and version of this contract'),
    url: z.string().describe('Address that was asked for'),
    finalUrl: z.string().describe('Address of the inspected page after redirects'),
    at: Instant.describe('Start of the check, UTC'),
    durationMs: z.number().describe('How long the check took, milliseconds'),
    set: z
      .object({ id: z.string(), version: z.string() })
      .describe('Indicator set that suggestions and sheet refer to'),
    identity: IdentitySummary.describe('Identification elements; empty when that check did not finish'),
    pageTags: PageTagsSummary.optional().describe(
      'Page tags (网页标签): every official one; left out when that check did not run or does not apply',
    ),
    images: ImagesSummary.describe('Images seen and those that are broken'),
    externalLinks: ExternalLinksSummary.describe('Links by host, with or without a leave-site prompt'),
    links: LinksSummary.optional().describe(
      'What links lead to; left out when that check, which is started by itself, did not run',
    ),
    accessibility: AccessibilitySummary.describe('Results of axe-core by rule'),
    siteIdentity: z
      .array(
        z.object({
          element: IdentityElement,
          missing: z.array(z.string()).describe('Pages where it is missing'),
          malformed: z.array(z.string()).describe('Pages where it is badly written'),
          doubtful: z.array(z.string()).describe('Those of both where a person must look'),
        }),
      )
      .optional()
      .describe('Identification elements over all pages inspected in this session so far'),
    checks: z
      .array(
        z.object({
          id: z.string(),
          outcome: CheckOutcome,
          findings: z.int().describe('Number of findings'),
          ms: z.number().describe('Milliseconds'),
          error: z.string().optional().describe('Why it did not finish, in Chinese'),
        }),
      )
      .describe('Every check that was run, sorted by id'),
    findings: z.array(Finding).describe('What the machine found; none of it counts before a person decides'),
    suggestions: z.array(Suggestion).describe('What the findings propose for criteria of the set'),
    sheet: Sheet.describe("The session's score so far; points in hundredths"),
    skipped: z.array(Skip).describe('What was not looked at and why, in Chinese'),
  })
  .meta({ title: 'Inspection of one page', description: 'Made by Gov Site Inspector (政务网站检查台)' });
export type Inspection = z.infer<typeof Inspection>;
