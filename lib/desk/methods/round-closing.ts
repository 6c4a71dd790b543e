// Desk calls that close a round, open it again, and show its audit trail.
import type { FrozenSheet, Round } from '@/lib/model/round';
import { boardTallies } from '@/lib/rounds/board';
import { scoreSheet } from '@/lib/scoring/score';
import { DeskError } from '../desk-error';
import { type Handlers, notFound, type Work } from '../work';
import { roundBoard } from './round-board';
import { appendRoundEvent, openRound } from './round-planning';
import { findSet } from './sets';

export const roundClosingHandlers: Handlers<'closeRound' | 'reopenRound' | 'roundEvents'> = {
  closeRound: {
    mode: 'write',
    async run(work, { roundId, by, acceptUnfinished }) {
      const round = await openRound(work, roundId);
      const { all } = boardTallies((await roundBoard(work, roundId)).rows, {
        roundDue: undefined,
        today: '',
      });
      const counts = `已完成 ${all.finished} 个，有争议 ${all.disputed} 个，检查中 ${all.progress} 个，未检 ${all.untested} 个`;
      if (all.finished < all.total && !acceptUnfinished) {
        throw new DeskError('conflict', `检查轮次“${round.name}”尚未全部完成（${counts}），未作改动。`);
      }
      const frozen = await freeze(work, roundId);
      await work.tables.rounds.put({ ...round, state: 'closed' });
      await appendRoundEvent(
        work,
        roundId,
        by,
        'close',
        `结束轮次：${counts}；封存评分表 ${frozen.length} 份。`,
      );
      work.changed({ what: 'rounds' });
      work.changed({ what: 'sessions' });
      return { frozen: frozen.length };
    },
  },
  reopenRound: {
    mode: 'write',
    async run(work, { roundId, by, reason }) {
      const { tables } = work;
      const round = await tables.rounds.get(roundId);
      if (!round) throw notFound('检查轮次');
      if (round.state === 'open')
        throw new DeskError('conflict', `检查轮次“${round.name}”没有结束，无需重新开放。`);
      const reopened: Round = { ...round, state: 'open' };
      await tables.rounds.put(reopened);
      await tables.frozenSheets.deleteOfRound(roundId);
      await appendRoundEvent(work, roundId, by, 'reopen', `重新开放轮次：${reason}`);
      work.changed({ what: 'rounds' });
      work.changed({ what: 'sessions' });
      return reopened;
    },
  },
  roundEvents: {
    mode: 'read',
    async run({ tables }, { roundId }) {
      if (!(await tables.rounds.get(roundId))) throw notFound('检查轮次');
      return (await tables.roundEvents.ofRound(roundId)).sort((a, b) => b.seq - a.seq);
    },
  },
};

/** Stores the sheet of every session of the round as it stands, finished or not, double checks too. */
async function freeze(work: Work, roundId: string): Promise<FrozenSheet[]> {
  const { tables } = work;
  const frozen: FrozenSheet[] = [];
  for (const session of await tables.sessions.ofRound(roundId)) {
    const subject = await tables.subjects.get(session.subjectId);
    if (!subject) continue;
    const set = await findSet(work, session.setId, session.setVersion);
    const sheet = scoreSheet(set, await tables.verdicts.ofSession(session.id), subject);
    frozen.push({ roundId, sessionId: session.id, subjectId: subject.id, sheet, at: work.at });
  }
  await tables.frozenSheets.putMany(frozen);
  return frozen;
}
