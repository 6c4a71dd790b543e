// Desk calls on runs: the latest run of a page replaces the earlier ones, but nothing a verdict rests on gets lost.
import type { Run } from '@/lib/model/session';
import { noteColumns } from '../column-notes';
import { replaceEarlier } from '../run-records';
import { renewSiteRun } from '../site-run';
import { editableSession, type Handlers, touchSession } from '../work';

export const runHandlers: Handlers<'recordRun'> = {
  recordRun: {
    mode: 'write',
    async run(work, input) {
      const session = await editableSession(work, input.sessionId);
      const { facts, ...plain } = input;
      const run: Run = { ...plain, id: work.newId() };
      await replaceEarlier(work, run);
      await work.tables.runs.add(run);
      if (facts) await work.tables.facts.add({ runId: run.id, sessionId: session.id, facts });
      const columns = await noteColumns(work, session, run);
      await renewSiteRun(work, session, columns);
      await touchSession(work, session);
      work.changed({ what: 'runs', sessionId: session.id });
      return run;
    },
  },
};
