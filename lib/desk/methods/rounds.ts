// Desk calls on rounds and subjects.
import type { Round } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';
import { namesInOrder } from '@/lib/text/order';
import { DeskError } from '../desk-error';
import { quarterOf } from '../quarter';
import { type Handlers, notFound, type Work } from '../work';

export const roundHandlers: Handlers<
  'listRounds' | 'putRound' | 'roundInspectors' | 'listSubjects' | 'putSubject'
> = {
  listRounds: {
    mode: 'read',
    async run({ tables }) {
      return (await tables.rounds.all()).sort(newestFirst);
    },
  },
  putRound: {
    mode: 'write',
    async run({ tables, changed }, round) {
      await tables.rounds.put(round);
      changed({ what: 'rounds' });
      return {};
    },
  },
  roundInspectors: {
    mode: 'read',
    async run({ tables }) {
      const names = new Map<string, Set<string>>();
      for (const { roundId, inspector } of await tables.sessions.all()) {
        names.set(roundId, (names.get(roundId) ?? new Set()).add(inspector));
      }
      return (await tables.rounds.all())
        .filter(({ id }) => names.has(id))
        .sort(newestFirst)
        .map((round) => ({ round, inspectors: namesInOrder(names.get(round.id) ?? []) }));
    },
  },
  listSubjects: { mode: 'read', run: ({ tables }) => tables.subjects.all() },
  putSubject: {
    mode: 'write',
    async run({ tables, changed }, subject) {
      await tables.subjects.put(withPlainHosts(subject));
      changed({ what: 'subjects' });
      return {};
    },
  },
};

/** The round with this id, or the newest open one, made for the present quarter when there is none. */
export async function roundFor(work: Work, roundId: string | undefined): Promise<Round> {
  if (roundId !== undefined) {
    const round = await work.tables.rounds.get(roundId);
    if (!round) throw notFound('检查轮次');
    if (round.state === 'closed') {
      throw new DeskError('conflict', `检查轮次“${round.name}”已结束，请另选轮次或先将其重新开放。`);
    }
    return round;
  }
  const rounds = await work.tables.rounds.all();
  const open = rounds.filter(({ state }) => state === 'open').sort(newestFirst)[0];
  if (open) return open;
  const quarter = quarterOf(new Date(work.at));
  const taken = new Set(rounds.map(({ name }) => name));
  let name = quarter.name;
  for (let number = 2; taken.has(name); number++) name = `${quarter.name}（${number}）`;
  const made: Round = { ...quarter, id: work.newId(), name, state: 'open', createdAt: work.at };
  await work.tables.rounds.add(made);
  work.changed({ what: 'rounds' });
  return made;
}

/** The subject with this id; or the one described, made unless it is an ad-hoc one whose host is known already. */
export async function subjectFor(work: Work, wanted: { id: string } | Omit<Subject, 'id'>): Promise<Subject> {
  if ('id' in wanted) {
    const subject = await work.tables.subjects.get(wanted.id);
    if (!subject) throw notFound('检查对象');
    return subject;
  }
  const described = withPlainHosts(wanted);
  if (described.adHoc && described.host) {
    const known = (await work.tables.subjects.all()).find(
      ({ kind, host }) => kind === described.kind && host === described.host,
    );
    if (known) return known;
  }
  const made: Subject = { ...described, id: work.newId() };
  await work.tables.subjects.add(made);
  work.changed({ what: 'subjects' });
  return made;
}

function withPlainHosts<S extends Omit<Subject, 'id'>>(subject: S): S {
  const host = subject.host?.toLowerCase();
  return {
    ...subject,
    ...(host === undefined ? {} : { host }),
    aliases: subject.aliases.map((alias) => alias.toLowerCase()),
  };
}

function newestFirst(a: Round, b: Round): number {
  return a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt > b.createdAt ? -1 : 1;
}
