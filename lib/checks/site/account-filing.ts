// The filing (备案) of an account as the inspector found it, against what the register says.
import * as words from '@/lib/locale/zh-CN/checks/account-filing';
import { FILING_WORD } from '@/lib/text/filing-words';
import type { FindingDraft } from '../engine/define-check';
import { defineSiteCheck } from '../engine/define-site-check';

export default defineSiteCheck({
  id: 'account-filing',
  run(_pages, { account }) {
    if (!account) return undefined;
    const known = account.filing?.state ?? 'unknown';
    const found = account.notes.filing ?? known;
    if (found === 'unknown') return undefined;
    const finding = (kind: string, outcome: FindingDraft['outcome'], message: string): FindingDraft => ({
      kind,
      item: 'account',
      outcome,
      group: words.group,
      message,
      expected: FILING_WORD[known],
      found: FILING_WORD[found],
      advice: words.default.advice,
      locator: { url: account.address, frame: '', selector: '' },
    });
    // What only the register says may have changed since: a person must look.
    const outcome = account.notes.filing === undefined ? 'review' : 'fail';
    if (found === 'unfiled') return { findings: [finding('unfiled', outcome, words.messages.unfiled)] };
    if (found === 'change-unfiled')
      return { findings: [finding('change-unfiled', outcome, words.messages.changeUnfiled)] };
    if (known === 'unknown' || known === found) return { findings: [] };
    return {
      findings: [
        finding('differs', 'review', words.messages.differs(FILING_WORD[known], FILING_WORD[found])),
      ],
    };
  },
});
