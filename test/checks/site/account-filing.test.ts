// What was found counts for sure, what only the register says must be looked at.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/site/account-filing';
import type { Filing } from '@/lib/model/register';
import { accountSeen } from './account-cases';

type State = Filing['state'];
function outcome(register: State | undefined, found?: State) {
  const filing = register && { state: register };
  const answer = check.run([], accountSeen({ filing, notes: found === undefined ? {} : { filing: found } }));
  return answer?.findings.map((finding) => [finding.kind, finding.outcome]);
}

describe('account-filing', () => {
  it('says nothing when nobody knows', () => {
    expect(outcome(undefined)).toBeUndefined();
    expect(outcome('unknown')).toBeUndefined();
    expect(check.run([], { columns: [] })).toBeUndefined();
  });

  it.each<[State | undefined, State | undefined, [string, string][]]>([
    ['filed', undefined, []],
    ['filed', 'filed', []],
    ['unknown', 'filed', []],
    ['unfiled', undefined, [['unfiled', 'review']]],
    ['filed', 'unfiled', [['unfiled', 'fail']]],
    ['filed', 'change-unfiled', [['change-unfiled', 'fail']]],
    ['closed', 'filed', [['differs', 'review']]],
    ['unfiled', 'filed', [['differs', 'review']]],
  ])('register %s, found %s', (register, found, findings) => {
    expect(outcome(register, found)).toEqual(findings);
  });
});
