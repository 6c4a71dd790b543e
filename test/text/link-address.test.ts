// Reading addresses as browsers do and as their authors meant them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesInHandler, interstitialTarget, readLinkAddress } from '@/lib/text/link-address';

const BASE = 'http://www.shili.gov.cn/a/b.html';

describe('readLinkAddress', () => {
  it.each([
    [' https://x.com/ ', 'https://x.com/', false],
    ['//x.com/y', 'http://x.com/y', false],
    ['http:\\\\x.com\\y', 'http://x.com/y', true],
    ['http://https://x.com/y', 'https://x.com/y', true],
    ['http:////https://x.com', 'https://x.com/', true],
    ['ht\ntp://x.com/', 'http://x.com/', false],
    ['../c.html', 'http://www.shili.gov.cn/c.html', false],
    ['https://x.com/?u=a\\b', 'https://x.com/?u=a\\b', false],
    ['', 'http://www.shili.gov.cn/a/b.html', false],
  ])('%j', (written, address, malformed) => {
    expect(readLinkAddress(written, BASE)).toEqual({ address, malformed });
  });

  it.each([
    'javascript:void(0)',
    'mailto:a@b.cn',
    '#top',
    'tel:1',
    'http://',
    'data:text/html,x',
    'file:///C:/a',
  ])('%s leads nowhere', (written) => {
    expect(readLinkAddress(written, BASE).address).toBe('');
  });

  it('never throws and gives only http(s)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (written, base) => {
        expect(readLinkAddress(written, base).address).toMatch(/^(https?:.*)?$/s);
      }),
    );
  });
});

describe('addressesInHandler', () => {
  it.each([
    ["window.open('https://x.com/a','_blank')", ['https://x.com/a']],
    ['location.href = "/own.html"', ['/own.html']],
    ["window.location.replace('//x.com')", ['//x.com']],
    ["goTo('http://x.com'); return false", ['http://x.com']],
    ["share('标题', 'https://x.com/?u=' + location.href)", ['https://x.com/?u=']],
    ["return confirm('即将离开')", []],
    ['this.value && window.open(this.value)', []],
    ["a('x'); b('/y')", []],
  ])('%s', (code, found) => {
    expect(addressesInHandler(code)).toEqual(found);
  });
});

describe('interstitialTarget', () => {
  it.each([
    ['http://a.gov.cn/link.html?url=https%3A%2F%2Fx.com%2F', 'https://x.com/'],
    ['http://a.gov.cn/go?id=1&target=http://x.com', 'http://x.com/'],
    ['http://a.gov.cn/link.html?url=/own', ''],
    ['http://a.gov.cn/s?q=https://x.com', ''],
    ['no address', ''],
  ])('%s', (address, target) => {
    expect(interstitialTarget(address)).toBe(target);
  });
});
