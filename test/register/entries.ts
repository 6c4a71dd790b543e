// Arbitrary register entries for property tests, as a reader of files gives them.
import fc from 'fast-check';
import { Platform, SubjectGroup } from '@/lib/model/register';
import type { RegisterEntry } from '@/lib/model/register-entry';

const word = fc.stringMatching(/^[示例市区县局委办公开=+@-][一-九甲乙a-c1-3]{1,4}$/);
const day = fc.constantFrom('2019-01-02', '2021-07-08', '2023-12-31');
const filing = fc.record(
  {
    state: fc.constantFrom(
      'filed' as const,
      'unfiled' as const,
      'change-unfiled' as const,
      'closed' as const,
    ),
    openedDay: fc.constant('2018-05-06'),
    changedDay: day,
    closedDay: day,
  },
  { requiredKeys: ['state'] },
);
const common = {
  unit: word,
  group: fc.constantFrom(...SubjectGroup.options),
  sponsor: word,
  filing,
  contact: word,
  note: word,
  hasServices: fc.boolean(),
};

/** Few codes, hosts and names, so that entries meet. */
export const website: fc.Arbitrary<RegisterEntry> = fc.record(
  {
    kind: fc.constant('website' as const),
    name: word,
    url: fc.constantFrom(
      'http://www.a.gov.cn/',
      'http://a.gov.cn/index.html',
      'https://b.gov.cn/x/',
      'http://b.gov.cn/y/',
    ),
    siteIdCode: fc.constantFrom('5001000001', '5001000002', 'bm12000001'),
    aliases: fc.constant(['c.gov.cn']),
    ...common,
  },
  { requiredKeys: ['kind', 'name'] },
);
export const account: fc.Arbitrary<RegisterEntry> = fc
  .record(
    {
      kind: fc.constant('new-media' as const),
      name: fc.constantFrom('示例发布', '示例公安', '示例文旅'),
      platform: fc.constantFrom(...Platform.options),
      account: fc.constantFrom('shili', 'gh_1', 'ＳＨＩＬＩ'),
      url: fc.constant('https://weibo.com/u/1'),
      ...common,
    },
    { requiredKeys: ['kind', 'name', 'platform'] },
  )
  .map((entry) => entry as RegisterEntry);
export const entries = fc.array(fc.oneof(website, account), { maxLength: 12 });
