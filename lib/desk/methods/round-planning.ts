// Desk calls that set a round up: name, days and sets, its subjects, and who inspects them.
import type { Assignment, Round, RoundEvent, RoundScope } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';
import { handOut } from '@/lib/rounds/hand-out';
import { sortEntries } from '@/lib/rounds/round-book';
import { doubledRule } from '@/lib/rounds/round-set';
import { drawSample, eligibleSubjects } from '@/lib/rounds/sample';
import type { RoundDraw, RoundPlan } from '../calls/rounds';
import { DeskError } from '../desk-error';
import { type Handlers, notFound, requireOpenRound, type Work } from '../work';
import { findSet } from './sets';

export const roundPlanningHandlers: Handlers<
  | 'createRound'
  | 'updateRound'
  | 'removeRound'
  | 'drawSubjects'
  | 'changeSubjects'
  | 'subjectsOutside'
  | 'assignSubjects'
> = {
  createRound: {
    mode: 'write',
    async run(work, { plan, draw, by }) {
      const round: Round = {
        id: work.newId(),
        state: 'open',
        createdAt: work.at,
        ...(await planned(work, plan)),
      };
      await work.tables.rounds.add(round);
      await appendRoundEvent(work, round.id, by, 'create', `建立轮次“${round.name}”。`);
      if (draw) await drawInto(work, round, draw, by);
      work.changed({ what: 'rounds' });
      return (await work.tables.rounds.get(round.id)) ?? round;
    },
  },
  updateRound: {
    mode: 'write',
    async run(work, { roundId, plan, by }) {
      const { id, state, createdAt, scope } = await openRound(work, roundId);
      const round: Round = {
        id,
        state,
        createdAt,
        ...(scope && { scope }),
        ...(await planned(work, plan, id)),
      };
      await work.tables.rounds.put(round);
      await appendRoundEvent(work, id, by, 'update', '修改轮次的名称、日期、指标体系或上一轮次。');
      work.changed({ what: 'rounds' });
      return round;
    },
  },
  removeRound: {
    mode: 'write',
    async run(work, { roundId }) {
      const round = await openRound(work, roundId);
      const { tables } = work;
      const begun = [
        ...(await tables.sessions.ofRound(roundId)),
        ...(await tables.citizenReports.ofRound(roundId)),
        ...(await tables.repostItems.ofRound(roundId)),
      ];
      if (begun.length > 0) {
        throw new DeskError('conflict', `检查轮次“${round.name}”中已有检查、留言或转载记录，不能删除。`);
      }
      if ((await tables.rounds.all()).some(({ previousId }) => previousId === roundId)) {
        throw new DeskError('conflict', `检查轮次“${round.name}”是另一轮次的上一轮次，不能删除。`);
      }
      await tables.assignments.deleteOfRound(roundId);
      await tables.roundEvents.deleteOfRound(roundId);
      await tables.rounds.delete(roundId);
      work.changed({ what: 'rounds' });
      return {};
    },
  },
  drawSubjects: {
    mode: 'write',
    async run(work, { roundId, draw, by }) {
      const round = await openRound(work, roundId);
      const drawn = await drawInto(work, round, draw, by);
      work.changed({ what: 'rounds' });
      return drawn;
    },
  },
  changeSubjects: {
    mode: 'write',
    async run(work, { roundId, add, remove, by }) {
      await openRound(work, roundId);
      const { tables } = work;
      const known = new Set((await tables.assignments.ofRound(roundId)).map(({ subjectId }) => subjectId));
      const subjects = new Map((await tables.subjects.all()).map((subject) => [subject.id, subject]));
      const begun = new Set((await tables.sessions.ofRound(roundId)).map(({ subjectId }) => subjectId));
      const stuck = remove.filter((id) => begun.has(id)).map((id) => subjects.get(id)?.name ?? id);
      if (stuck[0] !== undefined) {
        const more = stuck.length > 1 ? `等 ${stuck.length} 个` : '';
        throw new DeskError('conflict', `“${stuck[0]}”${more}已开始检查，不能移出本轮次，未作改动。`);
      }
      if (add.some((id) => !subjects.has(id))) throw notFound('检查对象');
      const fresh = [...new Set(add)].filter((id) => !known.has(id));
      const gone = [...new Set(remove)].filter((id) => known.has(id));
      await tables.assignments.putMany(fresh.map((subjectId) => ({ roundId, subjectId, inspector: '' })));
      for (const id of gone) await tables.assignments.delete([roundId, id]);
      if (fresh.length + gone.length > 0) {
        await appendRoundEvent(
          work,
          roundId,
          by,
          'draw',
          `手工调整检查对象：加入 ${fresh.length} 个，移出 ${gone.length} 个。`,
        );
        work.changed({ what: 'rounds' });
      }
      return { added: fresh.length, removed: gone.length };
    },
  },
  subjectsOutside: {
    mode: 'read',
    async run({ tables }, { roundId }) {
      const round = await tables.rounds.get(roundId);
      if (!round) throw notFound('检查轮次');
      const inside = new Set((await tables.assignments.ofRound(roundId)).map(({ subjectId }) => subjectId));
      const eligible = eligibleSubjects(await tables.subjects.all(), round.sets ?? []);
      return bySubject(eligible.filter(({ id }) => !inside.has(id)));
    },
  },
  assignSubjects: {
    mode: 'write',
    async run(work, { roundId, subjectIds, inspectors, keep, dueDay, by }) {
      await openRound(work, roundId);
      const { tables } = work;
      const chosen = new Set(subjectIds);
      const assignments = new Map(
        (await tables.assignments.ofRound(roundId)).map((one) => [one.subjectId, one]),
      );
      // A subject can be in the round by its inspection alone; handing it out makes it a member.
      for (const { subjectId } of await tables.sessions.ofRound(roundId)) {
        if (!assignments.has(subjectId)) assignments.set(subjectId, { roundId, subjectId, inspector: '' });
      }
      if (subjectIds.some((id) => !assignments.has(id))) throw notFound('检查对象');
      const changed = new Map<string, Assignment>();
      if (inspectors) {
        const subjects = bySubject(await tables.subjects.all());
        const all = subjects.flatMap((subject) => {
          const assignment = assignments.get(subject.id);
          return assignment ? [{ subject, assignment }] : [];
        });
        for (const one of handOut(all, chosen, [...new Set(inspectors)], keep))
          changed.set(one.subjectId, one);
      }
      if (dueDay !== undefined) {
        for (const id of chosen) {
          const { dueDay: before, ...rest } = changed.get(id) ?? (assignments.get(id) as Assignment);
          if ((before ?? null) !== dueDay) changed.set(id, { ...rest, ...(dueDay && { dueDay }) });
        }
      }
      if (changed.size === 0) return { changed: 0 };
      await tables.assignments.putMany([...changed.values()]);
      await appendRoundEvent(work, roundId, by, 'assign', assignText(changed, inspectors, dueDay));
      work.changed({ what: 'rounds' });
      return { changed: changed.size };
    },
  },
};

