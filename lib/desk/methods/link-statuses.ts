// Desk calls on link statuses: what addresses answered during an inspection, and the links of its checked pages.
import { joinTargets, targetsOf } from '@/lib/link-status/targets';
import { latestRuns } from '../run-records';
import { editableSession, type Handlers, sessionOf } from '../work';

/** More targets of other pages than this are not handed over: an inspection of a whole portal stays one message. */
const MOST_TARGETS = 20_000;

export const linkStatusHandlers: Handlers<'linkStatuses' | 'recordLinkStatuses' | 'knownLinks'> = {
  linkStatuses: {
    mode: 'read',
    async run(work, { sessionId, urls }) {
      await sessionOf(work, sessionId);
      const records = await Promise.all(urls.map((url) => work.tables.linkStatuses.get([sessionId, url])));
      return records.flatMap((record) => {
        if (!record) return [];
        const { sessionId: _, ...status } = record;
        return [status];
      });
    },
  },
  recordLinkStatuses: {
    mode: 'write',
    async run(work, { sessionId, statuses }) {
      await editableSession(work, sessionId);
      // The session itself is not touched: these are observations on the way to a run, which will be recorded.
      await work.tables.linkStatuses.putMany(statuses.map((status) => ({ ...status, sessionId })));
      return {};
    },
  },
  knownLinks: {
    mode: 'read',
    async run(work, { sessionId }) {
      await sessionOf(work, sessionId);
      const runs = latestRuns(await work.tables.runs.ofSession(sessionId));
      const lists = [];
      const pages = [];
      for (const run of runs) {
        const found = await work.tables.facts.get(run.id);
        if (!found?.facts.frames.some(({ facts }) => facts.links)) continue;
        pages.push(found.facts.url);
        lists.push(targetsOf(found.facts));
      }
      const targets = joinTargets(lists);
      return {
        pages: pages.sort(),
        targets: targets.slice(0, MOST_TARGETS),
        left: Math.max(0, targets.length - MOST_TARGETS),
      };
    },
  },
};
