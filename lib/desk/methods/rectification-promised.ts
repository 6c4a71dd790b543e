// Reads what earlier rounds promised for the subject of a session, and whether it is seen again.
import { normalisePage } from '@/lib/checks/engine/finding-key';
import { criteriaOf } from '@/lib/indicators/criteria';
import { type PresentView, promisedIn, seenAgain } from '@/lib/rectification/promised';
import { latestVerdicts } from '@/lib/scoring/latest-verdicts';
import type { PromisedRow } from '../calls/rectification';
import { latestRuns } from '../run-records';
import { notFound, sessionOf, type Work } from '../work';
import { findSet } from './sets';

export async function promised(work: Work, sessionId: string): Promise<PromisedRow[]> {
  const { tables } = work;
  const session = await sessionOf(work, sessionId);
  const round = await tables.rounds.get(session.roundId);
  if (!round) throw notFound('检查轮次');
  const all = (await tables.rectifications.all()).filter(({ subjectId }) => subjectId === session.subjectId);
  const rounds = await tables.rounds.all();
  const items = promisedIn(all, rounds, round);
  if (items.length === 0) return [];
  const runs = latestRuns(await tables.runs.ofSession(sessionId));
  const set = await findSet(work, session.setId, session.setVersion);
  const now: PresentView = {
    verdicts: [...latestVerdicts(await tables.verdicts.ofSession(sessionId)).values()],
    findings: runs.flatMap(({ results }) => results.flatMap(({ findings }) => findings)),
    checked: runs.map(({ finalUrl, url, results }) => ({
      url: finalUrl || url,
      checkIds: results.filter(({ error }) => !error).map(({ checkId }) => checkId),
    })),
    criterionText: new Map(criteriaOf(set).map(({ criterion }) => [criterion.id, criterion.text])),
    samePage: (a, b) => normalisePage(a) === normalisePage(b),
  };
  const names = new Map(rounds.map(({ id, name }) => [id, name]));
  return items.map((item) => ({
    item,
    round: names.get(item.roundId) ?? '',
    again: seenAgain(item, now),
  }));
}
