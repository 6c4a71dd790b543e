// Takes in what the inspections of a hand-over file share: subjects, rounds, assignments, reposts, rectifications, columns.
import {
  laterRecord,
  mergeColumns,
  mergeRectification,
  sameRound,
  sameSubject,
} from '@/lib/merge/merge-shared';
import type { Round } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';
import type { Shared } from '@/lib/store/handover-format';
import type { Tables } from '@/lib/store/repository';
import { sameJson } from '@/lib/store/same-json';
import type { DeskChange } from './protocol';

/** Ids here by ids of the file, and rounds of the file that are not taken, with the reason. */
export interface SharedMap {
  subjects: Map<string, Subject>;
  rounds: Map<string, Round>;
  refusedRounds: Map<string, string>;
}

/** Where the file's subjects and rounds belong; reads only. `newRounds`: rounds unknown here may be added. */
export async function mapShared(tables: Tables, shared: Shared, newRounds: boolean): Promise<SharedMap> {
  const knownSubjects = await tables.subjects.all();
  const knownRounds = await tables.rounds.all();
  const map: SharedMap = { subjects: new Map(), rounds: new Map(), refusedRounds: new Map() };
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
  return map;
}

/** Writes what is new or later; what is here already and not later stays. Returns what changed. */
export async function storeShared(
  tables: Tables,
  shared: Shared,
  { subjects, rounds }: SharedMap,
): Promise<DeskChange['what'][]> {
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
    if (await tables.repostItems.get([one.roundId, one.id])) continue;
    await tables.repostItems.add(one);
    changed.add('reposts');
  }
  for (const one of shared.reposts.flatMap((record) => placed(record) ?? [])) {
    const here = await tables.reposts.get([one.roundId, one.itemId, one.subjectId]);
    const later = here ? laterRecord(here, one) : one;
    if (here && sameJson(here, later)) continue;
    await tables.reposts.put(later);
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
  return [...changed];
}
