// Everything the screens may ask of stored inspections, as one table of zod schemas: the desk.
//
// The dock's frame has no IndexedDB (Chromium denies storage to extension frames inside web pages when third-party
// storage is blocked), so these calls also travel as messages to the service worker. Hence: JSON in, JSON out,
// each call one transaction, nothing remembered between calls.
import { z } from 'zod';
import { LinkStatus, LinkTarget } from '@/lib/model/facts/link-status';
import { Finding } from '@/lib/model/finding';
import { IndicatorSet } from '@/lib/model/indicator-set';
import { Id, Points, Rect, SubjectKind } from '@/lib/model/primitives';
import { Round } from '@/lib/model/round';
import {
  Decision,
  Evidence,
  JournalEntry,
  Run,
  Session,
  Subject,
  Verdict,
  VerdictEdit,
  Visit,
} from '@/lib/model/session';
import { Settings } from '@/lib/model/settings';
import { WordList } from '@/lib/model/word-list';
import { citizenReportCalls } from './calls/citizen-reports';
import { columnCalls } from './calls/columns';
import { factsCalls } from './calls/facts';
import { mediaCalls } from './calls/media';
import { paperTemplateCalls } from './calls/paper-templates';
import { rectificationCalls } from './calls/rectification';
import { registerCalls } from './calls/register';
import { roundCalls } from './calls/rounds';
import { unitHistoryCalls } from './calls/unit-history';
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
  result: z.enum(['qualified', 'unqualified', 'undetermined']),
  /** Of a page's rows: false = an account of this platform, but the page's address does not tell whether it is this one. */
  sure: z.literal(false).optional(),
  /** true: being double-checked by the inspector of this computer; score and progress are held back. */
  blind: z.literal(true).optional(),
});
export type SessionRow = z.infer<typeof SessionRow>;

/** One row of the set list. */
export const SetRow = z.object({
  id: Id,
  version: z.string(),
  title: z.string(),
  appliesTo: SubjectKind,
  shipped: z.boolean(),
  unconfirmed: z.boolean(),
});
export type SetRow = z.infer<typeof SetRow>;

/** One row of the list of word lists. */
export const WordListRow = WordList.omit({ entries: true }).extend({
  forbidden: z.int(),
  required: z.int(),
  serious: z.int(),
});
export type WordListRow = z.infer<typeof WordListRow>;

export { VerdictEdit };

