// Accounts on one platform host are told apart by their addresses, and nothing is guessed when they do not tell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectsOfPage } from '@/lib/desk/page-subjects';
import type { Subject } from '@/lib/model/session';

const account = (id: string, url: string, host = new URL(url).host): Subject => ({
  id,
  kind: 'new-media',
  name: id,
  url,
  host,
  aliases: [],
  adHoc: false,
  hasServices: true,
});
const site: Subject = {
  id: 'site',
  kind: 'website',
  name: '示例市人民政府',
  url: 'http://www.shili.gov.cn/',
  host: 'www.shili.gov.cn',
  aliases: [],
  adHoc: false,
  hasServices: true,
};
function owners(subjects: Subject[], url: string): string[] {
  const found = subjectsOfPage(subjects, { host: new URL(url).hostname, url });
  return found.map(({ subject, sure }) => `${subject.id}${sure ? '' : '?'}`);
}

describe('the subjects of a page', () => {
  const weibo = [
    account('a', 'https://weibo.com/u/12'),
    account('b', 'https://weibo.com/u/123'),
    account('c', 'https://weibo.com/shilifabu'),
  ];
  it.each([
    ['https://weibo.com/u/123?tabtype=feed', ['b']],
    ['https://weibo.com/u/12/home', ['a']],
    ['https://weibo.com/shilifabu#1', ['c']],
    ['https://weibo.com/u/999', ['a?', 'b?', 'c?']],
    ['https://weibo.com/', ['a?', 'b?', 'c?']],
    ['https://www.toutiao.com/', []],
  ])('%s', (url, expected) => expect(owners(weibo, url)).toEqual(expected));

  it('a lone account is not taken for the owner of somebody else’s page', () => {
    expect(owners(weibo.slice(0, 1), 'https://weibo.com/u/999')).toEqual(['a?']);
  });

  it('articles of WeChat name their account', () => {
    const wechat = [
      account('x', 'https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=MzA1&scene=124'),
      account('y', 'https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=MzA2'),
    ];
    expect(owners(wechat, 'https://mp.weixin.qq.com/s?__biz=MzA2&mid=1&idx=1')).toEqual(['y']);
    expect(owners(wechat, 'https://mp.weixin.qq.com/s/abcdef')).toEqual(['x?', 'y?']);
  });

  it('an account with a host of its own owns it, and websites own theirs', () => {
    expect(owners([account('app', 'https://app.shili.gov.cn/'), site], 'https://app.shili.gov.cn/x')).toEqual(
      ['app'],
    );
    expect(owners([...weibo, site], 'http://www.shili.gov.cn/a/b.html')).toEqual(['site']);
  });

  it('never holds two different accounts for sure', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 2, maxLength: 30 }),
        fc.nat(),
        name,
        (names, nth, tail) => {
          const accounts = names.map((one) => account(one, `https://weibo.com/u/${one}`));
          const wanted = names[nth % names.length] ?? '';
          expect(owners(accounts, `https://weibo.com/u/${wanted}/${tail}?from=${tail}`)).toEqual([wanted]);
        },
      ),
    );
  });
});
