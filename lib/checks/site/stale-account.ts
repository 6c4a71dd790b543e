// Whether an account has published anything in the two weeks before it was looked at (国办秘函〔2019〕19号 单项否决).
import * as words from '@/lib/locale/zh-CN/checks/stale-account';
import { daysBetween } from '@/lib/text/days';
import { defineSiteCheck } from '../engine/define-site-check';

/** Days back from the day of the inspection within which something must have been published. */
const TWO_WEEKS = 14;

export default defineSiteCheck({
  id: 'stale-account',
  run(_pages, { account }) {
    const last = account?.notes.lastPublishedDay;
    if (!account || last === undefined) return undefined;
    const days = daysBetween(last, account.day);
    if (days <= TWO_WEEKS) return { findings: [] };
    return {
      findings: [
        {
          kind: 'stale',
          item: 'account',
          outcome: 'fail',
          group: words.group,
          message: words.messages.stale(last, account.day, days),
          found: last,
          advice: words.default.advice,
          locator: { url: account.address, frame: '', selector: '' },
        },
      ],
    };
  },
});
