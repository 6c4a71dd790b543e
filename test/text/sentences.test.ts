// Sentences and lines of a page's foot, told apart.
import { describe, expect, it } from 'vitest';
import { isSentence } from '@/lib/text/sentences';

describe('isSentence', () => {
  it.each([
    '网站标识码由十位数字组成，例如3399000012，由上级统一编制。',
    '三、ICP备案号如浙ICP备12345678号，公安备案号应链接至备案系统；',
    '各网站须在页脚标明主办单位：即本单位全称，并公布联系电话。”',
  ])('is one: %s', (text) => expect(isSentence(text)).toBe(true));

  it.each([
    '主办单位：甲市人民政府，承办单位：甲市大数据局，请勿转载。',
    '版权所有，未经书面授权禁止使用。浙ICP备09172506号',
    '版权所有，未经协议授权禁止使用，违者必究其责任。',
    '浙ICP备12345678号，浙公网安备33079902000123号，联系我们。',
    '地址：人民路1号，邮编：321000，电话：0579-82345678。',
    '请勿转载，谢谢。',
    '甲市人民政府主办。甲市大数据局承办。网站标识码：3399000012',
    '',
  ])('is none: %s', (text) => expect(isSentence(text)).toBe(false));
});
