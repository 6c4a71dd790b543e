// Desk calls of the fast lane through hundreds of accounts, and the notes that an inspection of an account carries.
import { suggest } from '@/lib/indicators/suggest';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { AccountNotes } from '@/lib/model/new-media';
import type { Round } from '@/lib/model/round';
import type { JournalEntry, Session, Subject } from '@/lib/model/session';
import { remainingCriteria } from '@/lib/rounds/remaining-criteria';
import { setRuleFor } from '@/lib/rounds/round-set';
import { type Author, editVerdict } from '@/lib/session/edit-verdict';
import { foldJournal } from '@/lib/session/journal';
import { isEditable } from '@/lib/session/state-move';
import { sameJson } from '@/lib/store/same-json';
import { FILING_WORD } from '@/lib/text/filing-words';
import { accountRun } from '../account-run';
import { DeskError } from '../desk-error';
import { latestRuns } from '../run-records';
import {
  appendJournal,
  editableSession,
  type Handlers,
  nextUpdate,
  notFound,
  requireOpenRound,
  sessionOf,
  type Work,
} from '../work';
import { requireSighted } from './double-checks';
import { bySubject, roundAccounts, roundOf } from './round-accounts';
import { sessionHandlers } from './sessions';
import { findSet } from './sets';
import { settingsHandlers } from './settings';
import { Step } from './verdicts';

/** Names the step in the journal; taking a passing back finds it by this. */
const PASS_REASON = '快速检查：其余评分点均无问题';
const TAKEN_BACK = '撤销快速检查';

export const mediaLaneHandlers: Handlers<
  'setAccountNotes' | 'mediaLane' | 'laneAccount' | 'passAccount' | 'takeBackPass'
> = {
  setAccountNotes: {
    mode: 'write',
    async run(work, { sessionId, by, notes }) {
      const session = await editableSession(work, sessionId);
      const subject = await work.tables.subjects.get(session.subjectId);
      if (subject?.kind !== 'new-media') {
        throw new DeskError('invalid', '只有政务新媒体账号才登记账号情况，未作改动。');
      }
      const account: AccountNotes = { ...notes, by, at: work.at };
      const after = { ...session, account, updatedAt: nextUpdate(work, session) };
      await work.tables.sessions.put(after);
      await appendJournal(work, { sessionId, by, kind: 'account', reason: inWords(notes) });
      work.changed({ what: 'session', sessionId });
      work.changed({ what: 'runs', sessionId });
      return after;
    },
  },
  mediaLane: {
    mode: 'read',
    async run(work, { roundId }) {
      return { round: await roundOf(work, roundId), accounts: await roundAccounts(work, roundId) };
    },
  },
  laneAccount: {
    mode: 'read',
    async run(work, { roundId, subjectId }) {
      const round = await roundOf(work, roundId);
      const subject = await accountOf(work, subjectId);
      const session = await countingSession(work, roundId, subjectId);
      const set = session
        ? await findSet(work, session.setId, session.setVersion)
        : await findSet(work, await setIdOf(work, round, subject));
      if (!session) return { subject, set, verdicts: [], suggestions: [] };
      await requireSighted(work, session);
      const undo = undoOf(await work.tables.journal.ofSession(session.id), session, round);
      return {
        subject,
        session,
        set,
        verdicts: await work.tables.verdicts.ofSession(session.id),
        suggestions: await suggestionsOf(work, session, subject, set),
        ...(undo ? { undo } : {}),
      };
    },
  },
  passAccount: {
    mode: 'write',
    async run(work, { roundId, subjectId, by }) {
      const round = await roundOf(work, roundId);
      await requireOpenRound(work, roundId);
      const subject = await accountOf(work, subjectId);
      const known = await countingSession(work, roundId, subjectId);
      if (known?.state === 'finished') {
        throw new DeskError('conflict', `“${subject.name}”已完成检查，未作改动。`);
      }
      const session =
        known ??
        (await sessionHandlers.startSession.run(work, {
          subject: { id: subjectId },
          roundId,
          setId: await setIdOf(work, round, subject),
          inspector: by,
        }));
      const set = await findSet(work, session.setId, session.setVersion);
      const open = await suggestionsOf(work, session, subject, set);
      if (open.length > 0) {
        throw new DeskError(
          'conflict',
          `“${subject.name}”还有 ${open.length} 条建议未处理，请先打开完整检查表采纳或不采纳。`,
        );
      }
      const author: Author = { sessionId: session.id, by, at: work.at };
      const step = new Step(work, session.id);
      const verdicts = await work.tables.verdicts.ofSession(session.id);
      for (const edit of remainingCriteria(set, verdicts, subject)) {
        step.setVerdict(edit.criterionId, editVerdict(await step.verdict(edit.criterionId), edit, author));
      }
      await step.save(session, by, PASS_REASON);
      return sessionHandlers.finishSession.run(work, { sessionId: session.id, by });
    },
  },
  takeBackPass: {
    mode: 'write',
    async run(work, { sessionId, by }) {
      const session = await sessionOf(work, sessionId);
      await requireOpenRound(work, session.roundId);
      const passed = passedStep(await work.tables.journal.ofSession(sessionId));
      if (session.state !== 'finished' || !passed) {
        throw new DeskError('conflict', '本次检查不是由快速检查完成的，如需修改，请填写原因重新打开。');
      }
      const reopened = await sessionHandlers.reopenSession.run(work, { sessionId, by, reason: TAKEN_BACK });
      const step = new Step(work, sessionId);
      for (const { before, after } of passed.change?.verdicts ?? []) {
        if (!after) continue;
        // What somebody changed since stays.
        if (sameJson(await step.verdict(after.criterionId), after)) {
          step.setVerdict(after.criterionId, before);
        }
      }
      await step.save(reopened, by, TAKEN_BACK);
      return sessionOf(work, sessionId);
    },
  },
};

