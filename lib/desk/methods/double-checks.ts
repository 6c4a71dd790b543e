// Desk calls on blind double checks: a second inspector judges the same subject without the first one's verdicts.
import type { Session } from '@/lib/model/session';
import { agreementOf } from '@/lib/rounds/agreement';
import { DeskError } from '../protocol';
import { appendJournal, type Handlers, notFound, sessionOf, type Work } from '../work';
import { appendRoundEvent, openRound } from './round-planning';
import { findSet, pinSet } from './sets';
import { settingsHandlers } from './settings';

export const doubleCheckHandlers: Handlers<'arrangeDoubleCheck' | 'doubleCheckAgreement'> = {
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
    sessions.flatMap(({ doubleCheckOf, state, inspector: second }) =>
      doubleCheckOf !== undefined && state !== 'finished' && second === inspector ? [doubleCheckOf] : [],
    ),
  );
}
