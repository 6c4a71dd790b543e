// Desk calls on the register: taking files in, editing many, removing.
import type { Subject } from '@/lib/model/session';
import { mergeRegister } from '@/lib/register/merge';
import { DeskError } from '../desk-error';
import type { DeskInput } from '../protocol';
import { type Handlers, notFound, type Work } from '../work';

export const registerHandlers: Handlers<'importSubjects' | 'editSubjects' | 'removeSubjects'> = {
  importSubjects: {
    mode: 'write',
    async run({ tables, newId, changed }, { entries }) {
      const outcomes = mergeRegister(await tables.subjects.all(), entries);
      const counts = { added: 0, changed: 0, same: 0 };
      const puts: Subject[] = [];
      for (const outcome of outcomes) {
        if (outcome.kind === 'contradiction') {
          const name = entries[outcome.rows[0] ?? 0]?.name ?? '';
          throw new DeskError('conflict', `“${name}”${outcome.reason}，没有导入任何内容。`);
        }
        if (outcome.kind === 'same') counts.same++;
        else if (outcome.kind === 'changed') {
          counts.changed++;
          puts.push(outcome.subject);
        } else {
          counts.added++;
          puts.push({ ...outcome.subject, id: newId() });
        }
      }
      if (puts.length > 0) {
        await tables.subjects.putMany(puts);
        changed({ what: 'subjects' });
      }
      return counts;
    },
  },
  editSubjects: {
    mode: 'write',
    async run(work, { ids, change }) {
      const subjects = await subjectsOf(work, ids);
      await work.tables.subjects.putMany(subjects.map((subject) => edited(subject, change)));
      work.changed({ what: 'subjects' });
      return {};
    },
  },
  removeSubjects: {
    mode: 'write',
    async run(work, { ids }) {
      const { tables } = work;
      const subjects = await subjectsOf(work, ids);
      const doomed = new Map(subjects.map((subject) => [subject.id, subject]));
      const inspected = (await tables.sessions.all()).find(({ subjectId }) => doomed.has(subjectId));
      if (inspected) {
        const name = doomed.get(inspected.subjectId)?.name ?? '';
        throw new DeskError(
          'conflict',
          `“${name}”已有检查记录，不能删除，请先删除其检查记录；没有删除任何对象。`,
        );
      }
      for (const { roundId, subjectId } of await tables.assignments.all()) {
        if (doomed.has(subjectId)) await tables.assignments.delete([roundId, subjectId]);
      }
      for (const id of doomed.keys()) {
        await tables.columnRegisters.delete(id);
        await tables.subjects.delete(id);
      }
      work.changed({ what: 'subjects' });
      work.changed({ what: 'rounds' });
      return {};
    },
  },
};

async function subjectsOf({ tables }: Work, ids: readonly string[]): Promise<Subject[]> {
  const known = new Map((await tables.subjects.all()).map((subject) => [subject.id, subject]));
  return [...new Set(ids)].map((id) => {
    const subject = known.get(id);
    if (!subject) throw notFound('检查对象');
    return subject;
  });
}

function edited(subject: Subject, change: DeskInput<'editSubjects'>['change']): Subject {
  const { filingState, unit, group, sponsor, hasServices } = change;
  const next: Subject = { ...subject };
  if (unit === null) delete next.unit;
  else if (unit !== undefined) next.unit = unit;
  if (group === null) delete next.group;
  else if (group !== undefined) next.group = group;
  if (sponsor === null) delete next.sponsor;
  else if (sponsor !== undefined) next.sponsor = sponsor;
  if (hasServices !== undefined) next.hasServices = hasServices;
  if (filingState !== undefined) next.filing = { ...subject.filing, state: filingState };
  return next;
}