/** The round, or a refusal when there is none or it is closed. */
export async function openRound(work: Work, roundId: string): Promise<Round> {
  const round = await work.tables.rounds.get(roundId);
  if (!round) throw notFound('检查轮次');
  await requireOpenRound(work, roundId);
  return round;
}

/** Appends to the round's audit trail with the next number. */
export async function appendRoundEvent(
  work: Work,
  roundId: string,
  by: string,
  kind: RoundEvent['kind'],
  text: string,
): Promise<void> {
  const last = await work.tables.roundEvents.lastOfRound(roundId);
  await work.tables.roundEvents.add({ roundId, seq: (last?.seq ?? 0) + 1, at: work.at, by, kind, text });
}

/** The fields of a plan as a round has them; refused when they do not go together. */
async function planned(work: Work, plan: RoundPlan, ownId?: string) {
  const { name, startDay, endDay, dueDay, sets, previousId } = plan;
  const rounds = await work.tables.rounds.all();
  if (rounds.some((round) => round.name === name && round.id !== ownId)) {
    throw new DeskError('conflict', `已有名为“${name}”的检查轮次，请换一个名称。`);
  }
  if (startDay && endDay && startDay > endDay) {
    throw new DeskError('invalid', '轮次的结束日期早于开始日期，请核对。');
  }
  if (doubledRule(sets)) {
    throw new DeskError('invalid', '同一类检查对象、同一分组只能指定一个指标体系，请删去重复的一行。');
  }
  for (const { kind, setId } of sets) {
    const set = await findSet(work, setId);
    if (set.appliesTo !== kind) {
      throw new DeskError('invalid', `指标体系“${set.title}”不适用于所选的检查对象类别，请另选。`);
    }
  }
  if (previousId !== null) requireEarlier(rounds, previousId, ownId);
  return {
    name,
    ...(startDay && { startDay }),
    ...(endDay && { endDay }),
    ...(dueDay && { dueDay }),
    sets,
    ...(previousId !== null && { previousId }),
  };
}

