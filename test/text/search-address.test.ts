// Addresses of search results, in the form's own encoding.
import { describe, expect, it } from 'vitest';
import { searchAddress } from '@/lib/text/search-address';

const form = { action: 'http://www.shili.gov.cn/s?old=1#x', field: 'q', others: [], encoding: 'utf-8' };

describe('searchAddress', () => {
  it('puts the fields in place of the old query, as browsers do', () => {
    expect(searchAddress({ ...form, others: [{ name: 'site', value: 'a b&c' }] }, '示例')).toBe(
      'http://www.shili.gov.cn/s?site=a%20b%26c&q=%E7%A4%BA%E4%BE%8B',
    );
  });

  it('writes GBK where the page is GBK', () => {
    expect(searchAddress({ ...form, encoding: 'gb2312' }, '示例 a')).toBe(
      'http://www.shili.gov.cn/s?q=%CA%BE%C0%FD%20a',
    );
  });

  it('gives nothing for an address that is none', () => {
    expect(searchAddress({ ...form, action: 'x' }, '示例')).toBe('');
  });
});
