// The functions of an account that an inspector tried and that did not work, one finding each.
import * as words from '@/lib/locale/zh-CN/checks/failed-account-functions';
import { defineSiteCheck } from '../engine/define-site-check';

export default defineSiteCheck({
  id: 'failed-account-functions',
  run(_pages, { account }) {
    const tested = account?.notes.functions ?? [];
    if (!account || tested.length === 0) return undefined;
    const failed = [...new Set(tested.filter(({ works }) => !works).map(({ name }) => name))].sort();
    return {
      findings: failed.map((name) => ({
        kind: 'fails',
        item: name,
        outcome: 'fail',
        group: words.group,
        message: words.messages.fails(name),
        advice: words.default.advice,
        locator: { url: account.address, frame: '', selector: '' },
      })),
    };
  },
});
