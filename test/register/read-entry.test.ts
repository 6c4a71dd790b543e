// Rows as offices write them, the reasons for bad ones, and our own file read back unchanged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '@/lib/export/read-table';
import { registerCsv, registerXlsx } from '@/lib/export/register-file';
import { guessMapping } from '@/lib/import/column-mapping';
import { planImport } from '@/lib/import/import-plan';
import type { Subject } from '@/lib/model/session';
import { REGISTER_FIELDS } from '@/lib/register/fields';
import { mergeRegister } from '@/lib/register/merge';
import { readRegisterEntry } from '@/lib/register/read-entry';
import { readFilingState } from '@/lib/register/words';
import { FILING_WORD } from '@/lib/text/filing-words';
import { entries } from './entries';

function read(header: string[], ...rows: string[][]) {
  return planImport([header, ...rows], 0, guessMapping(header, REGISTER_FIELDS), readRegisterEntry);
}

describe('columns', () => {
  it.each([
    [
      ['序号', '网站名称', '网站标识码', '首页网址', '主办单位', '区/市级部门'],
      ['name', 'siteIdCode', 'url', 'sponsor', 'group'],
    ],
    [
      ['账号名称', '平台类型', '账号ID', '主管单位', '备案状态', '开设时间'],
      ['name', 'platform', 'account', 'sponsor', 'filing', 'openedDay'],
    ],
    [
      ['单位名称', '新媒体名称', '新媒体类型', '是否备案', '注销日期', '联系人', '联系电话'],
      ['unit', 'name', 'platform', 'filing', 'closedDay', 'contact', 'phone'],
    ],
  ])('%j', (header, fields) =>
    expect(Object.keys(guessMapping(header, REGISTER_FIELDS)).sort()).toEqual([...fields].sort()),
  );
});

describe('rows', () => {
  it('tells websites from accounts', () => {
    const { good, bad } = read(
      ['名称', '平台', '网址', '账号', '网站标识码', '分组', '备案状态', '开设日期', '联系人', '联系电话'],
      ['示例市人民政府', '', 'www.shili.gov.cn', '', '5001000001', '本单位', '', '', '张三', '023-12345678'],
      ['示例发布', '微信公众平台', '', 'gh_1', '', '市级部门', '是', '45207', '', ''],
      ['示例快讯', '快手', '', '', '', '区县', '未备案', '2023年1月2日', '', ''],
      ['合计', '', '', '', '', '', '', '', '', ''],
    );
    expect(bad).toEqual([]);
    expect(good.map(({ record }) => record)).toEqual([
      {
        kind: 'website',
        name: '示例市人民政府',
        url: 'http://www.shili.gov.cn/',
        siteIdCode: '5001000001',
        group: 'own',
        contact: '张三 023-12345678',
      },
      {
        kind: 'new-media',
        name: '示例发布',
        account: 'gh_1',
        platform: 'wechat',
        group: 'department',
        filing: { state: 'filed', openedDay: '2023-10-08' },
      },
      {
        kind: 'new-media',
        name: '示例快讯',
        account: '快手：示例快讯',
        platform: 'other',
        group: 'district',
        filing: { state: 'unfiled', openedDay: '2023-01-02' },
      },
    ]);
  });

  it('gives every bad row its number and reasons', () => {
    const { good, bad } = read(
      ['名称', '平台', '网址', '网站标识码', '分组', '备案状态', '开设日期', '关停日期'],
      ['', '', 'http://a.gov.cn', '', '', '', '', ''],
      ['甲', '', '不是网址', '123', '天上', '也许', '昨天', ''],
      ['乙', '', '', '', '', '', '', ''],
      ['丙', '抖音', '', '', '', '', '2023-05-01', '2022-05-01'],
      ['丁', '', 'javascript:alert(1)', '', '', '', '', ''],
    );
    expect(good).toEqual([]);
    expect(bad.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    expect(bad[1]?.reasons.join('\n')).toMatch(
      /网址.*\n网站标识码.*\n.*类型.*\n分组.*\n备案状态.*\n开设日期/s,
    );
    expect(bad[4]?.reasons.join()).toContain('网址“javascript:alert(1)”不能识别');
  });
});

describe('the state of filing', () => {
  it('is read back in every word that we write', () => {
    for (const [state, word] of Object.entries(FILING_WORD)) expect(readFilingState(word)).toBe(state);
  });

  it.each([
    ['已关停', 'closed'],
    ['已注销', 'closed'],
    ['关停、注销', 'closed'],
    ['关停/注销', 'closed'],
    ['注销备案', 'closed'],
    ['不清楚', 'unknown'],
    ['未登记', 'unknown'],
  ])('is read in the words of older files and of offices: %s', (word, state) => {
    expect(readFilingState(word)).toBe(state);
  });
});

describe('our own file', () => {
  const at = new Date('2026-11-20T00:00:00Z');
  const subjectsOf = (said: Parameters<typeof mergeRegister>[1]) =>
    mergeRegister([], said).flatMap((outcome, index): Subject[] =>
      outcome.kind === 'new' ? [{ ...outcome.subject, id: `s${index}` }] : [],
    );
  const again = async (subjects: Subject[], kind: 'xlsx' | 'csv') => {
    const bytes = kind === 'xlsx' ? await registerXlsx(subjects, at) : registerCsv(subjects);
    const { sheets } = await readTable(new Blob([bytes]), `a.${kind}`);
    const rows = sheets[0]?.rows ?? [];
    const plan = planImport(rows, 0, guessMapping(rows[0] ?? [], REGISTER_FIELDS), readRegisterEntry);
    expect(plan.bad).toEqual([]);
    return mergeRegister(
      subjects,
      plan.good.map(({ record }) => record),
    );
  };

  it.each(['xlsx', 'csv'] as const)(
    'imports again unchanged: %s',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(entries, async (said) => {
          const subjects = subjectsOf(said);
          const outcomes = await again(subjects, kind);
          expect(outcomes.map((outcome) => (outcome.kind === 'same' ? 'same' : outcome))).toEqual(
            subjects.map(() => 'same'),
          );
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it('keeps apart what is apart in the register, though one has no account of its own', async () => {
    const line = { kind: 'new-media', name: '示例发布', platform: 'app' } as const;
    const subjects = subjectsOf([
      { ...line, account: 'gh_1' },
      { ...line, account: 'shili' },
      { ...line, account: 'ＳＨＩＬＩ' },
      line,
    ]);
    expect(subjects.map(({ account }) => account)).toEqual(['gh_1', undefined]);
    expect((await again(subjects, 'csv')).map(({ kind }) => kind)).toEqual(['same', 'same']);
  });
});
