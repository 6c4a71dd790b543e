// Desk calls on a session as a whole: start, finish, reopen, remove, visits.

import type { Round } from '@/lib/model/round';
import type { Session, Subject } from '@/lib/model/session';
import { setRuleFor } from '@/lib/rounds/round-set';
import { isEditable, moveSession } from '@/lib/session/state-move';
import { sameJson } from '@/lib/store/same-json';
import { sessionTables } from '@/lib/store/tables';
import { DeskError } from '../desk-error';
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
import { roundFor, subjectFor } from './rounds';
import { findSet, pinSet } from './sets';
import { settingsHandlers } from './settings';

export const sessionHandlers: Handlers<
  | 'startSession'
  | 'removeSession'
  | 'recordVisit'
  | 'finishSession'
  | 'reopenSession'
  | 'setGoodPractice'
  | 'journal'
> = {
  startSession: {
    mode: 'write',
    async run(work, input) {
      const subject = await subjectFor(work, input.subject);
      const round = await roundFor(work, input.roundId);
      const set = await findSet(work, input.setId ?? (await setIdFor(work, round, subject)));
      if (set.appliesTo !== subject.kind) {
        throw new DeskError('invalid', `指标体系“${set.title}”不适用于检查对象“${subject.name}”，请另选。`);
      }
      const unfinished = (await work.tables.sessions.ofRound(round.id)).filter(
        (session) =>
          session.subjectId === subject.id && session.setId === set.id && isEditable(session, round),
      );
      const ownDoubleCheck = unfinished.find(
        ({ doubleCheckOf, inspector }) => doubleCheckOf !== undefined && inspector === input.inspector,
      );
      const known = ownDoubleCheck ?? unfinished.find(({ doubleCheckOf }) => doubleCheckOf === undefined);
      if (known) return known;
      await pinSet(work, set);
      const session: Session = {
        id: work.newId(),
        roundId: round.id,
        subjectId: subject.id,
        setId: set.id,
        setVersion: set.version,
        inspector: input.inspector,
        state: 'open',
        createdAt: work.at,
        updatedAt: work.at,
      };
      await work.tables.sessions.add(session);
      await appendJournal(work, { sessionId: session.id, by: input.inspector, kind: 'start' });
      work.changed({ what: 'sessions' });
      return session;
    },
  },
  removeSession: {
    mode: 'write',
    async run(work, { sessionId }) {
      const session = await sessionOf(work, sessionId);
      await requireOpenRound(work, session.roundId);
      for (const table of sessionTables) await work.tables[table].deleteOfSession(sessionId);
      await work.tables.sessions.delete(sessionId);
      work.changed({ what: 'sessions' });
      work.changed({ what: 'session', sessionId });
      return {};
    },
  },
  recordVisit: {
    mode: 'write',
    async run(work, visit) {
      await editableSession(work, visit.sessionId);
      await work.tables.visits.put({ ...visit, at: work.at });
      work.changed({ what: 'session', sessionId: visit.sessionId });
      return {};
    },
  },
  finishSession: {
    mode: 'write',
    run: (work, { sessionId, by }) => move(work, sessionId, 'finish', by),
  },
  reopenSession: {
    mode: 'write',
    run: (work, { sessionId, by, reason }) => move(work, sessionId, 'reopen', by, reason),
  },
  setGoodPractice: {
    mode: 'write',
    async run(work, { sessionId, by, text, evidenceId }) {
      const session = await sessionOf(work, sessionId);
      await requireOpenRound(work, session.roundId);
      const picture = evidenceId === null ? undefined : await work.tables.evidence.get(evidenceId);
      if (evidenceId !== null && picture?.sessionId !== sessionId) throw notFound('取证图片');
      const { goodPractice: before, ...rest } = session;
      const goodPractice = { text, ...(picture ? { evidenceId: picture.id } : {}) };
      if (sameJson(before ?? { text: '' }, goodPractice)) return session;
      const after: Session = {
        ...rest,
        ...(text === '' ? {} : { goodPractice }),
        updatedAt: nextUpdate(work, session),
      };
      await work.tables.sessions.put(after);
      const reason = text === '' ? '删除典型做法' : `${text}${picture ? `（图 ${picture.number}）` : ''}`;
      await appendJournal(work, { sessionId, by, kind: 'good-practice', reason });
      work.changed({ what: 'session', sessionId });
      return after;
    },
  },
  journal: {
    mode: 'read',
    async run(work, { sessionId }) {
      await requireSighted(work, await sessionOf(work, sessionId));
      return work.tables.journal.ofSession(sessionId);
    },
  },
};

/** The set that the round's rules have for the subject; of a round without rules the one that the settings propose. */
async function setIdFor(work: Work, round: Round, subject: Subject): Promise<string> {
  const rules = round.sets ?? [];
  const rule = setRuleFor(rules, subject);
  if (rule) return rule.setId;
  if (rules.length === 0) {
    const settings = await settingsHandlers.getSettings.run(work, {});
    return settings.defaultSetId[subject.kind];
  }
  const kind = subject.kind === 'website' ? '政府网站' : '政务新媒体';
  throw new DeskError(
    'invalid',
    `检查轮次“${round.name}”没有为${kind}“${subject.name}”指定指标体系，请在该轮次的设置中补充，或另选指标体系。`,
  );
}

async function move(
  work: Work,
  sessionId: string,
  kind: 'finish' | 'reopen',
  by: string,
  reason?: string,
): Promise<Session> {
  const session = await sessionOf(work, sessionId);
  await requireOpenRound(work, session.roundId);
  const moved = moveSession(session, kind, nextUpdate(work, session));
  if (!moved) {
    throw new DeskError(
      'conflict',
      kind === 'finish' ? '本次检查已经完成，无需重复操作。' : '本次检查尚未完成，无需重新打开。',
    );
  }
  await work.tables.sessions.put(moved);
  await appendJournal(work, { sessionId, by, kind, ...(reason === undefined ? {} : { reason }) });
  work.changed({ what: 'session', sessionId });
  work.changed({ what: 'sessions' });
  return moved;
}
