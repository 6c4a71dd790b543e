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
      const [session, runs] = await Promise.all([
        editableSession(work, input.sessionId),
        work.tables.runs.ofSession(input.sessionId),
      ]);
      const { facts, ...plain } = input;
      const run: Run = { ...plain, id: work.newId() };
      const others = await replaceEarlier(work, run, runs);
      // The database takes in the large records while the small ones are read and worked out.
      const [columns] = await Promise.all([
        noteColumns(work, session, run),
        work.tables.runs.add(run),
        facts && work.tables.facts.add({ runId: run.id, sessionId: session.id, facts }),
      ]);
      const site = await renewSiteRun(work, session, columns, [...others, run]);
      await touchSession(work, session);
      work.changed({ what: 'runs', sessionId: session.id });
      return { id: run.id, ...(site && { site }) };
    },
  },
};
