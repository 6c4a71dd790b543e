// What a repeat keeps of an earlier run of the same page.
import { describe, expect, it } from 'vitest';
import { mergeResults } from '@/lib/client/inspect-page';
import type { CheckResult } from '@/lib/model/finding';

const result = (checkId: string, part: Partial<CheckResult> = {}): CheckResult => ({
  checkId,
  outcome: 'pass',
  findings: [],
  skipped: [],
  ms: 1,
  ...part,
});
const cancelled = { outcome: 'error', error: { code: 'cancelled', detail: '已取消' } } as const;

describe('mergeResults', () => {
  it('replaces what ran again and keeps what did not', () => {
    const merged = mergeResults([result('a'), result('b')], [result('b', { outcome: 'fail' })]);
    expect(merged.map(({ checkId, outcome }) => [checkId, outcome])).toEqual([
      ['a', 'pass'],
      ['b', 'fail'],
    ]);
  });

  it('does not let a cancelled repeat throw away what was known', () => {
    const merged = mergeResults([result('a')], [result('a', cancelled), result('b', cancelled)]);
    expect(merged.map(({ outcome }) => outcome)).toEqual(['pass', 'error']);
  });

  it('says so when a check that failed now was known before', () => {
    const failed = result('a', { outcome: 'error', error: { code: 'timeout', detail: '超时' } });
    expect(mergeResults([result('a')], [failed])).toEqual([failed]);
  });
});
