// Takes in what the inspections of a hand-over file share: subjects, rounds, assignments, reposts, rectifications, columns.
import type { PlannedRepost } from '@/lib/merge/merge-plan';
import { type DecidedRepost, decideRepost, mergeRepost, sameRepostConflict } from '@/lib/merge/merge-repost';
import { mergeColumns, mergeRectification, sameRound, sameSubject } from '@/lib/merge/merge-shared';
import type { Repost } from '@/lib/model/new-media';
import type { Round } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';
import type { Shared } from '@/lib/store/handover-format';
import type { Tables } from '@/lib/store/repository';
import { sameJson } from '@/lib/store/same-json';
import type { DeskChange } from './desk-change';

/** Ids here by ids of the file, and rounds of the file that are not taken, with the reason. */
export interface SharedMap {
  subjects: Map<string, Subject>;
  rounds: Map<string, Round>;
  refusedRounds: Map<string, string>;
  /** Items to be reposted: the one of the same title counts as the same. */
  items: Map<string, string>;
}

/** Where the file's subjects, rounds and items belong; reads only. `newRounds`: rounds unknown here may be added. */
export async function mapShared(tables: Tables, shared: Shared, newRounds: boolean): Promise<SharedMap> {
  const knownSubjects = await tables.subjects.all();
  const knownRounds = await tables.rounds.all();
  const map: SharedMap = {
    subjects: new Map(),
    rounds: new Map(),
    refusedRounds: new Map(),
    items: new Map(),
  };
  for (const subject of shared.subjects) {
    const here = sameSubject(subject, [...knownSubjects, ...map.subjects.values()]);
    map.subjects.set(subject.id, here ?? subject);
  }
  for (const round of shared.rounds) {
    const here = sameRound(round, knownRounds);
    if (here?.state === 'closed') {
      map.refusedRounds.set(
        round.id,
        `检查轮次“${here.name}”已结束，未作改动，如需合并，请先重新开放该轮次。`,
      );
    } else if (here || newRounds || knownRounds.length === 0) {
      map.rounds.set(round.id, here ?? { ...round, state: 'open' });
    } else {
      map.refusedRounds.set(
        round.id,
        `本机没有检查轮次“${round.name}”，未作改动，如确需接收，请选中“同时接收本机没有的检查轮次”。`,
      );
    }
  }
  for (const item of shared.repostItems) {
    const roundId = map.rounds.get(item.roundId)?.id;
    if (roundId === undefined) continue;
    const known = await tables.repostItems.ofRound(roundId);
    const here = known.find(({ id }) => id === item.id) ?? known.find(({ title }) => title === item.title);
    map.items.set(item.id, here?.id ?? item.id);
  }
  return map;
}

