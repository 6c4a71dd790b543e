// Desk calls on runs: the latest run of a page replaces the earlier ones, but nothing a verdict rests on gets lost.
import { missingFacts, withEarlierFacts } from '@/lib/checks/engine/kept-facts';
import type { Run } from '@/lib/model/session';
import { noteColumns } from '../column-notes';
import { earlierFacts, replaceEarlier } from '../run-records';
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
      const { facts: gathered, ...plain } = input;
      const run: Run = { ...plain, id: work.newId() };
      const earlier =
        gathered && missingFacts(gathered).length > 0 ? await earlierFacts(work, run, runs) : undefined;
      const facts = gathered && earlier ? withEarlierFacts(gathered, earlier) : gathered;
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
