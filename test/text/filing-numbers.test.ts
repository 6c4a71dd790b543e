// Filing numbers: every way of writing that real page feet show, and text that only looks like one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIcpNumbers, findPoliceNumbers, isPoliceCode, PROVINCES } from '@/lib/text/filing-numbers';
import { tidy } from '@/lib/text/fold';

describe('findIcpNumbers', () => {
  it.each([
    ['浙ICP备12345678号-1', '浙ICP备12345678号-1', []],
    ['备案号：蜀ICP备2023012345号', '蜀ICP备2023012345号', []],
    ['冀ICP备:10000000号', '冀ICP备10000000号', ['号码中间夹有多余文字或标点']],
    ['苏icp备06024932号', '苏ICP备06024932号', ['“ICP”应为大写']],
    ['粤ICP备 05070829', '粤ICP备05070829号', ['号码中间有空格', '缺少“号”字']],
    ['粤ＩＣＰ备１２３４５６７８号－２', '粤ICP备12345678号-2', ['使用了全角数字或横线']],
    ['京ICP證030173號', '京ICP证030173号', []],
    ['冀ICP备字12345678-1号', '冀ICP备12345678号-1', ['号码中间夹有多余文字或标点', '序号应写在“号”之后']],
    ['京ICP备.5002860号', '京ICP备5002860号', ['号码中间夹有多余文字或标点']],
    ['京ICP10036469号', '京ICP备10036469号', ['缺少“备”字']],
    ['(京)ICP备10036469号', '京ICP备10036469号', ['号码中间夹有多余文字或标点']],
  ])('reads %s', (text, canonical, remarks) => {
    const [hit, ...more] = findIcpNumbers(text);
    expect(more).toEqual([]);
    expect(hit).toMatchObject({ canonical, wellFormed: true, remarks });
    expect(tidy(text.slice(hit?.index, hit?.end))).toBe(hit?.value);
  });

  it.each([
    '浙ICP备1234号',
    '浙ICP备00000000号',
    '浙ICP备XXXXXXXX号',
    '备案号ICP备12345678号',
    '浙ICP备12345678901号',
  ])('calls %s malformed', (text) => expect(findIcpNumbers(text)).toMatchObject([{ wellFormed: false }]));

  it.each([
    '萌ICP备20231234号',
    '团ICP备20231234号',
    'ICP备案',
    '药品备案号：12345678',
    'TICP备',
    '京ICP123号',
    '京ICP10036469',
  ])('passes over %s', (text) => expect(findIcpNumbers(text)).toEqual([]));

  it('finds any well-formed number anywhere, at the right place', () => {
    const number = fc
      .tuple(
        fc.constantFrom(...PROVINCES),
        fc.integer({ min: 10_000_000, max: 99_999_999 }),
        fc.option(fc.integer({ min: 1, max: 99 })),
      )
      .map(
        ([province, digits, suffix]) => `${province}ICP备${digits}号${suffix === null ? '' : `-${suffix}`}`,
      );
    const noise = fc.constantFrom('', '主办：甲局 ', '版权所有 ', '电话：0571-87654321 ', '|');
    fc.assert(
      fc.property(noise, number, noise, (before, printed, after) => {
        const text = `${before}${printed} ${after}`;
        const hits = findIcpNumbers(text);
        expect(hits.map(({ value }) => value)).toEqual([printed]);
        expect(text.slice(hits[0]?.index, hits[0]?.end)).toBe(printed);
      }),
    );
  });
});

describe('findPoliceNumbers', () => {
  it.each([
    ['浙公网安备33010602009975号', '浙公网安备33010602009975号', true],
    ['川公网安备 51010502010674号', '川公网安备 51010502010674号', true],
    ['公安部备案号：川公网安备 51010502010674号', '川公网安备 51010502010674号', true],
    ['公安机关备案号：43010302000524', '43010302000524', true],
    ['公网安备：43010302000524号', '公网安备：43010302000524号', true],
    ['冀公网备案号:1300000000000', '冀公网备案号:1300000000000', false],
    ['苏公网安备320101020003号', '苏公网安备320101020003号', false],
    ['浙公网安备00000000000000号', '浙公网安备00000000000000号', false],
  ])('reads %s', (text, value, wellFormed) => {
    expect(findPoliceNumbers(text)).toMatchObject([{ value, wellFormed }]);
  });

  it.each(['公安备案号：', '公共场所备案 330106', '公安局备用电话 87654321', '公网地址'])(
    'passes over %s',
    (text) => expect(findPoliceNumbers(text)).toEqual([]),
  );

  it('knows the 14-digit code', () => {
    expect(isPoliceCode('33010602009975')).toBe(true);
    for (const wrong of ['3301060200997', '10000000000000', '11111111111111', '93010602009975'])
      expect(isPoliceCode(wrong)).toBe(false);
  });
});
