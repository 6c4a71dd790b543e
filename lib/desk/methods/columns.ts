// Desk calls on the column register: reading it, and corrections by an inspector.
import type { ColumnCorrection, ColumnEntry } from '@/lib/model/columns';
import { isEditable } from '@/lib/session/state-move';
import { renewSiteRun } from '../site-run';
import { type Handlers, notFound, touchSession, type Work } from '../work';

export const columnHandlers: Handlers<'columnRegister' | 'correctColumn'> = {
  columnRegister: {
    mode: 'read',
    async run(work, { subjectId }) {
      return (await work.tables.columnRegisters.get(subjectId)) ?? { subjectId, columns: [] };
    },
  },
  correctColumn: {
    mode: 'write',
    async run(work, { subjectId, key, by, correction }) {
      const register = await work.tables.columnRegisters.get(subjectId);
      if (!register?.columns.some((entry) => entry.key === key)) throw notFound('栏目');
      const columns = register.columns.map((entry) =>
        entry.key === key ? corrected(entry, correction, by) : entry,
      );
      const changed = { subjectId, columns };
      await work.tables.columnRegisters.put(changed);
      await renewTallies(work, subjectId, columns);
      work.changed({ what: 'columns' });
      return changed;
    },
  },
};

function corrected(
  entry: ColumnEntry,
  { name, kind, updateDays, excluded }: ColumnCorrection,
  by: string,
): ColumnEntry {
  const { updateDays: before, excluded: wasExcluded, ...rest } = entry;
  const period = updateDays === undefined ? before : updateDays;
  const out = excluded ?? wasExcluded;
  return {
    ...rest,
    ...(name && { name }),
    ...(kind && { kind }),
    ...(period && { updateDays: period }),
    ...(out && { excluded: out }),
    correctedBy: by || '检查员',
  };
}

async function renewTallies(work: Work, subjectId: string, columns: readonly ColumnEntry[]): Promise<void> {
  const rounds = new Map((await work.tables.rounds.all()).map((round) => [round.id, round]));
  const sessions = (await work.tables.sessions.all()).filter(
    (session) => session.subjectId === subjectId && isEditable(session, rounds.get(session.roundId)),
  );
  for (const session of sessions) {
    await renewSiteRun(work, session, columns, await work.tables.runs.ofSession(session.id));
    await touchSession(work, session);
  }
}
