// Wrongly decoded text: made here by decoding right text wrongly, and right texts that must not be taken for it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMojibake } from '@/lib/text/mojibake';

const utf8 = (text: string) => new TextEncoder().encode(text);
const misread = (text: string, as: string) => new TextDecoder(as).decode(utf8(text));

const TEXTS = [
  '示例市人民政府办公室关于印发工作方案的通知',
  '政务公开，依申请公开。',
  '市政府召开常务会议研究部署重点工作',
  '主办单位：示例市人民政府办公室　联系电话：0999-1234567',
];

describe('findMojibake', () => {
  it.each(TEXTS)('reads back “%s” when UTF-8 was taken for GBK', (text) => {
    expect(findMojibake(misread(text, 'gbk'))).toMatchObject({ certain: true });
  });

  it.each(TEXTS)('reads back “%s” when UTF-8 was taken for Latin', (text) => {
    const found = findMojibake(misread(text, 'windows-1252'));
    expect(found?.certain).toBe(true);
    expect(text).toContain(found?.meant.slice(0, 2));
  });

  it('knows lost characters', () => {
    expect(findMojibake('主办单位锟斤拷锟斤拷')?.certain).toBe(true);
    expect(findMojibake('关于\ufffd\ufffd\ufffd的通知')).toMatchObject({ certain: true, meant: '' });
    expect(findMojibake('王\ufffd同志')).toMatchObject({ certain: false });
  });

  it.each([
    ...TEXTS,
    '鍏山县浜江路绔午节活动，鏀字少见',
    'Crème brûlée à la carte, Großstädte, São Paulo',
    'Données publiques : établissements, âgé, naïve',
    '锘是一种放射性元素',
    '㎡ ℃ № ①②③ ※ →',
    '',
  ])('leaves “%s” alone', (text) => {
    expect(findMojibake(text)).toBeUndefined();
  });

  it('does not throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        findMojibake(text);
      }),
    );
  });
});
