// Required items that an account did not repost (漏转) or reposted late, one finding per item, so that the hit counts them.
import * as words from '@/lib/locale/zh-CN/checks/missed-reposts';
import { defineSiteCheck } from '../engine/define-site-check';

export default defineSiteCheck({
  id: 'missed-reposts',
  run(_pages, { account }) {
    if (!account || account.reposts.length === 0) return undefined;
    const findings = account.reposts.flatMap(({ itemId, title, source, state }) =>
      state === 'missed' || state === 'late'
        ? [
            {
              kind: state,
              item: itemId,
              outcome: 'fail' as const,
              group: words.group,
              message: words.messages[state](title, source),
              advice: words.default.advice,
              locator: { url: account.address, frame: '', selector: '' },
            },
          ]
        : [],
    );
    return { findings };
  },
});
