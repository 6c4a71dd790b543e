// Finding keys must survive what redesigns change and tell apart what differs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingKeys, normalisePage } from '@/lib/checks/engine/finding-key';

describe('findingKeys', () => {
  it('ignores scheme, fragment, index file and parameter order', () => {
    const same = [
      'http://www.shili.gov.cn/zwgk/?b=2&a=1',
      'https://WWW.shili.gov.cn/zwgk/index.html?a=1&b=2#top',
      'https://www.shili.gov.cn/zwgk/index.shtml?a=1&b=2',
    ].map((url) => findingKeys('identification', url, 'missing', 'sponsor').key);
    expect(new Set(same).size).toBe(1);
  });

  it('leaves the page out of the site key', () => {
    const a = findingKeys('identification', 'https://a.gov.cn/1', 'missing', 'sponsor');
    const b = findingKeys('identification', 'https://a.gov.cn/2', 'missing', 'sponsor');
    expect(a.key).not.toBe(b.key);
    expect(a.siteKey).toBe(b.siteKey);
  });

  it('tells check, kind and item apart, also where joined texts would be equal', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (kindA, itemA, kindB, itemB) => {
        fc.pre(kindA !== kindB || itemA !== itemB);
        const page = 'https://a.gov.cn/';
        expect(findingKeys('x', page, kindA, itemA).key).not.toBe(findingKeys('x', page, kindB, itemB).key);
      }),
    );
  });

  it('takes any text as a page', () => {
    fc.assert(fc.property(fc.string(), (url) => typeof normalisePage(url) === 'string'));
  });
});
