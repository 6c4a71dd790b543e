// Desk calls on blind double checks: a second inspector judges the same subject without the first one's verdicts.
import type { Session } from '@/lib/model/session';
import { agreementOf } from '@/lib/rounds/agreement';
import { DeskError } from '../desk-error';
import { appendJournal, type Handlers, nextUpdate, notFound, sessionOf, type Work } from '../work';
import { appendRoundEvent, openRound } from './round-planning';
import { findSet, pinSet } from './sets';
import { settingsHandlers } from './settings';

export const doubleCheckHandlers: Handlers<
  'arrangeDoubleCheck' | 'doubleCheckAgreement' | 'blindness' | 'openBlind'
> = {
  arrangeDoubleCheck: {
    mode: 'write',
    async run(work, { sessionId, inspector, by }) {
      const first = await sessionOf(work, sessionId);
      await openRound(work, first.roundId);
      const subject = await work.tables.subjects.get(first.subjectId);
      if (!subject) throw notFound('检查对象');
      if (first.doubleCheckOf !== undefined) {
        throw new DeskError('invalid', '本次检查本身是复核，不能再安排复核。');
      }
      if (first.inspector.trim() === inspector) {
        throw new DeskError('invalid', `复核应由另一名检查员进行，“${inspector}”是原检查员，请另选。`);
      }
      const others = await work.tables.sessions.ofRound(first.roundId);
      const known = others.find(
        (session) => session.doubleCheckOf === first.id && session.inspector === inspector,
      );
      if (known) throw new DeskError('conflict', `已安排“${inspector}”复核“${subject.name}”，无需重复安排。`);
      const set = await findSet(work, first.setId, first.setVersion);
      await pinSet(work, set);
      const second: Session = {
        id: work.newId(),
        roundId: first.roundId,
        subjectId: first.subjectId,
        setId: first.setId,
        setVersion: first.setVersion,
        inspector,
        state: 'open',
        createdAt: work.at,
        updatedAt: work.at,
        doubleCheckOf: first.id,
      };
      await work.tables.sessions.add(second);
      await appendJournal(work, { sessionId: second.id, by, kind: 'start', reason: '安排复核' });
      await appendRoundEvent(
        work,
        first.roundId,
        by,
        'double-check',
        `安排${inspector}复核“${subject.name}”。`,
      );
      work.changed({ what: 'sessions' });
      work.changed({ what: 'rounds' });
      return second;
    },
  },
  blindness: {
    mode: 'read',
    async run(work, { sessionId }) {
      const { roundId, subjectId } = await sessionOf(work, sessionId);
      const subject = await work.tables.subjects.get(subjectId);
      const blind = (await blindChecksOf(work, sessionId, roundId)).length > 0;
      return { blind, subject: subject?.name ?? '', roundId };
    },
  },
  openBlind: {
    mode: 'write',
    async run(work, { sessionId, by, reason }) {
      const first = await sessionOf(work, sessionId);
      const subject = await work.tables.subjects.get(first.subjectId);
      const seconds = await blindChecksOf(work, sessionId, first.roundId);
      if (seconds.length === 0) {
        throw new DeskError('conflict', '这次检查没有对您关闭，可以直接查看，无需登记。');
      }
      for (const second of seconds) {
        const openedBlind = { by, at: work.at, reason };
        await work.tables.sessions.put({ ...second, openedBlind, updatedAt: nextUpdate(work, second) });
        work.changed({ what: 'session', sessionId: second.id });
      }
      await appendRoundEvent(
        work,
        first.roundId,
        by,
        'double-check',
        `复核完成前查看了“${subject?.name ?? ''}”的原检查：${reason}`,
      );
      work.changed({ what: 'session', sessionId });
      work.changed({ what: 'sessions' });
      work.changed({ what: 'rounds' });
      return {};
    },
  },
  doubleCheckAgreement: {
    mode: 'read',
    async run(work, { sessionId }) {
      const second = await sessionOf(work, sessionId);
      if (second.doubleCheckOf === undefined)
        throw new DeskError('invalid', '本次检查不是复核，没有可比较的结果。');
      const first = await sessionOf(work, second.doubleCheckOf);
      const subject = await work.tables.subjects.get(second.subjectId);
      if (!subject) throw notFound('检查对象');
      if (first.state !== 'finished' || second.state !== 'finished') {
        throw new DeskError('conflict', `“${subject.name}”的两次检查都完成后，才能查看复核结果。`);
      }
      const set = await findSet(work, first.setId, first.setVersion);
      const { verdicts } = work.tables;
      const agreement = agreementOf(
        set,
        await verdicts.ofSession(first.id),
        await verdicts.ofSession(second.id),
      );
      return { subject, first, second, agreement };
    },
  },
};

/**
 * Ids of sessions that the person at this computer must not see yet: he is at work on a double check of them.
 * @param sessions those to look among; double checks of sessions that are not here do not matter.
 */
export async function blindedIds(work: Work, sessions: readonly Session[]): Promise<ReadonlySet<string>> {
  const { inspector } = await settingsHandlers.getSettings.run(work, {});
  if (inspector === '') return new Set();
  return new Set(
    sessions.flatMap(({ doubleCheckOf, state, inspector: second, openedBlind }) =>
      doubleCheckOf !== undefined && state !== 'finished' && second === inspector && !openedBlind
        ? [doubleCheckOf]
        : [],
    ),
  );
}

/** Refuses a session that the person at this computer must not see yet. */
export async function requireSighted(work: Work, { id, roundId }: Session): Promise<void> {
  if ((await blindChecksOf(work, id, roundId)).length === 0) return;
  throw new DeskError('blind', '您正在复核这个检查对象，完成复核前不能查看原检查的认定、得分和备注。');
}

/** The double checks of the session that keep it closed to the person at this computer. */
async function blindChecksOf(work: Work, sessionId: string, roundId: string): Promise<Session[]> {
  const seconds = (await work.tables.sessions.ofRound(roundId)).filter(
    ({ doubleCheckOf }) => doubleCheckOf === sessionId,
  );
  if (seconds.length === 0) return [];
  const { inspector } = await settingsHandlers.getSettings.run(work, {});
  return seconds.filter(
    (second) =>
      inspector !== '' &&
      second.inspector === inspector &&
      second.state !== 'finished' &&
      !second.openedBlind,
  );
}
