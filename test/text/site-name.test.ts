// The site's name in titles as they stand on real pages.
import { describe, expect, it } from 'vitest';
import { siteNameIn } from '@/lib/text/site-name';

describe('siteNameIn', () => {
  it.each([
    ['大桥通车-示例市人民政府', '示例市人民政府'],
    ['丝路行（南美站）正式启动 - 甲省人民政府门户网站 ', '甲省人民政府'],
    ['甲县人民政府 | 甲县2015年国民经济和社会发展统计公报', '甲县人民政府'],
    ['甲省教育厅科学技术处-甲省教育服务公共平台网站', '甲省教育服务公共平台'],
    ['首页_甲市财政局', '甲市财政局'],
    ['甲湖政府网', '甲湖政府网'],
    ['关于印发通知的函\n - 甲区', '甲区'],
    ['中国甲河', '中国甲河'],
    ['首页', ''],
    ['  ', ''],
  ])('of an inner page: %j is of %j', (title, name) => {
    expect(siteNameIn(title, false)).toBe(name);
  });

  it('of a home page without an office’s name is the first one', () => {
    expect(siteNameIn('中国甲河 - 海滨之城', true)).toBe('中国甲河');
    expect(siteNameIn('首页 - 甲市财政局', true)).toBe('甲市财政局');
  });
});
