// Site identification codes: two forms, many labels, codes of other things.
import { describe, expect, it } from 'vitest';
import { endsWithSiteCodeLabel, findSiteCodes, isSiteCode } from '@/lib/text/site-code';

describe('findSiteCodes', () => {
  it.each([
    ['网站标识码：3301000001', '3301000001'],
    ['政府网站标识码3301000001', '3301000001'],
    ['网站识别码（3301000001）', '3301000001'],
    ['标识码 : bm12000001', 'bm12000001'],
    ['網站標識碼：3301000001', '3301000001'],
    ['网站标识码\u2063\u2063BM12000001', 'bm12000001'],
    ['Website Identification Code: 3301000001', '3301000001'],
    ['网站标识码：33 0100 0001 浙ICP备12345678号', '3301000001'],
    ['网站识别号:3301000001', '3301000001'],
    ['网站标识号：3301000001', '3301000001'],
  ])('reads %s', (text, code) => {
    expect(findSiteCodes(text)).toMatchObject([{ canonical: code, wellFormed: true }]);
  });

  it.each([
    '网站标识码：330100001',
    '网站标识码：0000000000',
    '网站标识码：XXXXXXXXXX',
    '网站标识码：33010000011',
    '网站标识码：330xxxxxxx',
    '网站标识码: hncs785415',
  ])('calls %s malformed', (text) => expect(findSiteCodes(text)).toMatchObject([{ wellFormed: false }]));

  it.each([
    '产品标识码：1234567890',
    '追溯标识码1234567890',
    '网站标识码',
    '3301000001',
    '纳税人识别号：3301000001',
    '识别号：3301000001',
  ])('passes over %s', (text) => expect(findSiteCodes(text)).toEqual([]));

  it('sees a label that waits for its number', () => {
    expect(endsWithSiteCodeLabel('主办：甲局 网站标识码：')).toBe(true);
    expect(endsWithSiteCodeLabel('网站标识码：3301000001')).toBe(false);
  });

  it('knows the two forms', () => {
    expect(isSiteCode('bm12000001')).toBe(true);
    expect(isSiteCode('bm120000012')).toBe(false);
    expect(isSiteCode('9999999999')).toBe(false);
  });
});
