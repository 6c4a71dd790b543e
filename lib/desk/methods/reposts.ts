// Desk calls on the important information that accounts must repost: the items, and the tick of each account and item.
import { tickOver } from '@/lib/merge/merge-repost';
import type { Repost, RepostItem } from '@/lib/model/new-media';
import { DeskError } from '../desk-error';
import { type Handlers, notFound, requireOpenRound, type Work } from '../work';
import { bySubject, roundAccounts, roundOf } from './round-accounts';

/** So many open sessions are told of their new findings; screens read the others' when they are opened. */
const TOLD = 50;

export const repostHandlers: Handlers<'repostTable' | 'putRepostItems' | 'removeRepostItem' | 'setReposts'> =
  {
    repostTable: {
      mode: 'read',
      async run(work, { roundId }) {
        return {
          round: await roundOf(work, roundId),
          items: await itemsOf(work, roundId),
          reposts: await work.tables.reposts.ofRound(roundId),
          accounts: await roundAccounts(work, roundId),
        };
      },
    },
    putRepostItems: {
      mode: 'write',
      async run(work, { roundId, items }) {
        await roundOf(work, roundId);
        await requireOpenRound(work, roundId);
        const known = new Map((await itemsOf(work, roundId)).map((item) => [item.id, item]));
        let last = Math.max(0, ...[...known.values()].map(({ order }) => order));
        const titles = new Map([...known.values()].map(({ id, title }) => [title, id]));
        const stored: RepostItem[] = [];
        for (const { id, ...fields } of items) {
          const before = id === undefined ? undefined : known.get(id);
          if (id !== undefined && !before) throw notFound('重要信息');
          const other = titles.get(fields.title);
          if (other !== undefined && other !== id) {
            throw new DeskError('conflict', `重要信息“${fields.title}”已在表中，请勿重复添加。`);
          }
          const item = { roundId, id: id ?? work.newId(), order: before?.order ?? ++last, ...fields };
          if (before) titles.delete(before.title);
          titles.set(item.title, item.id);
          stored.push(item);
        }
        await work.tables.repostItems.putMany(stored);
        work.changed({ what: 'reposts' });
        return itemsOf(work, roundId);
      },
    },
    removeRepostItem: {
      mode: 'write',
      async run(work, { roundId, itemId }) {
        await requireOpenRound(work, roundId);
        for (const tick of await work.tables.reposts.ofRound(roundId)) {
          if (tick.itemId === itemId) await work.tables.reposts.delete([roundId, itemId, tick.subjectId]);
        }
        await work.tables.repostItems.delete([roundId, itemId]);
        work.changed({ what: 'reposts' });
        return {};
      },
    },
    setReposts: {
      mode: 'write',
      async run(work, { roundId, by, ticks }) {
        await roundOf(work, roundId);
        await requireOpenRound(work, roundId);
        const items = new Set((await itemsOf(work, roundId)).map(({ id }) => id));
        const accounts = new Set((await roundAccounts(work, roundId)).map(({ subject }) => subject.id));
        const before: { itemId: string; subjectId: string; state: Repost['state'] | null }[] = [];
        const made: Repost[] = [];
        for (const { itemId, subjectId, state } of ticks) {
          if (!items.has(itemId)) throw notFound('重要信息');
          if (!accounts.has(subjectId)) throw notFound('账号');
          const old = await work.tables.reposts.get([roundId, itemId, subjectId]);
          before.push({ itemId, subjectId, state: old?.state ?? null });
          if (state === null) await work.tables.reposts.delete([roundId, itemId, subjectId]);
          else made.push(tickOver(old, { roundId, itemId, subjectId, state, by, at: work.at }));
        }
        await work.tables.reposts.putMany(made);
        work.changed({ what: 'reposts' });
        await tellSessions(work, roundId, new Set(ticks.map(({ subjectId }) => subjectId)));
        return before;
      },
    },
  };

async function itemsOf(work: Work, roundId: string): Promise<RepostItem[]> {
  const items = await work.tables.repostItems.ofRound(roundId);
  return items.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** What was ticked may have become a suggestion in a session that is on screen. */
async function tellSessions(work: Work, roundId: string, subjectIds: ReadonlySet<string>): Promise<void> {
  if (subjectIds.size > TOLD) return;
  for (const [subjectId, { id }] of bySubject(await work.tables.sessions.ofRound(roundId))) {
    if (subjectIds.has(subjectId)) work.changed({ what: 'runs', sessionId: id });
  }
}