/** Ticks of the file that contradict those here; reads only. Sorted by account and item. */
export async function plannedReposts(
  tables: Tables,
  shared: Shared,
  map: SharedMap,
): Promise<PlannedRepost[]> {
  const planned: PlannedRepost[] = [];
  const titles = new Map(shared.repostItems.map(({ id, title }) => [map.items.get(id) ?? id, title]));
  const rounds = new Map([...map.rounds.values()].map(({ id, name }) => [id, name]));
  const subjects = new Map([...map.subjects.values()].map(({ id, name }) => [id, name]));
  for (const file of placedReposts(shared, map)) {
    const here = await tables.reposts.get([file.roundId, file.itemId, file.subjectId]);
    if (!here || mergeRepost(here, file)) continue;
    planned.push({
      here,
      file,
      round: rounds.get(file.roundId) ?? '',
      item: titles.get(file.itemId) ?? '',
      subject: subjects.get(file.subjectId) ?? '',
    });
  }
  const order = ({ subject, item }: PlannedRepost) => JSON.stringify([subject, item]);
  return planned.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The file's ticks under the ids of this side; those of rounds or accounts that are not taken are left out. */
function placedReposts(shared: Shared, { rounds, subjects, items }: SharedMap): Repost[] {
  return shared.reposts.flatMap((one) => {
    const roundId = rounds.get(one.roundId)?.id;
    const subjectId = subjects.get(one.subjectId)?.id;
    const itemId = items.get(one.itemId) ?? one.itemId;
    return roundId === undefined || subjectId === undefined ? [] : [{ ...one, roundId, subjectId, itemId }];
  });
}

/** How contradicting ticks were decided, by whom and when. */
export interface RepostDecisions {
  decided: readonly DecidedRepost[];
  by: string;
  at: string;
}

/**
 * Writes what is new or later; what is here already and not later stays. `changed` says which kinds of records,
 * `decided` how many contradicting ticks were settled; undecided ones stay as they are here.
 */
export async function storeShared(
  tables: Tables,
  shared: Shared,
  map: SharedMap,
  decisions: RepostDecisions,
): Promise<{ changed: DeskChange['what'][]; decided: Map<string, number> }> {
  const { subjects, rounds } = map;
  const decided = new Map<string, number>();
  const changed = new Set<DeskChange['what']>();
  for (const subject of new Set(subjects.values())) {
    if (await tables.subjects.get(subject.id)) continue;
    await tables.subjects.add(subject);
    changed.add('subjects');
  }
  for (const round of new Set(rounds.values())) {
    if (await tables.rounds.get(round.id)) continue;
    await tables.rounds.add(round);
    changed.add('rounds');
  }
  /** The record as it is called here; undefined when its round or subject is not taken. */
  const placed = <T extends { roundId: string; subjectId?: string | undefined }>(one: T): T | undefined => {
    const roundId = rounds.get(one.roundId)?.id;
    const subjectId = one.subjectId === undefined ? undefined : subjects.get(one.subjectId)?.id;
    if (roundId === undefined || (one.subjectId !== undefined && subjectId === undefined)) return undefined;
    return { ...one, roundId, ...(subjectId === undefined ? {} : { subjectId }) };
  };
  for (const one of shared.assignments.flatMap((record) => placed(record) ?? [])) {
    if (await tables.assignments.get([one.roundId, one.subjectId])) continue;
    await tables.assignments.add(one);
    changed.add('rounds');
  }
  for (const one of shared.repostItems.flatMap((record) => placed(record) ?? [])) {
    if (map.items.get(one.id) !== one.id) continue;
    if (await tables.repostItems.get([one.roundId, one.id])) continue;
    await tables.repostItems.add(one);
    changed.add('reposts');
  }
  for (const file of placedReposts(shared, map)) {
    const here = await tables.reposts.get([file.roundId, file.itemId, file.subjectId]);
    let merged = here ? mergeRepost(here, file) : file;
    if (here && !merged) {
      const fit = decisions.decided.find(({ conflict }) => sameRepostConflict(conflict, { here, file }));
      if (!fit) continue;
      merged = decideRepost({ here, file }, fit.choice, decisions);
      decided.set(file.roundId, (decided.get(file.roundId) ?? 0) + 1);
    }
    if (!merged || (here && sameJson(here, merged))) continue;
    await tables.reposts.put(merged);
    changed.add('reposts');
  }
  for (const one of shared.citizenReports.flatMap((record) => placed(record) ?? [])) {
    if (await tables.citizenReports.get([one.roundId, one.number])) continue;
    await tables.citizenReports.add(one);
    changed.add('citizen-reports');
  }
  for (const one of shared.rectifications.flatMap((record) => placed(record) ?? [])) {
    const here = await tables.rectifications.get(one.id);
    const merged = here ? mergeRectification(here, one) : one;
    if (here && sameJson(here, merged)) continue;
    await tables.rectifications.put(merged);
    changed.add('rectifications');
  }
  for (const one of shared.rectificationFiles) {
    if (await tables.rectificationFiles.get(one.id)) continue;
    if (!(await tables.rectifications.get(one.rectificationId))) continue;
    await tables.rectificationFiles.add(one);
    changed.add('rectifications');
  }
  for (const register of shared.columnRegisters) {
    const subjectId = subjects.get(register.subjectId)?.id;
    if (subjectId === undefined) continue;
    const one = { ...register, subjectId };
    const here = await tables.columnRegisters.get(subjectId);
    const merged = here ? mergeColumns(here, one) : one;
    if (here && sameJson(here, merged)) continue;
    await tables.columnRegisters.put(merged);
    changed.add('columns');
  }
  return { changed: [...changed], decided };
}
