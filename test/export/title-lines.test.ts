// Titles are broken between words into lines of about equal length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleLines } from '@/lib/export/title-lines';

describe('titleLines', () => {
  it('leaves a short title whole', () => {
    expect(titleLines('关于检查情况的通报', 19)).toEqual(['关于检查情况的通报']);
  });

  it('never leaves a single sign on the last line', () => {
    const [first = '', second = '', ...more] = titleLines('关于2023年第四季度检查发现问题的整改通知', 19);
    expect(more).toEqual([]);
    expect(first + second).toBe('关于2023年第四季度检查发现问题的整改通知');
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(6);
    expect(second).toMatch(/通知$/);
    expect(second).not.toMatch(/^的/);
  });

  it('breaks between words', () => {
    const lines = titleLines('关于2023年第四季度政府网站与政府系统政务新媒体检查情况的通报', 19);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toBe('关于2023年第四季度政府网站与政府系统政务新媒体检查情况的通报');
    for (const word of ['政务', '媒体', '网站', '检查', '情况', '季度']) {
      expect(lines.some((line) => line.includes(word))).toBe(true);
    }
  });

  it('loses nothing of any title and gives no empty line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 90 }),
        fc.integer({ min: 5, max: 30 }),
        (title, most) => {
          const lines = titleLines(title, most);
          expect(lines.join('')).toBe(title);
          if (title !== '') expect(lines).not.toContain('');
        },
      ),
    );
  });
});
