// One inspection of one subject: session, verdicts, journal, runs, decisions on suggestions, evidence.
import { z } from 'zod';
import { CheckResult } from './finding';
import { AccountNotes } from './new-media';
import { PageFacts } from './page-facts';
import { Id, Instant, Points, Rect, Skip, SubjectKind, Viewport } from './primitives';
import { registerFields, SubjectGroup } from './register';

/** A website or new-media account that is inspected. */
export const Subject = z.object({
  id: Id,
  kind: SubjectKind,
  name: z.string().min(1),
  unit: z.string().optional(),
  group: SubjectGroup.optional(),
  /** Home page address. */
  url: z.string().optional(),
  /** Host of the home page, lower case. */
  host: z.string().optional(),
  /** Further hosts that belong to the site. */
  aliases: z.array(z.string()),
  siteIdCode: z.string().optional(),
  /** true when made from a page without a register. */
  adHoc: z.boolean(),
  /** false: no public services; the set's naPolicy applies. */
  hasServices: z.boolean(),
  ...registerFields,
});
export type Subject = z.infer<typeof Subject>;

/** Worth showing to others (典型做法): text for the bulletin, with a picture of the session when there is one. */
export const GoodPractice = z.object({ text: z.string(), evidenceId: Id.optional() });
export type GoodPractice = z.infer<typeof GoodPractice>;

export const SessionState = z.enum(['open', 'finished', 'reopened']);

export const Session = z.object({
  id: Id,
  roundId: Id,
  subjectId: Id,
  setId: Id,
  setVersion: z.string(),
  inspector: z.string(),
  state: SessionState,
  createdAt: Instant,
  updatedAt: Instant,
  /** Only while the state is 'finished'. */
  finishedAt: Instant.optional(),
  /** Number of the latest picture, removed ones included, so that no number is given twice. */
  lastEvidence: z.int().min(0).optional(),
  goodPractice: GoodPractice.optional(),
  /** Only of new-media accounts. */
  account: AccountNotes.optional(),
  /** The session that this one checks a second time, without its verdicts in sight. */
  doubleCheckOf: Id.optional(),
  /** Of a double check: who opened the first session before this one was finished, when and why. It is not blind any more. */
  openedBlind: z.object({ by: z.string(), at: Instant, reason: z.string() }).optional(),
});
export type Session = z.infer<typeof Session>;

export const VerdictStatus = z.enum(['untested', 'ok', 'hit', 'na', 'disputed']);
export type VerdictStatus = z.infer<typeof VerdictStatus>;

/** A person's decision on one criterion. A criterion without a record is untested. */
export const Verdict = z.object({
  sessionId: Id,
  criterionId: Id,
  status: VerdictStatus,
  /** Occurrences; at least 1 when hit, else 0. */
  count: z.int().min(0),
  /** Points decided by hand in place of the set's; hundredths. */
  amount: Points.min(0).optional(),
  note: z.string(),
  findingKeys: z.array(z.string()),
  evidenceIds: z.array(Id),
  by: z.string(),
  at: Instant,
  from: z.enum(['manual', 'suggestion']),
});
export type Verdict = z.infer<typeof Verdict>;

/**
 * The fields of a verdict that an inspector edits; left-out ones stay as they are. amount null = back to the set's.
 * A count above 0 without a status means a hit.
 */
export const VerdictEdit = z.object({
  criterionId: Id,
  status: VerdictStatus.optional(),
  count: z.int().min(0).optional(),
  amount: Points.min(0).nullable().optional(),
  note: z.string().optional(),
  findingKeys: z.array(z.string()).optional(),
  evidenceIds: z.array(Id).optional(),
});
export type VerdictEdit = z.infer<typeof VerdictEdit>;

/** An inspector's decision on one suggested finding for one criterion. */
export const Decision = z.object({
  sessionId: Id,
  criterionId: Id,
  /** `Finding.key` for page-scope criteria, `Finding.siteKey` for site-scope ones. */
  findingKey: z.string(),
  decision: z.enum(['accepted', 'rejected']),
  by: z.string(),
  at: Instant,
});
export type Decision = z.infer<typeof Decision>;

/** What one undoable step changed: verdicts and decisions before and after (null = no record). */
export const Change = z.object({
  verdicts: z.array(z.object({ before: Verdict.nullable(), after: Verdict.nullable() })),
  decisions: z.array(z.object({ before: Decision.nullable(), after: Decision.nullable() })),
});
export type Change = z.infer<typeof Change>;

/** One line of the audit trail. Never edited or removed. */
export const JournalEntry = z.object({
  id: Id,
  sessionId: Id,
  /** 1, 2, 3 … within the session. */
  seq: z.int().min(1),
  /** The `seq` it was first written with, when a merge gave it another; see lib/merge. */
  firstSeq: z.int().min(1).optional(),
  at: Instant,
  by: z.string(),
  /** 'evidence': a picture was added or removed; it is not undoable, and undo and redo leave picture links alone. */
  kind: z.enum([
    'verdict',
    'evidence',
    'undo',
    'redo',
    'start',
    'finish',
    'reopen',
    'set-change',
    'import',
    'account',
    'good-practice',
  ]),
  change: Change.optional(),
  /** For undo and redo: `seq` of the entry whose change was taken back or applied again. */
  target: z.int().optional(),
  /** Reason of a reopening, or what a batch was ("接受“图片”检查的全部建议"). */
  reason: z.string().optional(),
  /** Pictures that the entry removed, so that a merge does not bring them back. */
  removedEvidence: z.array(Id).optional(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** One one-click check of one page. The latest run of a page replaces the earlier ones in suggestions. */
export const Run = z.object({
  id: Id,
  sessionId: Id,
  url: z.string(),
  finalUrl: z.string(),
  title: z.string(),
  at: Instant,
  durationMs: z.number(),
  results: z.array(CheckResult),
  skipped: z.array(Skip),
  /** 'site': worked out over all pages of the session, of no page itself; left out = one page. */
  scope: z.literal('site').optional(),
  facts: PageFacts.optional(),
});
export type Run = z.infer<typeof Run>;

export const Visit = z.object({ sessionId: Id, url: z.string(), title: z.string(), at: Instant });
export type Visit = z.infer<typeof Visit>;

/** A numbered picture; its bytes are stored apart under the same id. Boxes and crop in picture pixels. */
export const Evidence = z.object({
  id: Id,
  sessionId: Id,
  /** 1, 2, 3 … within the session; never reused. */
  number: z.int().min(1),
  /** The number it was taken with, when a merge gave it another. */
  firstNumber: z.int().min(1).optional(),
  criterionId: Id.optional(),
  findingKey: z.string().optional(),
  url: z.string(),
  title: z.string(),
  at: Instant,
  viewport: Viewport,
  kind: z.enum(['visible', 'element']),
  mime: z.enum(['image/jpeg', 'image/png']),
  width: z.int(),
  height: z.int(),
  caption: z.string(),
  crop: Rect.optional(),
  boxes: z.array(Rect),
});
export type Evidence = z.infer<typeof Evidence>;
