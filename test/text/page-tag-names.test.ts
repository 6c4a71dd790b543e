// Names of page tags as pages write them.
import { expect, it } from 'vitest';
import { isOddTagName, tagKey } from '@/lib/text/page-tag-names';

it.each([
  ['SiteName', 'sitename', false],
  [' SITENAME\u3000', 'sitename', false],
  ['ＣｏｌｕｍｎＮａｍｅ', 'columnname', true],
  ['Site ID Code', 'siteidcode', true],
  ['Pub\u200bDate', 'pubdate', true],
  ['og:title', 'og:title', false],
])('reads %s', (name, key, odd) => {
  expect(tagKey(name)).toBe(key);
  expect(isOddTagName(name)).toBe(odd);
});