async function accountOf(work: Work, subjectId: string): Promise<Subject> {
  const subject = await work.tables.subjects.get(subjectId);
  if (subject?.kind !== 'new-media') throw notFound('账号');
  return subject;
}

async function countingSession(work: Work, roundId: string, subjectId: string): Promise<Session | undefined> {
  return bySubject(await work.tables.sessions.ofRound(roundId)).get(subjectId);
}

/** The round's set for the account, else the one that the settings prefer. */
async function setIdOf(work: Work, round: Round, subject: Subject): Promise<string> {
  const rule = setRuleFor(round.sets ?? [], subject);
  if (rule) return rule.setId;
  return (await settingsHandlers.getSettings.run(work, {})).defaultSetId['new-media'];
}

async function suggestionsOf(work: Work, session: Session, subject: Subject, set: IndicatorSet) {
  const noted = await accountRun(work, session, subject);
  const runs = latestRuns(await work.tables.runs.ofSession(session.id));
  const decisions = await work.tables.decisions.ofSession(session.id);
  return suggest(set, noted ? [noted, ...runs] : runs, decisions);
}

function undoOf(
  journal: readonly JournalEntry[],
  session: Session,
  round: Round,
): 'pass' | 'step' | undefined {
  if (session.state === 'finished') {
    return round.state === 'open' && passedStep(journal) ? 'pass' : undefined;
  }
  return isEditable(session, round) && foldJournal(journal).undo !== undefined ? 'step' : undefined;
}

/** The step that the latest finishing made, when it was made by passing the account. */
function passedStep(journal: readonly JournalEntry[]): JournalEntry | undefined {
  const last = [...journal].sort((a, b) => a.seq - b.seq).slice(-2);
  const [step, finish] = last;
  return finish?.kind === 'finish' && step?.kind === 'verdict' && step.reason === PASS_REASON
    ? step
    : undefined;
}

/** What was noted, in one line of the journal. */
function inWords({ lastPublishedDay, filing, functions = [] }: AccountNotes): string {
  return [
    lastPublishedDay === undefined ? '' : `最近发布 ${lastPublishedDay}`,
    filing === undefined ? '' : `备案状态记为“${FILING_WORD[filing]}”`,
    ...functions.map(({ name, works }) => `${name}${works ? '可用' : '不可用'}`),
  ]
    .filter((part) => part !== '')
    .join('；');
}
