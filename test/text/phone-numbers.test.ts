// Telephone numbers of page feet, and the numbers that stand beside them.
import { describe, expect, it } from 'vitest';
import { findPhoneNumbers, hasEmail } from '@/lib/text/phone-numbers';

describe('findPhoneNumbers', () => {
  it.each([
    ['联系电话：0571-87654321', '0571-87654321', 'contact'],
    ['电话：(0571)87654321-8001', '(0571)87654321-8001', 'contact'],
    ['电话：（0571）87654321', '（0571）87654321', 'contact'],
    ['热线：0571--86812345', '0571--86812345', 'contact'],
    ['电话：0571－87654321', '0571－87654321', 'contact'],
    ['电话 0571 87654321', '0571 87654321', 'contact'],
    ['电话：59622324', '59622324', 'contact'],
    ['服务热线：400-123-4567', '400-123-4567', 'contact'],
    ['值班电话：13812345678', '13812345678', 'contact'],
    ['热线：12345', '12345', 'contact'],
    ['电话/传真：0571-87654321', '0571-87654321', 'contact'],
    ['电话&传真：0571-87654321', '0571-87654321', 'contact'],
    ['TEL: 0571-87654321', '0571-87654321', 'contact'],
    ['Tel: +86-571-87654321', '+86-571-87654321', 'contact'],
    ['Phone: 0086 10 8765 4321', '0086 10 8765 4321', 'contact'],
    ['Tel：1234-12345678', '1234-12345678', 'contact'],
    ['客服电话：4001234567转8', '4001234567转8', 'contact'],
    ['技术支持：某信息中心(0571-87654321)', '0571-87654321', 'bare'],
    ['举报电话：0571-87654321', '0571-87654321', 'report'],
  ])('reads %s', (text, value, role) => {
    expect(findPhoneNumbers(text)[0]).toMatchObject({ value, role });
  });

  it('reads several behind one label', () => {
    expect(findPhoneNumbers('电话：0571-87654321、0571-87654322').map(({ value }) => value)).toEqual([
      '0571-87654321',
      '0571-87654322',
    ]);
  });

  it.each([
    '传真：0571-87654321',
    '邮编：310000',
    '浙ICP备05005588号',
    '浙公网安备33010602009975号',
    '网站标识码：3301000001',
    '累计访问：12345678 人次',
    'QQ群：87654321',
    '举报电话：12377',
    '2024-05-06',
    '索引号 000123456/2020-12345',
  ])('passes over %s', (text) => expect(findPhoneNumbers(text)).toEqual([]));

  it('sees e-mail addresses', () => {
    expect(hasEmail('邮箱：abc@example.gov.cn')).toBe(true);
    expect(hasEmail('@所有人')).toBe(false);
  });
});