/** Refuses a previous round that does not exist or that comes, over its own previous ones, after this round. */
function requireEarlier(rounds: readonly Round[], previousId: string, ownId: string | undefined): void {
  const byId = new Map(rounds.map((round) => [round.id, round]));
  if (!byId.has(previousId)) throw notFound('上一轮次');
  const seen = new Set<string>();
  for (let id: string | undefined = previousId; id && !seen.has(id); id = byId.get(id)?.previousId) {
    if (id === ownId) throw new DeskError('invalid', '上一轮次不能是本轮次自身或在它之后的轮次，请另选。');
    seen.add(id);
  }
}

async function drawInto(work: Work, round: Round, draw: RoundDraw, by: string) {
  const { tables } = work;
  const eligible = eligibleSubjects(await tables.subjects.all(), round.sets ?? []);
  const drawn = new Set((draw.kind === 'all' ? eligible : drawSample(eligible, draw)).map(({ id }) => id));
  const before = new Map((await tables.assignments.ofRound(round.id)).map((one) => [one.subjectId, one]));
  const begun = new Set((await tables.sessions.ofRound(round.id)).map(({ subjectId }) => subjectId));
  const kept = [...begun].filter((id) => !drawn.has(id));
  for (const id of before.keys()) {
    if (!drawn.has(id) && !begun.has(id)) await tables.assignments.delete([round.id, id]);
  }
  const members = [...drawn, ...kept];
  await tables.assignments.putMany(
    members
      .filter((id) => !before.has(id))
      .map((subjectId) => ({ roundId: round.id, subjectId, inspector: '' })),
  );
  const scope: RoundScope = draw.kind === 'all' ? draw : { ...draw, at: work.at };
  await tables.rounds.put({ ...round, scope });
  await appendRoundEvent(work, round.id, by, 'draw', drawText(draw, eligible, members.length, kept.length));
  return { count: members.length, kept: kept.length };
}

const KIND_WORD = { website: '政府网站', 'new-media': '政务新媒体' } as const;

function drawText(draw: RoundDraw, eligible: readonly Subject[], count: number, kept: number): string {
  const stayed = kept > 0 ? `，其中 ${kept} 个因已开始检查而保留` : '';
  if (draw.kind === 'all') return `检查对象为台账全部：共 ${count} 个${stayed}。`;
  const of = draw.kinds ? `${draw.kinds.map((kind) => KIND_WORD[kind]).join('、')}中` : '';
  return `从台账 ${eligible.length} 个对象的${of}抽样 ${draw.size} 个（种子“${draw.seed}”），本轮次共 ${count} 个${stayed}。`;
}

function assignText(
  changed: ReadonlyMap<string, Assignment>,
  inspectors: readonly string[] | undefined,
  dueDay: string | null | undefined,
): string {
  const due = dueDay === undefined ? '' : dueDay === null ? '截止日改为与轮次一致' : `截止日改为 ${dueDay}`;
  const who =
    inspectors === undefined
      ? ''
      : inspectors.length === 0
        ? '收回分配'
        : `分配给${[...new Set(inspectors)].join('、')}`;
  return `${changed.size} 个检查对象${[who, due].filter(Boolean).join('，')}。`;
}

function bySubject(subjects: readonly Subject[]): Subject[] {
  return sortEntries(subjects.map((subject) => ({ subject }))).map(({ subject }) => subject);
}