export const deskProtocol = {
  ...columnCalls,

  ...roundCalls,

  ...registerCalls,
  ...factsCalls,

  ...mediaCalls,

  ...unitHistoryCalls,

  ...rectificationCalls,

  ...paperTemplateCalls,

  ...citizenReportCalls,

  getSettings: method(None, Settings),
  putSettings: method(Settings, None),

  listSets: method(None, z.array(SetRow)),
  getSet: method(z.object({ id: Id, version: z.string().optional() }), IndicatorSet),
  /** Stores a set that the linter accepts; the same id and version with other content is refused. */
  putSet: method(IndicatorSet, None),
  /** Refused for shipped sets and for sets that a session uses. */
  removeSet: method(z.object({ id: Id, version: z.string() }), None),

  /** By title. */
  listWordLists: method(None, z.array(WordListRow)),
  getWordList: method(z.object({ id: Id }), WordList),
  /** The whole of every list that is switched on, for the checks. */
  activeWordLists: method(None, z.array(WordList)),
  /** Stores a list: a new one without id, else in place of the one with this id. Titles are unique. */
  putWordList: method(WordList.omit({ id: true, at: true }).extend({ id: Id.optional() }), WordListRow),
  switchWordList: method(z.object({ id: Id, enabled: z.boolean() }), None),
  removeWordList: method(z.object({ id: Id }), None),
  /** Takes entries out of a list, by word. */
  removeWords: method(z.object({ id: Id, words: z.array(z.string()).min(1) }), None),

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
  /** `light`: runs and earlier findings come back empty, for callers that hold them and were told of no new run. */
  sessionView: method(BySession.extend({ light: z.boolean().optional() }), SessionView),
  /** Removes a session and all that belongs to it. */
  removeSession: method(BySession, None),
  recordVisit: method(Visit.omit({ at: true }), None),
  /**
   * Stores a run; it replaces the earlier runs of the same page. Facts are kept of the latest run of a page only; of
   * earlier runs only findings that a verdict or decision has ever named. The answer comes without facts.
   */
  recordRun: method(Run.omit({ id: true }), Run),

  /** What these addresses answered in this inspection; those that were not asked for are left out. */
  linkStatuses: method(BySession.extend({ urls: z.array(z.string()).max(2_000) }), z.array(LinkStatus)),
  /** Stores a portion of answers; a later answer of the same address replaces the earlier one. Nothing is announced. */
  recordLinkStatuses: method(BySession.extend({ statuses: z.array(LinkStatus).max(500) }), None),
  /** Links and pictures of the pages whose latest run kept its facts, each address once; `left` = how many more there are. */
  knownLinks: method(
    BySession,
    z.object({ pages: z.array(z.string()), targets: z.array(LinkTarget), left: z.int() }),
  ),

  /** One undoable step. Refused when the session is finished, its round closed, or the set has no such criterion. */
  setVerdicts: method(
    z.object({
      sessionId: Id,
      by: z.string(),
      edits: z.array(VerdictEdit).min(1),
      reason: z.string().optional(),
    }),
    z.array(Verdict),
  ),
  /**
   * Accepts or rejects suggestions: one undoable step. Accepting sets the criterion to hit, adds the finding keys and
   * counts the new occurrences (`count`, or so many as there are new keys) on top of those accepted before; a hit
   * ticked by hand without findings is taken to be the same occurrences. Keys of rejected ones never come back;
   * rejecting an accepted one takes it back.
   */
  decideSuggestions: method(
    z.object({
      sessionId: Id,
      by: z.string(),
      decision: z.enum(['accepted', 'rejected']),
      suggestions: z
        .array(
          z.object({
            criterionId: Id,
            findingKeys: z.array(z.string()).min(1),
            count: z.int().min(1).optional(),
            note: z.string().optional(),
          }),
        )
        .min(1),
      reason: z.string().optional(),
    }),
    None,
  ),
  undo: method(z.object({ sessionId: Id, by: z.string() }), None),
  redo: method(z.object({ sessionId: Id, by: z.string() }), None),
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

  /** `image` is a data URL (JPEG or PNG). Gives the picture its number; links it to the criterion's verdict when given. */
  addEvidence: method(
    z.object({ evidence: Evidence.omit({ id: true, number: true }), image: z.string(), by: z.string() }),
    Evidence,
  ),
  updateEvidence: method(
    z.object({
      id: Id,
      caption: z.string().optional(),
      crop: Rect.nullable().optional(),
      boxes: z.array(Rect).optional(),
    }),
    Evidence,
  ),
  removeEvidence: method(z.object({ id: Id, by: z.string() }), None),
  /** The picture as stored, a data URL, whole and without boxes. */
  evidenceImage: method(z.object({ id: Id }), z.string()),
} as const;

export type DeskProtocol = typeof deskProtocol;
export type DeskMethod = keyof DeskProtocol;
export type DeskInput<M extends DeskMethod> = z.infer<DeskProtocol[M]['input']>;
export type DeskOutput<M extends DeskMethod> = z.infer<DeskProtocol[M]['output']>;

/** The desk as callers see it. A call fails with a DeskError whose message is one clear Chinese sentence. */
export type Desk = { [M in DeskMethod]: (input: DeskInput<M>) => Promise<DeskOutput<M>> };

/** What a desk call can be refused for; `message` is for the inspector. */
export class DeskError extends Error {
  constructor(
    /** 'blind': closed to this inspector while his double check is open. */
    readonly code: 'not-found' | 'locked' | 'blind' | 'invalid' | 'conflict' | 'storage' | 'unreachable',
    message: string,
  ) {
    super(message);
    this.name = 'DeskError';
  }
}

/** What changed, told to every open screen after the change is durable. */
export const DeskChange = z.object({
  what: z.enum([
    'settings',
    'word-lists',
    'sets',
    'rounds',
    'subjects',
    'sessions',
    'session',
    'runs',
    'columns',
    'reposts',
    'citizen-reports',
    'rectifications',
    'paper-templates',
  ]),
  sessionId: Id.optional(),
});
export type DeskChange = z.infer<typeof DeskChange>;
