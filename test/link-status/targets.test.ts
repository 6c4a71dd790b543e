// Which addresses of a page are asked for, and which never are.
import { describe, expect, it } from 'vitest';
import { changesSomething } from '@/lib/link-status/avoid';
import { joinTargets, neverAsked, targetsOf } from '@/lib/link-status/targets';
import type { LinkFact } from '@/lib/model/facts/links';

const PAGE = 'http://www.shili.gov.cn/';
const link = (address: string, part: Partial<LinkFact> = {}): LinkFact => ({
  kind: 'anchor',
  written: address,
  address,
  text: '文字',
  visible: true,
  selector: 'a',
  ...part,
});
const pageWith = (links: LinkFact[], images: object[] = []) => ({
  url: PAGE,
  frames: [
    {
      url: PAGE,
      top: true,
      facts: {
        links: { total: links.length, links, promptScripts: [], dialogs: [], externalScripts: [] },
        images: { total: images.length, images: images as never },
      },
    },
  ],
});

describe('targets of a page', () => {
  it('are each address once, without fragment; forms and secrets are left out', () => {
    const targets = targetsOf(
      pageWith([
        link(`${PAGE}a.html#one`),
        link(`${PAGE}a.html#two`),
        link(`${PAGE}send`, { kind: 'form' }),
        link('http://user:secret@www.shili.gov.cn/'),
        link(`${PAGE}files/b.pdf`),
        link(`${PAGE}x/${'a'.repeat(2_000)}`),
      ]),
    );
    expect(targets.map(({ url, kind, places }) => [url, kind, places])).toEqual([
      [`${PAGE}a.html`, 'link', 2],
      [`${PAGE}files/b.pdf`, 'attachment', 1],
    ]);
  });

  it('are those pictures that the browser does not show', () => {
    const image = (name: string, load: string) => ({ address: `${PAGE}${name}`, load, selector: 'img' });
    const targets = targetsOf(
      pageWith([], [image('shown.png', 'loaded'), image('late.png', 'deferred'), image('bad.png', 'failed')]),
    );
    expect(targets.map(({ url, kind }) => [url, kind])).toEqual([
      [`${PAGE}late.png`, 'image'],
      [`${PAGE}bad.png`, 'image'],
    ]);
  });

  it('of several pages stay with the first page', () => {
    const one = {
      url: `${PAGE}a`,
      kind: 'link' as const,
      text: '',
      page: 'p1',
      frame: '',
      selector: 'a',
      places: 1,
    };
    expect(joinTargets([[one], [{ ...one, page: 'p2', places: 3 }]])).toEqual([{ ...one, places: 4 }]);
  });
});

describe('never asked', () => {
  it.each([
    ['http://www.shili.gov.cn/user/logout', '退出登录'],
    ['http://www.shili.gov.cn/user/logout.do', '用户'],
    ['http://www.shili.gov.cn/a?action=delete&id=3', '更多'],
    ['http://www.shili.gov.cn/a', '退出'],
    ['http://www.shili.gov.cn/a', '删除'],
    ['http://www.shili.gov.cn/unsubscribe', '邮件'],
  ])('%s %s', (url, text) => {
    expect(changesSomething(url, text)).toBe(true);
  });

  it.each([
    ['http://www.shili.gov.cn/zwgk/zhuxiao.html', '企业注销登记'],
    ['http://www.shili.gov.cn/a', '关于退出低保的公告'],
    ['http://www.shili.gov.cn/exit-entry/', '出入境管理'],
    ['http://www.shili.gov.cn/delegates/', '代表风采'],
  ])('but %s %s is', (url, text) => {
    expect(changesSomething(url, text)).toBe(false);
  });

  it('the office network, unless the site itself stands there', () => {
    const target = { url: 'http://192.168.1.5/a', text: '' };
    expect(neverAsked(target, new Set())).toBe('intranet');
    expect(neverAsked(target, new Set(['192.168.1.5']))).toBeUndefined();
  });
});
