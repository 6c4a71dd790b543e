// Host comparison: whole labels from the right, public suffixes, local networks, government and mark hosts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambiguity, isGovernmentHost, isIdentityMark } from '@/lib/text/government-hosts';
import { asciiHost, isIntranetHost, isSameSite, isUnder, registrableDomain } from '@/lib/text/hosts';

describe('asciiHost', () => {
  it.each([
    ['WWW.Gov.CN', 'www.gov.cn'],
    [' http://www.gov.cn:8080/a?b ', 'www.gov.cn'],
    ['www.gov.cn.', 'www.gov.cn'],
    ['某某。政务', 'xn--xuva.xn--zfr164b'],
    ['http://www.gov.cn@evil.com/', 'evil.com'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['', ''],
    ['http://', ''],
    ['a b', ''],
  ])('%s → %s', (text, host) => {
    expect(asciiHost(text)).toBe(host);
  });
});

describe('isGovernmentHost', () => {
  it.each(['gov.cn', 'www.gov.cn', 'a.b.sh.gov.cn', 'xn--xuva.xn--zfr164b', asciiHost('基金.公益')])(
    '%s',
    (host) => {
      expect(isGovernmentHost(host)).toBe(true);
    },
  );

  it.each(['gov.cn.evil.com', 'evilgov.cn', 'gov.hk', 'agov.cn', 'cn', '', 'gov.cn.com'])(
    'not %s',
    (host) => {
      expect(isGovernmentHost(host)).toBe(false);
    },
  );

  it('never takes a host for a government one because of what stands to its left', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,10}$/);
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 4 }),
        fc.constantFrom('com', 'net', 'org.cn', 'hk'),
        (left, top) => {
          expect(isGovernmentHost([...left, 'gov', 'cn', 'x', top].join('.'))).toBe(false);
          expect(isGovernmentHost(`${[...left, 'x'].join('.')}gov.cn`)).toBe(false);
          expect(isGovernmentHost([...left, 'gov.cn'].join('.'))).toBe(true);
        },
      ),
    );
  });

  it('reads the own list with dots, stars and Chinese names', () => {
    const list = ['*.partner.cn', '.example.org', '公安.cn', 'plain.com', '', '不 合'];
    for (const host of ['www.partner.cn', 'a.example.org', asciiHost('www.公安.cn'), 'plain.com'])
      expect(isGovernmentHost(host, list)).toBe(true);
    for (const host of ['xpartner.cn', 'plain.com.cn', 'com'])
      expect(isGovernmentHost(host, list)).toBe(false);
  });
});

describe('sites', () => {
  it('knows public suffixes', () => {
    expect(registrableDomain('www.sh.gov.cn')).toBe('sh.gov.cn');
    expect(isSameSite('a.x.com.cn', 'b.x.com.cn')).toBe(true);
    expect(isSameSite('a.com.cn', 'b.com.cn')).toBe(false);
    expect(isSameSite('one.github.io', 'two.github.io')).toBe(false);
    expect(isSameSite('10.0.0.1', '10.0.0.1')).toBe(true);
    expect(isSameSite('10.0.0.1', '10.0.0.2')).toBe(false);
    expect(isSameSite('', '')).toBe(false);
    expect(isUnder('a.b', 'b')).toBe(true);
    expect(isUnder('ab', 'b')).toBe(false);
    expect(isUnder('a.b', '')).toBe(false);
  });

  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.0.1',
    '127.0.0.1',
    '169.254.1.1',
    'localhost',
    'oa',
    'a.local',
    '[::1]',
    '[fd00::1]',
    '[fe80::1]',
  ])('%s is local', (host) => {
    expect(isIntranetHost(host)).toBe(true);
  });

  it.each([
    '11.0.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '8.8.8.8',
    'www.gov.cn',
    '10.example.com',
    '[2001:db8::1]',
    '',
  ])('%s is not local', (host) => {
    expect(isIntranetHost(host)).toBe(false);
  });
});

describe('marks and open cases', () => {
  it.each([
    ['https://bszs.conac.cn/sitename?method=show&id=1', true],
    ['http://beian.miit.gov.cn/#/Integrated/index', true],
    ['http://121.43.68.40/exposure/jiucuo.html?site_code=1', true],
    ['https://pucha.kaipuyun.cn/exposure/jiucuo.html?site_code=1&url=', true],
    ['https://beian.miit.gov.cn.relay.example.com/', false],
    ['https://zs.kaipuyun.cn/s', false],
    ['https://notconac.cn/', false],
  ])('%s', (address, mark) => {
    expect(isIdentityMark(new URL(address))).toBe(mark);
  });

  it('leaves schools, associations, hotlines, IP addresses and foreign governments to a person', () => {
    for (const host of [
      'www.gov.hk',
      'portal.gov.mo',
      'www.scu.edu.cn',
      'x.org.cn',
      'www.12377.cn',
      '1.2.3.4',
      '[::1]',
      'www.gov.uk',
      'nasa.gov',
    ])
      expect(ambiguity(host), host).toMatch(/[\u4e00-\u9fff]/);
    for (const host of ['www.people.com.cn', 'weibo.com', 'edu.cn.evil.com', 'x.gov.cn.evil.com'])
      expect(ambiguity(host), host).toBeUndefined();
  });
});
