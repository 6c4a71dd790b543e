// Small books for the tests of numbers: a few subjects with verdicts scored by a shipped set.
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Round } from '@/lib/model/round';
import type { BookEntry } from '@/lib/model/round-book';
import type { Session, Subject, Verdict } from '@/lib/model/session';
import { bookEntry } from '@/lib/rounds/round-book';
import type { CountedBook } from '@/lib/rounds/round-numbers';

export function setNamed(id: string): IndicatorSet {
  const set = shippedSets.find((one) => one.id === id);
  if (!set) throw new Error(`no set ${id}`);
  return set;
}

/** One subject of a small book and what was found there. */
export interface EntryPlan {
  id: string;
  kind?: Subject['kind'];
  group?: Subject['group'];
  unit?: string;
  platform?: Subject['platform'];
  /** 'absent' = no session. */
  state?: Session['state'] | 'absent';
  /** Criterion id → occurrences; everything else is ok. */
  hits?: Record<string, number>;
  /** Criteria left untested; 'all' = nothing decided. */
  untested?: string[] | 'all';
  goodPractice?: string;
  vetoScore?: number;
}

export function entryOf(plan: EntryPlan, roundId = 'r'): BookEntry {
  const kind = plan.kind ?? 'website';
  const subject: Subject = {
    id: plan.id,
    kind,
    name: `对象${plan.id}`,
    ...(plan.unit === undefined ? {} : { unit: plan.unit }),
    ...(plan.group === undefined ? {} : { group: plan.group }),
    ...(plan.platform === undefined ? {} : { platform: plan.platform }),
    aliases: [],
    adHoc: false,
    hasServices: true,
  };
  const assignment = { roundId, subjectId: plan.id, inspector: '张三' };
  if (plan.state === 'absent') return bookEntry(subject, assignment, []);
  const shipped = setNamed(kind === 'website' ? 'city-website' : 'city-new-media');
  const set = plan.vetoScore === undefined ? shipped : { ...shipped, vetoScore: plan.vetoScore };
  const at = '2026-11-20T01:00:00.000Z';
  const session: Session = {
    id: `session-${roundId}-${plan.id}`,
    roundId,
    subjectId: plan.id,
    setId: set.id,
    setVersion: set.version,
    inspector: '张三',
    state: plan.state ?? 'finished',
    createdAt: at,
    updatedAt: at,
    ...(plan.goodPractice === undefined ? {} : { goodPractice: { text: plan.goodPractice } }),
  };
  const verdicts = criteriaOf(set).flatMap(({ criterion: { id } }): Verdict[] => {
    if (plan.untested === 'all' || plan.untested?.includes(id)) return [];
    const count = plan.hits?.[id] ?? 0;
    return [
      {
        sessionId: session.id,
        criterionId: id,
        status: count > 0 ? 'hit' : 'ok',
        count,
        note: count > 0 ? `备注${id}` : '',
        findingKeys: [],
        evidenceIds: [],
        by: '张三',
        at,
        from: 'manual',
      },
    ];
  });
  return bookEntry(subject, assignment, [{ session, set, verdicts, findings: [] }]);
}

export function bookWith(plans: readonly EntryPlan[], round: Partial<Round> = {}): CountedBook {
  const full: Round = {
    id: 'r',
    name: '2026年第四季度',
    state: 'open',
    createdAt: '2026-10-01T00:00:00.000Z',
    ...round,
  };
  return { round: full, entries: plans.map((plan) => entryOf(plan, full.id)) };
}
