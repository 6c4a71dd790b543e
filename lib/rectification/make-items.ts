// Makes the problems of a finished inspection into items that the unit has to mend.
import type { Finding } from '@/lib/model/finding';
import type { Criterion, PartKind } from '@/lib/model/indicator-set';
import type { Rectification } from '@/lib/model/rectification';
import type { Evidence, Session, Verdict } from '@/lib/model/session';
import { byCodePoint } from '@/lib/text/order';
import { firstEvent } from './moves';

/** What is known of the inspection; criteria in the set's order, one verdict per criterion. */
export interface MendingSource {
  session: Pick<Session, 'id' | 'roundId' | 'subjectId'>;
  /** Address to go to for a problem of which nothing else is known. */
  home: string | undefined;
  criteria: readonly { part: PartKind; criterion: Criterion }[];
  verdicts: readonly Verdict[];
  /** Findings that the verdicts name, latest first. */
  findings: readonly Finding[];
  evidence: readonly Evidence[];
}

const MOST_ID = 200;

/**
 * One item per finding behind a verdict “有问题”, and one for what was decided by hand alone (as in the 问题清单); the
 * bonus part has no problems. Ids are made of session, criterion and finding, so that the same problem always becomes the
 * same item, on every computer.
 */
export function itemsOf(source: MendingSource, by: string, at: string): Rectification[] {
  const verdicts = new Map(source.verdicts.map((verdict) => [verdict.criterionId, verdict]));
  return source.criteria.flatMap(({ part, criterion }) => {
    const verdict = verdicts.get(criterion.id);
    if (part === 'bonus' || verdict?.status !== 'hit') return [];
    return problemsOf(source, criterion, verdict).map((problem): Rectification => {
      const { id: sessionId, roundId, subjectId } = source.session;
      return {
        id: [sessionId, criterion.id, problem.findingKey ?? 'hand'].join(':').slice(-MOST_ID),
        roundId,
        subjectId,
        sessionId,
        criterionId: criterion.id,
        ...problem,
        state: 'open',
        events: [firstEvent({ at, by, text: '' })],
        updatedAt: at,
      };
    });
  });
}

/** The items that are not there yet: what exists keeps its state, words and history. */
export function newItems(
  drafts: readonly Rectification[],
  existing: readonly Pick<Rectification, 'id'>[],
): Rectification[] {
  const known = new Set(existing.map(({ id }) => id));
  return drafts.filter(({ id }) => !known.has(id));
}

type Problem = Pick<Rectification, 'findingKey' | 'checkId' | 'problem' | 'url' | 'evidenceId'>;

function problemsOf(source: MendingSource, criterion: Criterion, verdict: Verdict): Problem[] {
  const pictures = source.evidence
    .filter(({ id, criterionId }) => verdict.evidenceIds.includes(id) || criterionId === criterion.id)
    .sort((a, b) => a.number - b.number);
  const problems: Problem[] = [];
  const shown = new Set<string>();
  for (const key of verdict.findingKeys) {
    const finding = source.findings.find((one) => names(criterion, key, one));
    if (!finding) continue;
    const picture = pictures.find(
      ({ findingKey }) => findingKey === finding.key || findingKey === finding.siteKey || findingKey === key,
    );
    if (picture) shown.add(picture.id);
    problems.push({
      findingKey: key,
      checkId: finding.checkId,
      problem: finding.message,
      ...(finding.locator.url ? { url: finding.locator.url } : {}),
      ...(picture ? { evidenceId: picture.id } : {}),
    });
  }
  const byHand = verdict.count - problems.length;
  const rest = pictures.find(({ id }) => !shown.has(id));
  if (problems.length === 0 || byHand > 0) {
    const many = problems.length > 0 ? `（另计 ${byHand} 处）` : byHand > 1 ? `（共 ${byHand} 处）` : '';
    const url = rest?.url ?? source.home;
    problems.push({
      problem: [`${criterion.text}${many}`, verdict.note].filter((line) => line !== '').join('\n'),
      ...(url ? { url } : {}),
      ...(rest ? { evidenceId: rest.id } : {}),
    });
  } else if (rest) {
    // A picture of the criterion as a whole belongs to the first problem without one of its own.
    const bare = problems.find(({ evidenceId }) => evidenceId === undefined);
    if (bare) bare.evidenceId = rest.id;
  }
  return problems.sort((a, b) => byCodePoint(a.url ?? '', b.url ?? '') || byCodePoint(a.problem, b.problem));
}

function names(criterion: Criterion, key: string, { key: own, siteKey }: Finding): boolean {
  return own === key || (criterion.scope === 'site' && siteKey === key);
}
