// Who runs the site: label before or behind, terms run together, and words that mean somebody else.
import { describe, expect, it } from 'vitest';
import { endsWithSponsorLabel, findSponsors, isUnitName } from '@/lib/text/sponsor';

describe('findSponsors', () => {
  it.each([
    ['主办单位：甲县人民政府办公室', '甲县人民政府办公室'],
    ['主办：甲县人民政府  承办：甲县政府办', '甲县人民政府'],
    ['主办：甲县人民政府\u00a0©\u00a0甲县人民政府网\u00a0版权所有', '甲县人民政府'],
    ['主办单位 甲县人民政府 | 网站标识码 3301000001', '甲县人民政府'],
    ['版权所有/主办单位：甲县人民政府 地址：人民路1号', '甲县人民政府'],
    ['主 办：甲县人民政府 承 办：甲县政府办', '甲县人民政府'],
    ['主管主办：甲县人民政府', '甲县人民政府'],
    ['主办：甲局\u2063\u2063承办：乙局', '甲局'],
    ['中共甲区委、甲区人民政府主办、甲区信息化办公室承办', '中共甲区委、甲区人民政府'],
    ['版权所有：甲县人民政府网 甲县人民政府主办', '甲县人民政府'],
    ['  甲县人民政府 主办 \u2063 乙中心承办', '甲县人民政府'],
    ['主办：甲县人民政府 甲县政务公开办公室 浙ICP备12345678号', '甲县人民政府 甲县政务公开办公室'],
    ['【主办】甲县民政局 ｜【电话】0579-82345678', '甲县民政局'],
    ['甲市统计局（主办）　甲市计算中心（承办）', '甲市统计局'],
    ['主办：甲省检验院主办    版权所有', '甲省检验院'],
    ['网站主办：甲局　网站承办：乙中心', '甲局'],
    ['甲市人民政府办公室主管主办', '甲市人民政府办公室'],
    ['主办单位名称：甲局 地址：人民路1号', '甲局'],
    ['本网站由甲市人民政府主办，甲市大数据局承办', '甲市人民政府'],
    ['中国人民政治协商会议甲市委员会办公室主办', '中国人民政治协商会议甲市委员会办公室'],
    ['甲市人民代表大会常务委员会 主办', '甲市人民代表大会常务委员会'],
    ['甲市残疾人联合会主办　甲市残联信息中心承办', '甲市残疾人联合会'],
    ['主办：甲市12345政务服务热线管理中心 电话：12345', '甲市12345政务服务热线管理中心'],
    ['主办：甲市政府 热线：12345', '甲市政府'],
    ['Sponsored by Yunxi Municipal Government | ICP', 'Yunxi Municipal Government'],
  ])('reads %s', (text, value) => expect(findSponsors(text)[0]?.value).toBe(value));

  it.each([
    '承办单位：甲局',
    '主管单位：甲局 技术支持：乙公司',
    '版权所有：甲县人民政府',
    '本次活动由甲协会主办',
    '甲市与乙市联合主办',
    '甲市文化博览大会论坛主办',
    '关于主办单位变更的公告',
    '主办：甲市科协的通知',
    '主办单位：',
  ])('passes over %s', (text) => expect(findSponsors(text)).toEqual([]));

  it('knows a label that waits for its value, and a bare name', () => {
    expect(endsWithSponsorLabel('主办单位：')).toBe(true);
    expect(endsWithSponsorLabel('协办单位：')).toBe(false);
    expect(isUnitName('甲县政务服务管理办公室')).toBe(true);
    expect(isUnitName('地址：人民路1号')).toBe(false);
  });
});
