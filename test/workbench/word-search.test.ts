// The search of every list: all words, anywhere in the row, in whatever form they were typed.
import { describe, expect, it } from 'vitest';
import { wordSearch } from '@/components/workbench/list/word-search';

interface Line {
  name: string;
  unit?: string;
}

const search = wordSearch(({ name, unit }: Line) => [name, unit]);
const line: Line = { name: '示例市第 30 中学 WWW.Shili.gov.cn', unit: '教育局' };

describe('the search of a list', () => {
  it.each(['', '  ', '示例市', '教育局 示例', '第30', 'ｓｈｉｌｉ', 'www.shili', '示例市第30中学'])(
    'finds “%s”',
    (query) => {
      expect(search(query)(line)).toBe(true);
    },
  );
  it.each(['示例市 财政局', '教育局示例', 'undefined', '中学教育局'])('does not find “%s”', (query) => {
    expect(search(query)(line)).toBe(false);
  });
  it('searches a row that lacks a part', () => {
    expect(search('甲')({ name: '甲' })).toBe(true);
    expect(search('undefined')({ name: '甲' })).toBe(false);
  });
});
