// An account as people noted it, for the tests of the checks that read such notes.
import type { AccountSeen } from '@/lib/checks/engine/define-site-check';

export function accountSeen(part: Partial<AccountSeen> = {}): { columns: []; account: AccountSeen } {
  return {
    columns: [],
    account: { notes: {}, day: '2026-11-20', address: 'https://weibo.com/u/1', reposts: [], ...part },
  };
}
