// What the strip under the one-click button says about each check. Pure.
import type { CheckProgress } from '@/lib/checks/engine/run-checks';
import type { CheckOutcome, CheckResult } from '@/lib/model/finding';
import type { Skip } from '@/lib/model/primitives';
import type { Run } from '@/lib/model/session';
import { countFindings } from './findings-model';

export interface StripItem {
  checkId: string;
  /** 'idle' = never run on this page. */
  state: 'idle' | 'waiting' | 'running' | CheckOutcome;
  fails: number;
  reviews: number;
  /** Why it could not run. */
  error?: string;
}

/**
 * One item per check, in the catalogue's order. A check that is running now shows its progress, the others their result
 * in the stored run of this page.
 */
export function stripItems(
  checkIds: readonly string[],
  results: readonly CheckResult[],
  progress: readonly CheckProgress[],
): StripItem[] {
  return checkIds.map((checkId) => {
    const now = progress.find((item) => item.checkId === checkId);
    const result = now ? now.result : results.find((item) => item.checkId === checkId);
    if (now && now.state !== 'done') return { checkId, state: now.state, fails: 0, reviews: 0 };
    if (!result) return { checkId, state: 'idle', fails: 0, reviews: 0 };
    return {
      checkId,
      state: result.outcome,
      ...countFindings(result),
      ...(result.error ? { error: result.error.detail } : {}),
    };
  });
}

/** The strip in the order in which an inspector wants to see it. */
export interface StripGroups {
  /** With findings: first those that saw problems, then those that only ask for a look. */
  found: StripItem[];
  /** Checks that could not run, together when for the same reason. */
  failed: { error: string; checkIds: string[] }[];
  /** All others: nothing to do about them. */
  rest: StripItem[];
}

/** Keeps the given order within each group. */
export function stripGroups(items: readonly StripItem[]): StripGroups {
  const hasFindings = (item: StripItem) => item.fails + item.reviews > 0;
  const failed = new Map<string, string[]>();
  for (const { checkId, state, error = '' } of items)
    if (state === 'error') failed.set(error, [...(failed.get(error) ?? []), checkId]);
  return {
    found: [
      ...items.filter(({ fails }) => fails > 0),
      ...items.filter(({ fails, reviews }) => fails === 0 && reviews > 0),
    ],
    failed: [...failed].map(([error, checkIds]) => ({ error, checkIds })),
    rest: items.filter((item) => item.state !== 'error' && !hasFindings(item)),
  };
}

/** e.g. “通过 5 项，不适用 4 项”. */
export function restSummary(rest: readonly StripItem[]): string {
  const states = ['running', 'waiting', 'pass', 'inapplicable', 'idle', 'fail', 'review'] as const;
  return states
    .map((state) => [STATE_LABEL[state], rest.filter((item) => item.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count} 项`)
    .join('，');
}

/** What a run did not look at, each once; after a repeat of one check the others' gaps are only in their results. */
export function skippedOf(run: Run | undefined): Skip[] {
  if (!run) return [];
  const all = [...run.skipped, ...run.results.flatMap(({ skipped }) => skipped)];
  return [...new Map(all.map((skip) => [`${skip.what}\n${skip.why}`, skip])).values()];
}

export const STATE_LABEL: Record<StripItem['state'], string> = {
  idle: '尚未检查',
  waiting: '等待中',
  running: '检查中',
  pass: '通过',
  fail: '有问题',
  review: '待核实',
  inapplicable: '不适用',
  error: '未能完成',
};

/** e.g. “问题 3，待核实 1，通过 2，未能完成 1”. */
export function stripSummary(items: readonly StripItem[]): string {
  const count = (state: StripItem['state']) => items.filter((item) => item.state === state).length;
  const fails = items.reduce((sum, item) => sum + item.fails, 0);
  const reviews = items.reduce((sum, item) => sum + item.reviews, 0);
  const parts = [
    fails > 0 && `问题 ${fails} 处`,
    reviews > 0 && `待核实 ${reviews} 处`,
    count('pass') > 0 && `通过 ${count('pass')} 项`,
    count('error') > 0 && `未能完成 ${count('error')} 项`,
  ].filter((part): part is string => part !== false);
  return parts.join('，');
}
