// Everything the screens may ask of stored inspections, as one table of zod schemas: the desk.
//
// The dock's frame has no IndexedDB (Chromium denies storage to extension frames inside web pages when third-party
// storage is blocked), so these calls also travel as messages to the service worker. Hence: JSON in, JSON out,
// each call one transaction, nothing remembered between calls.
import { z } from 'zod';
import { Finding } from '@/lib/model/finding';
import { IndicatorSet } from '@/lib/model/indicator-set';
import { Id, Points } from '@/lib/model/primitives';
import { Round } from '@/lib/model/round';
import { Decision, Evidence, JournalEntry, Run, Session, Subject, Verdict, Visit } from '@/lib/model/session';
import { Settings } from '@/lib/model/settings';
import { SheetResult } from '@/lib/model/sheet';
import { citizenReportCalls } from './calls/citizen-reports';
import { columnCalls } from './calls/columns';
import { evidenceCalls } from './calls/evidence';
import { factsCalls } from './calls/facts';
import { linkCalls } from './calls/links';
import { mediaCalls } from './calls/media';
import { paperTemplateCalls } from './calls/paper-templates';
import { rectificationCalls } from './calls/rectification';
import { registerCalls } from './calls/register';
import { roundCalls } from './calls/rounds';
import { setCalls } from './calls/sets';
import { unitHistoryCalls } from './calls/unit-history';
import { verdictCalls } from './calls/verdicts';
import { wordListCalls } from './calls/word-lists';
import { BySession, method, None } from './method';

/** A session with all that belongs to it, except picture bytes. */
export const SessionView = z.object({
  session: Session,
  subject: Subject,
  round: Round,
  set: IndicatorSet,
  verdicts: z.array(Verdict),
  decisions: z.array(Decision),
  /** Latest run of each page, newest first; facts left out. */
  runs: z.array(Run),
  /** Only in an answer that leaves out runs which the caller holds: the ids of all runs, in order. */
  runOrder: z.array(Id).optional(),
  /** Findings that a verdict still names although no latest run has them any more; sorted by key. */
  earlierFindings: z.array(Finding).optional(),
  /** Each address once, latest visit first. */
  visits: z.array(Visit),
  /** By number. */
  evidence: z.array(Evidence),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** One row of the session list. */
export const SessionRow = z.object({
  session: Session,
  subject: Subject,
  round: Round,
  setTitle: z.string(),
  /** Decided criteria and all criteria. */
  decided: z.int(),
  criteria: z.int(),
  /** Total in hundredths; null when the set gives none or a veto is hit. */
  total: Points.nullable(),
  result: SheetResult,
  /** Of a page's rows: false = an account of this platform, but the page's address does not tell whether it is this one. */
  sure: z.literal(false).optional(),
  /** true: being double-checked by the inspector of this computer; score and progress are held back. */
  blind: z.literal(true).optional(),
});
export type SessionRow = z.infer<typeof SessionRow>;

export const deskProtocol = {
  ...columnCalls,
  ...roundCalls,
  ...registerCalls,
  ...factsCalls,
  ...linkCalls,
  ...mediaCalls,
  ...unitHistoryCalls,
  ...rectificationCalls,
  ...paperTemplateCalls,
  ...citizenReportCalls,
  ...setCalls,
  ...wordListCalls,
  ...verdictCalls,
  ...evidenceCalls,

  getSettings: method(None, Settings),
  putSettings: method(Settings, None),

  listRounds: method(None, z.array(Round)),
  putRound: method(Round, None),
  listSubjects: method(None, z.array(Subject)),
  putSubject: method(Subject, None),

  listSessions: method(None, z.array(SessionRow)),
  /**
   * Sessions whose subject owns this host (host or alias equal, or a parent domain of it), unfinished first, newest
   * first; without those that the inspector of the settings is double-checking just now.
   */
  sessionsForHost: method(z.object({ host: z.string(), url: z.string().optional() }), z.array(SessionRow)),
  /**
   * All that a panel shows first, in one answer: sessions of the host as `sessionsForHost` gives them, and the one to
   * open at once (light): `sessionId` if it still exists, else, unless the inspector `left` it, the only unfinished one.
   */
  openPanel: method(
    z.object({
      host: z.string().optional(),
      url: z.string().optional(),
      sessionId: Id.optional(),
      left: z.boolean(),
    }),
    z.object({ settings: Settings, rows: z.array(SessionRow), view: SessionView.nullable() }),
  ),
  /**
   * Starts a session. A subject given without id is made (an ad-hoc one whose kind and host are known already is that
   * known one); without roundId the newest open round, made for the present quarter if none; without setId the set that
   * the round has for the subject's kind and group. An unfinished session of the same subject, round and set is
   * continued instead of doubled; a double check only by the inspector it was arranged for.
   */
  startSession: method(
    z.object({
      subject: z.union([z.object({ id: Id }), Subject.omit({ id: true })]),
      roundId: Id.optional(),
      setId: Id.optional(),
      inspector: z.string(),
    }),
    Session,
  ),
  /**
   * `light`: runs and earlier findings come back empty, for callers that hold them and were told of no new run.
   * `held`: ids of runs that the caller holds; they are left out, because a page's run is large and never changes.
   */
  sessionView: method(
    BySession.extend({ light: z.boolean().optional(), held: z.array(Id).optional() }),
    SessionView,
  ),
  /** Removes a session and all that belongs to it. */
  removeSession: method(BySession, None),
  recordVisit: method(Visit.omit({ at: true }), None),
  /**
   * Stores a run; it replaces the earlier runs of the same page. Facts are kept of the latest run of a page only, with the
   * earlier run's in the place of kept ones that were not gathered (one check run again); of earlier runs only findings
   * that a verdict or decision has ever named. The answer is what the caller has not: the run's
   * id, and the session's run of the whole site as it is now, if any.
   */
  recordRun: method(Run.omit({ id: true }), z.object({ id: Id, site: Run.optional() })),

  /** Locks the session. */
  finishSession: method(z.object({ sessionId: Id, by: z.string() }), Session),
  /** Unlocks it; the reason is journaled. */
  reopenSession: method(
    z.object({ sessionId: Id, by: z.string(), reason: z.string().trim().min(1, '请填写重新打开的原因。') }),
    Session,
  ),
  /** Notes what is worth showing to others, with one of the session's pictures when given; '' takes it back. Journaled. */
  setGoodPractice: method(
    BySession.extend({
      by: z.string(),
      text: z.string().trim().max(500, '典型做法不能超过 500 字。'),
      evidenceId: Id.nullable(),
    }),
    Session,
  ),
  journal: method(BySession, z.array(JournalEntry)),
} as const;

export type DeskProtocol = typeof deskProtocol;
export type DeskMethod = keyof DeskProtocol;
export type DeskInput<M extends DeskMethod> = z.infer<DeskProtocol[M]['input']>;
export type DeskOutput<M extends DeskMethod> = z.infer<DeskProtocol[M]['output']>;

/** The desk as callers see it. A call fails with a DeskError whose message is one clear Chinese sentence. */
export type Desk = { [M in DeskMethod]: (input: DeskInput<M>) => Promise<DeskOutput<M>> };
