// File names that every system accepts, whatever round and site are called.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '@/lib/export/file-name';

const name = (round: string, subject: string) =>
  fileName({ round, subject, day: '20261123', what: '评分表', extension: 'xlsx' });

describe('fileName', () => {
  it.each([
    ['2026年第四季度', '示例市人民政府', '2026年第四季度_示例市人民政府_20261123_评分表.xlsx'],
    ['2026/Q4', 'a\\b:c*d?e"f<g>h|i', '2026_Q4_a_b_c_d_e_f_g_h_i_20261123_评分表.xlsx'],
    ['..', ' . ', '未命名轮次_未命名对象_20261123_评分表.xlsx'],
    ['con.x', '站', '_con.x_站_20261123_评分表.xlsx'],
    ['第四季度', '政府\u202Egpj.exe', '第四季度_政府gpj.exe_20261123_评分表.xlsx'],
    ['第四季度', '站\n点\u0000', '第四季度_站_点__20261123_评分表.xlsx'],
  ])('%j and %j', (round, subject, expected) => {
    expect(name(round, subject)).toBe(expected);
  });

  it('shortens the site first and keeps the day', () => {
    const long = name('2026年第四季度', '某'.repeat(300));
    expect(long).toMatch(/^2026年第四季度_某+_20261123_评分表\.xlsx$/);
  });

  it('is made at once of a text of any length', () => {
    const from = performance.now();
    expect(name('某'.repeat(200_000), '某'.repeat(200_000))).toMatch(/^某+_某+_20261123_评分表\.xlsx$/);
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('is safe for any text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
        .map((codes) => String.fromCharCode(...codes)),
      fc.constantFrom('CON', 'nul', 'com1.', 'LPT9.txt', '~', '.', '..'),
    );
    fc.assert(
      fc.property(anyText, anyText, (round, subject) => {
        const made = name(round, subject);
        expect(made.length).toBeLessThanOrEqual(120);
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(255);
        expect(made).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Surrogate}]|^[.\s~]|[.\s]$/u);
        expect(made).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(made.endsWith('_20261123_评分表.xlsx')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
