// Dates as government pages print them, and the numbers that only look like dates.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInAddress, findDates, joinDate, readDate } from '@/lib/text/dates';
import { addDays, addMonths, daysBetween, shanghaiDay } from '@/lib/text/days';

const TODAY = '2024-05-20';
const found = (text: string, today = TODAY) => findDates(text, today).map(({ day }) => day);

/** Any calendar day of these years as a UTC date. */
const anyDay = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('findDates', () => {
  it.each([
    '2024-05-06',
    '2024/05/06',
    '2024.05.06',
    '2024-5-6',
    '2024.5.6',
    '2024年5月6日',
    '2024 年 05 月 06 日',
    '（2024-05-06）',
    '２０２４－０５－０６',
    '发布时间：2024-05-06 09:30:15',
    '2024-05-06T09:30:15Z',
    '关于印发办法的通知2024-05-06',
    '05-06',
    '[05-06]',
    '关于印发办法的通知 05-06',
    '5月6日',
    '05/06',
  ])('reads %s', (text) => {
    expect(found(text)).toEqual(['2024-05-06']);
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '000123456/2020-12345',
    '1.2024.05.0678',
    '12024-05-06',
    '2024-05-061',
    '3-5个工作日',
    '合格率 98.05',
    '2024-05',
    '第05-06号',
    '24-05-06',
    '192.168.10.12',
    '〔2024〕5号',
    '',
  ])('finds no date in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('reads a period as two dates', () => {
    expect(found('2024-05-06-2024-06-07')).toEqual(['2024-05-06', '2024-06-07']);
    expect(found('2024年5月6日至2024年6月7日')).toEqual(['2024-05-06', '2024-06-07']);
  });

  it('gives the time when it is one', () => {
    expect(findDates('2024-05-06 9:30', TODAY)[0]?.time).toBe('09:30');
    expect(findDates('2024-05-06 29:30', TODAY)[0]?.time).toBeUndefined();
  });

  it('says where the date stands', () => {
    const text = '通知　２０２４－０５－０６ 起';
    const [date] = findDates(text, TODAY);
    expect(text.slice(date?.start, date?.end)).toBe('２０２４－０５－０６');
  });

  it.each([
    ['12-30', '2024-01-05', '2023-12-30'],
    ['01-03', '2024-01-05', '2024-01-03'],
    ['06-30', '2024-05-20', '2023-06-30'],
    ['05-28', '2024-05-20', '2024-05-28'],
    ['01-05', '2023-12-20', '2024-01-05'],
    ['02-29', '2025-01-05', '2024-02-29'],
  ])('infers the year of %s on %s', (text, today, day) => {
    expect(findDates(text, today)).toMatchObject([{ day, yearInferred: true }]);
  });

  it('has no year for a leap day that was not', () => {
    expect(found('02-29', '2023-05-20')).toEqual([]);
  });

  it('reads every day in every form', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split('-');
        const forms = [
          day,
          `${year}/${month}/${date}`,
          `${year}.${Number(month)}.${Number(date)}`,
          `${year}年${Number(month)}月${Number(date)}日`,
          `[${day}]`,
          `${day} 23:59:59`,
        ];
        for (const form of forms) expect(found(`标题 ${form}`)).toEqual([day]);
      }),
    );
  });

  it('infers a year so that the day is within eleven months before and one ahead', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        fc.pre(!day.endsWith('02-29'));
        const [read] = findDates(day.slice(5), today);
        expect(read?.day.slice(5)).toBe(day.slice(5));
        const ahead = daysBetween(today, read?.day ?? '');
        expect(ahead).toBeLessThanOrEqual(31);
        expect(ahead).toBeGreaterThan(31 - 367);
      }),
    );
  });

  it('gives calendar days in place and order for any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('2024', '-', '/', '05', '31', '年', '月', '日', ' ', '[', ':'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), anyDay, (pieces, today) => {
        const text = pieces.join('');
        let at = 0;
        for (const { day, start, end } of findDates(text, today)) {
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      }),
    );
  });
});

describe('readDate', () => {
  it.each([
    '2024-05-06',
    '[05-06]',
    '（2024-05-06）',
    '发布日期：2024年5月6日 星期一',
    '5-6',
    '05/06',
    '2024-05-06 09:30',
  ])('takes %s', (text) => {
    expect(readDate(text, TODAY)?.day).toBe('2024-05-06');
  });
  it.each(['截止日期：2024-05-06起', '2024-05-06 通知', '2024-05-06 2024-05-07', '98.5%', '1/20页', '06'])(
    'leaves %s',
    (text) => {
      expect(readDate(text, TODAY)).toBeUndefined();
    },
  );
});

describe('joinDate', () => {
  it.each([
    ['06', '2024-05'],
    ['06', '2024年5月'],
    ['06', '05/2024'],
    ['2024.05', '6'],
    ['06', '5月'],
    ['05-06', '2024'],
    ['2024年', '05月06日'],
    ['０６', '２０２４／０５'],
  ])('joins %s and %s', (first, second) => {
    expect(joinDate(first, second, TODAY)).toBe('2024-05-06');
  });
  it.each([
    ['06', '12'],
    ['31', '2024-04'],
    ['2024-05', '2024-06'],
    ['', '2024-05'],
    ['第6', '2024-05'],
  ])('leaves %s and %s', (first, second) => {
    expect(joinDate(first, second, TODAY)).toBeUndefined();
  });
});

describe('dateInAddress', () => {
  it.each([
    './202405/t20240506_123456.html',
    'https://www.shili.gov.cn/zwgk/202405/t20240506_1.shtml?from=1',
    '/art/2024/5/6/art_1229_1.html',
    '/2024-05/06/content_5.htm',
    '/2024-05-06/1.html',
    '/202405/06/c_1.htm',
    '/2024/0506/c1.html',
    '/2024/05/06/1.html',
    '/20240506/1.html',
    '/xwdt/20240506.html',
    '/xwdt/20240506093015.html',
    '/content_20240506.htm',
  ])('reads %s', (address) => {
    expect(dateInAddress(address)).toBe('2024-05-06');
  });
  it.each([
    '/202405/c1.html',
    '/2024/5/c1.html',
    '/20240506001.html',
    '/120240506.html',
    '/a.html?date=20240506',
    '/202413/t20241332_1.html',
    'https://20240506.shili.gov.cn/',
    'javascript:void(0)',
    '',
  ])('finds none in %s', (address) => {
    expect(dateInAddress(address)).toBeUndefined();
  });
});

describe('days', () => {
  it('counts in Shanghai', () => {
    expect(shanghaiDay('2024-05-05T16:00:00.000Z')).toBe('2024-05-06');
    expect(shanghaiDay('2024-05-05T15:59:59.999Z')).toBe('2024-05-05');
  });

  it('adds and takes away days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths('2024-08-31', -6)).toBe('2024-02-29');
    expect(addMonths('2024-03-15', -6)).toBe('2023-09-15');
  });
});
