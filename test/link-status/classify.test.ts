// What answers mean: certain faults, faults to look at, and what cannot be told from here.
import { describe, expect, it } from 'vitest';
import { answeringOrigins, classify, type Surroundings } from '@/lib/link-status/classify';
import type { LinkStatus, TargetKind } from '@/lib/model/facts/link-status';

const URL_ = 'http://www.shili.gov.cn/zwgk/2024/t20240101_1.html';
const around: Surroundings = {
  own: new Set(['www.shili.gov.cn']),
  governmentHosts: [],
  answering: new Set(['http://other.gov.cn']),
};
const answer = (part: Partial<LinkStatus>, url = URL_): LinkStatus => ({
  url,
  at: '2026-01-05T02:00:00Z',
  ms: 10,
  tries: 1,
  ...part,
});
const say = (part: Partial<LinkStatus>, { kind = 'link' as TargetKind, url = URL_, ...more } = {}) => {
  const judged = classify({ url, kind }, answer(part, url), { ...around, ...more });
  return judged.class === 'ok' ? 'ok' : `${judged.class} ${judged.certain ? 'certain' : 'doubtful'}`;
};

describe('by status', () => {
  it.each([
    [200, 'ok'],
    [206, 'ok'],
    [404, 'broken certain'],
    [410, 'broken certain'],
    [500, 'broken certain'],
    [502, 'broken certain'],
    [503, 'broken certain'],
    [401, 'unsure doubtful'],
    [403, 'unsure doubtful'],
    [405, 'unsure doubtful'],
    [412, 'unsure doubtful'],
    [429, 'unsure doubtful'],
    [400, 'unsure doubtful'],
    [520, 'unsure doubtful'],
    [521, 'unsure doubtful'],
    [202, 'unsure doubtful'],
  ])('%d is %s', (status, expected) => {
    expect(say({ status })).toBe(expected);
  });
});

describe('by error', () => {
  it.each([
    ['dns', 'broken certain'],
    ['refused', 'broken certain'],
    ['certificate', 'certificate certain'],
    ['untrusted', 'certificate doubtful'],
    ['timeout', 'unsure doubtful'],
    ['reset', 'unsure doubtful'],
    ['redirect-loop', 'unsure doubtful'],
    ['blocked', 'unsure doubtful'],
    ['network', 'unsure doubtful'],
  ] as const)('%s is %s', (error, expected) => {
    expect(say({ error })).toBe(expected);
  });

  it('a host that answered before may be refusing this computer only', () => {
    const statuses = [answer({ status: 200 }, 'http://www.shili.gov.cn/')];
    expect(say({ error: 'refused' }, { answering: answeringOrigins(statuses) } as never)).toBe(
      'unsure doubtful',
    );
  });

  it('nothing is certain when nobody answers at all: it may be this network', () => {
    const none = { answering: new Set<string>() } as never;
    expect(say({ error: 'dns' }, none)).toBe('broken doubtful');
    expect(say({ error: 'refused' }, none)).toBe('broken doubtful');
  });
});

describe('by where it ends', () => {
  it.each([
    ['http://www.shili.gov.cn/', 'home-redirect doubtful'],
    ['https://www.shili.gov.cn/index.html', 'home-redirect doubtful'],
    ['http://www.shili.gov.cn/404.html', 'soft-404 doubtful'],
    ['http://www.shili.gov.cn/error.jsp', 'soft-404 doubtful'],
    ['https://www.shili.gov.cn/zwgk/2024/t20240101_1.html', 'ok'],
    ['http://www.shili.gov.cn/zwgk/new.html', 'ok'],
    ['http://zwfw.shili.gov.cn/guide/1', 'ok'],
    ['http://www.other.gov.cn/news/1.html', 'ok'],
    ['http://www.parked-domain.com/landing', 'other-site doubtful'],
    ['http://shili.gov.cn.evil.com/a', 'other-site doubtful'],
  ])('%s is %s', (finalUrl, expected) => {
    expect(say({ status: 200, finalUrl })).toBe(expected);
  });

  it('a home page that leads to its own start page is fine', () => {
    expect(
      say(
        { status: 200, finalUrl: 'https://www.shili.gov.cn/index.html' },
        { url: 'http://www.shili.gov.cn/' },
      ),
    ).toBe('ok');
  });

  it('an intermediate page that names its goal may go there', () => {
    const url = 'http://www.shili.gov.cn/link.html?url=http%3A%2F%2Fwww.bank.com%2Fa';
    expect(say({ status: 200, finalUrl: 'http://www.bank.com/a' }, { url })).toBe('ok');
  });
});

describe('by content', () => {
  const gone = { words: '页面不存在', inTitle: true };
  it('a short notice is certain, a long page with such a title is not', () => {
    expect(say({ status: 200, gone, textLength: 40 })).toBe('soft-404 certain');
    expect(say({ status: 200, gone, textLength: 4_000 })).toBe('soft-404 doubtful');
  });
  it('a page in place of a file needs a look; a file that says nothing of its type does not', () => {
    const url = 'http://www.shili.gov.cn/files/a.doc';
    expect(say({ status: 200, type: 'text/html' }, { url, kind: 'attachment' })).toBe(
      'page-for-file doubtful',
    );
    expect(say({ status: 200, type: 'application/msword' }, { url, kind: 'attachment' })).toBe('ok');
    expect(say({ status: 200 }, { url, kind: 'attachment' })).toBe('ok');
  });
});
