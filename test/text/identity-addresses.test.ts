// Addresses behind identity marks: official hosts by suffix, relays and copies told apart.
import { describe, expect, it } from 'vitest';
import {
  errorEntryOf,
  filingRegisterOf,
  hostBelow,
  isErrorEntryScript,
  markAddressOf,
  recordCodeOf,
} from '@/lib/text/identity-addresses';

const ID = '0BC4A1D2E3F405161728394A5B6C7D8E';

describe('markAddressOf', () => {
  it.each([
    [`https://bszs.conac.cn/sitename?method=show&id=${ID}`, 'certificate', ID, true],
    [`//bszs.conac.cn/sitename?method=show&amp;id=${ID}`, 'certificate', ID, true],
    [`OpenUrl('http://bszs.conac.cn/sitename?method=show&id=${ID}')`, 'certificate', ID, true],
    [`http://bszs.conac.cn.relay.example.com/sitename?method=show&id=${ID}`, 'certificate', ID, false],
    [
      'https://dcs.conac.cn/js/33/107/0000/99900001/CA331070000999000010001.js',
      'script',
      'CA331070000999000010001',
      true,
    ],
    [
      " src=' http://relay.example.com/js/33/107/0000/99900001/ca331070000999000010001.js'",
      'script',
      'ca331070000999000010001',
      false,
    ],
    ['images/CA331070000999000010001.js.下载', 'script', 'CA331070000999000010001', false],
    [
      "%3Cscript src='http://dcs.conac.cn/js/33/107/0000/99900001/CA331070000999000010001.js'%3E",
      'script',
      'CA331070000999000010001',
      true,
    ],
  ])('reads %s', (address, kind, id, official) =>
    expect(markAddressOf(address)).toEqual({ kind, id, official }),
  );

  it.each([
    '',
    'https://www.example.gov.cn/sitename?id=1',
    '/js/app.js',
    'https://www.conac.cn.example.com/',
  ])('passes over %s', (address) => expect(markAddressOf(address)).toBeNull());
});

describe('errorEntryOf', () => {
  it.each([
    [
      'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3301000001&url=http%3A%2F%2Fa.gov.cn',
      '3301000001',
      'current',
    ],
    ['http://121.43.68.40/exposure/jiucuo.html?site_code=3301000001&url=', '3301000001', 'retired'],
    ['http://pucha.kaipuyun.cn/exposure/jiucuo.html?site_code=bm12000001', 'bm12000001', 'retired'],
    ['http://relay.a.gov.cn/x?site_code=3301000001&url=http://a.gov.cn', '3301000001', 'other'],
    ["Link('3301000001')", '3301000001', 'current'],
    ['Link(&#39;3301000001&#39;)', '3301000001', 'current'],
    ['https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=&url=', '', 'current'],
  ])('reads %s', (address, code, host) => expect(errorEntryOf(address)).toMatchObject({ code, host }));

  it.each(['/wyjc.html', 'https://a.gov.cn/stat?site_code=3301000001', 'javascript:;', 'Link(this)'])(
    'passes over %s',
    (address) => expect(errorEntryOf(address)).toBeNull(),
  );

  it('knows the script under any name', () => {
    expect(isErrorEntryScript('https://zfwzgl.www.gov.cn/exposure/jiucuo.js')).toBe(true);
    expect(isErrorEntryScript('x_files/jiucuo1.js.下载')).toBe(true);
    expect(isErrorEntryScript('/js/main.js')).toBe(false);
  });
});

describe('filing registers', () => {
  it.each([
    ['https://beian.miit.gov.cn/', 'miit'],
    ['http://www.beian.miit.gov.cn/#/Integrated/index', 'miit'],
    ['//beian.miit.gov.cn', 'miit'],
    ['http://www.miitbeian.gov.cn/', 'miit-retired'],
    ['http://www.miibeian.gov.cn', 'miit-retired'],
    ['https://beian.miit.gov.cn.ipv6.example.com/', 'other'],
    ['http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=1', 'police'],
    ['https://beian.mps.gov.cn/#/query/webSearch?code=1', 'police'],
    ['javascript:;', 'none'],
  ])('%s is %s', (href, register) => expect(filingRegisterOf(href)).toBe(register));

  it('reads record codes', () => {
    expect(recordCodeOf('http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=33010602009975')).toBe(
      '33010602009975',
    );
    expect(recordCodeOf('https://beian.mps.gov.cn/#/query/webSearch?code=33010602009975')).toBe(
      '33010602009975',
    );
    expect(recordCodeOf('https://beian.mps.gov.cn/')).toBe('');
  });

  it('compares hosts by suffix', () => {
    expect(hostBelow('a.conac.cn', 'conac.cn')).toBe(true);
    expect(hostBelow('aconac.cn', 'conac.cn')).toBe(false);
  });
});
