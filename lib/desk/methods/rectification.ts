// Desk calls on rectification: making items, moving them, files, and what is shown of them.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Rectification } from '@/lib/model/rectification';
import type { Session, Subject } from '@/lib/model/session';
import { itemsOf, type MendingSource, newItems } from '@/lib/rectification/make-items';
import { latestVerdicts } from '@/lib/scoring/latest-verdicts';
import { byCodePoint, byName } from '@/lib/text/order';
import type { RectificationMethod, RectificationRow } from '../calls/rectification';
import { type Handlers, notFound, sessionOf, type Work } from '../work';
import { itemOf, rectificationMoves, sizeOf } from './rectification-moves';
import { promised } from './rectification-promised';
import { findSet } from './sets';

export const rectificationHandlers: Handlers<RectificationMethod> = {
  ...rectificationMoves,
  listRectifications: {
    mode: 'read',
    async run({ tables }, { roundId }) {
      const items =
        roundId === undefined
          ? await tables.rectifications.all()
          : await tables.rectifications.ofRound(roundId);
      const rounds = new Map((await tables.rounds.all()).map((round) => [round.id, round]));
      const subjects = new Map((await tables.subjects.all()).map((subject) => [subject.id, subject]));
      const rank = (row: RectificationRow) => rounds.get(row.item.roundId)?.createdAt ?? '';
      return items
        .map((item) => rowOf(item, subjects.get(item.subjectId), rounds.get(item.roundId)?.name))
        .sort((a, b) => byCodePoint(rank(b), rank(a)) || byPlace(a, b));
    },
  },
  rectification: {
    mode: 'read',
    async run(work, { id }) {
      const { tables } = work;
      const item = await itemOf(work, id);
      const round = await tables.rounds.get(item.roundId);
      const session = await tables.sessions.get(item.sessionId);
      const evidence = item.evidenceId === undefined ? undefined : await tables.evidence.get(item.evidenceId);
      const files = [];
      for (const fileId of item.events.flatMap(({ fileIds }) => fileIds)) {
        const file = await tables.rectificationFiles.get(fileId);
        if (!file) continue;
        const { data, ...row } = file;
        files.push({ ...row, size: sizeOf(data) });
      }
      const criterion = session && (await criterionOf(work, session, item.criterionId));
      return {
        ...rowOf(item, await tables.subjects.get(item.subjectId), round?.name),
        files,
        ...(criterion ? { criterion } : {}),
        ...(evidence ? { evidence } : {}),
        hasSession: session !== undefined,
      };
    },
  },
  rectificationFile: {
    mode: 'read',
    async run({ tables }, { id }) {
      const file = await tables.rectificationFiles.get(id);
      if (!file) throw notFound('附件');
      return file;
    },
  },
  makeRectifications: {
    mode: 'write',
    async run(work, input) {
      const { tables } = work;
      const sessions =
        'sessionId' in input
          ? [await sessionOf(work, input.sessionId)]
          : await tables.sessions.ofRound(input.roundId);
      const counted = sessions.filter(({ doubleCheckOf }) => doubleCheckOf === undefined);
      const finished = counted.filter(({ state }) => state === 'finished');
      const drafts: Rectification[] = [];
      for (const session of finished)
        drafts.push(...itemsOf(await sourceOf(work, session), input.by, work.at));
      const existing = [];
      for (const roundId of new Set(finished.map((session) => session.roundId)))
        existing.push(...(await tables.rectifications.ofRound(roundId)));
      const made = newItems(drafts, existing);
      await tables.rectifications.putMany(made);
      if (made.length > 0) work.changed({ what: 'rectifications' });
      return {
        made: made.length,
        known: drafts.length - made.length,
        sessions: finished.length,
        unfinished: counted.length - finished.length,
      };
    },
  },
  promisedRectifications: { mode: 'read', run: (work, { sessionId }) => promised(work, sessionId) },
};

async function sourceOf(work: Work, session: Session): Promise<MendingSource> {
  const { tables } = work;
  const verdicts = [...latestVerdicts(await tables.verdicts.ofSession(session.id)).values()];
  const named = verdicts.some(({ findingKeys }) => findingKeys.length > 0);
  const runs = named ? await tables.runs.ofSession(session.id) : [];
  const set = await findSet(work, session.setId, session.setVersion);
  const subject = await tables.subjects.get(session.subjectId);
  return {
    session,
    home: subject?.url,
    criteria: criteriaOf(set).map(({ part, criterion }) => ({ part: part.kind, criterion })),
    verdicts,
    findings: runs
      .sort((a, b) => byCodePoint(b.at, a.at) || byCodePoint(a.id, b.id))
      .flatMap(({ results }) => results.flatMap(({ findings }) => findings)),
    evidence: await tables.evidence.ofSession(session.id),
  };
}

async function criterionOf(work: Work, session: Session, criterionId: string) {
  const set = await findSet(work, session.setId, session.setVersion).catch(() => undefined);
  const place = set && criteriaOf(set).find(({ criterion }) => criterion.id === criterionId);
  return place && { indicator: place.indicator.name, text: place.criterion.text };
}

function rowOf(
  item: Rectification,
  subject: Subject | undefined,
  round: string | undefined,
): RectificationRow {
  const { id, kind, name, unit, group, host } = subject ?? {
    id: item.subjectId,
    kind: 'website' as const,
    name: '（检查对象已删除）',
  };
  return {
    item,
    subject: {
      id,
      kind,
      name,
      ...(unit === undefined ? {} : { unit }),
      ...(group === undefined ? {} : { group }),
      ...(host === undefined ? {} : { host }),
    },
    round: round ?? '（检查轮次已删除）',
  };
}

function byPlace(a: RectificationRow, b: RectificationRow): number {
  return (
    byCodePoint(a.item.roundId, b.item.roundId) ||
    byName(a.subject.unit ?? a.subject.name, b.subject.unit ?? b.subject.name) ||
    byName(a.subject.name, b.subject.name) ||
    byCodePoint(a.item.url ?? '', b.item.url ?? '') ||
    byCodePoint(a.item.id, b.item.id)
  );
}
