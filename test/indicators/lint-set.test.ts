// Each rule of the linter, by one change to a set that has no fault.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lintSet } from '@/lib/indicators/lint-set';
import { readSetJson, writeSetJson } from '@/lib/indicators/set-json';
import { shippedSets } from '@/lib/indicators/shipped';
import { TEMPLATE_SET } from '@/lib/indicators/xlsx/template-set';
import { anyValidSet } from './any-valid-set';
import { KNOWN_CHECKS } from './known-checks';

// Property tests: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** The template with the values at some paths replaced; undefined removes a field. */
function changed(changes: Record<string, unknown>): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(TEMPLATE_SET));
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<Record<string, unknown>>(
      (node, step) => node[step] as Record<string, unknown>,
      copy as Record<string, unknown>,
    );
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return copy;
}
const lint = (changes: Record<string, unknown>) => lintSet(changed(changes), KNOWN_CHECKS);
const VETO = 'parts.0.categories.0.indicators.0';
const IMAGES = 'parts.1.categories.0.indicators.0.criteria.0';

describe('lintSet', () => {
  it.each(shippedSets.map((set) => [set.id, set] as const))('finds nothing wrong with %s', (_, set) => {
    expect(lintSet(set, KNOWN_CHECKS)).toEqual({ set, problems: [] });
  });

  it('finds nothing wrong with the template', () => {
    expect(lint({})).toEqual({ set: TEMPLATE_SET, problems: [] });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    [
      'another schema',
      { schema: 'x' },
      '$.schema',
      '指标体系的“格式标记”只能是 gov-site-inspector/indicator-set@1，请改正。',
    ],
    ['a missing field', { title: undefined }, '$.title', '指标体系缺少“名称”，请补充。'],
    [
      'a wrong type',
      { [`${IMAGES}.points`]: '5' },
      '$.parts[1].categories[0].indicators[0].criteria[0].points',
      '应为数字，请改正。',
    ],
    [
      'half a hundredth',
      { [`${IMAGES}.points`]: 0.5 },
      '$.parts[1].categories[0].indicators[0].criteria[0].points',
      '应为整数，请改正（分值以百分之一分为单位）。',
    ],
    [
      'a negative number',
      { [`${IMAGES}.points`]: -5 },
      '$.parts[1].categories[0].indicators[0].criteria[0].points',
      '不能小于 0，请改正。',
    ],
    [
      'an unknown word',
      { [`${IMAGES}.per`]: 'often' },
      '$.parts[1].categories[0].indicators[0].criteria[0].per',
      '的“计分方式”只能是 occurrence、once，请改正。',
    ],
    [
      'an unknown rule',
      { naPolicy: { kind: 'drop' } },
      '$.naPolicy.kind',
      '只能是 none、rescale、spread，请改正。',
    ],
    [
      'no criteria',
      { [`${VETO}.criteria`]: [] },
      '$.parts[0].categories[0].indicators[0].criteria',
      '至少要有 1 项，请补充。',
    ],
    [
      'an empty text',
      { [`${IMAGES}.text`]: ' ' },
      '$.parts[1].categories[0].indicators[0].criteria[0].text',
      '的“评分点内容”不能为空，请填写。',
    ],
    ['a padded id', { id: 'a ' }, '$.id', '指标体系的“编号”首尾有空格，请删除。'],
    ['a control character', { title: 'a\u0007b' }, '$.title', '含有不可见的控制字符（U+0007），请删除。'],
    [
      'a carriage return',
      { [`${IMAGES}.howTo`]: 'a\r\nb' },
      '$.parts[1].categories[0].indicators[0].criteria[0].howTo',
      '（U+000D），请删除。',
    ],
    ['half a character', { title: 'a\ud800' }, '$.title', '（U+D800），请删除。'],
    [
      'a doubled part',
      { 'parts.2.kind': 'deduction', 'parts.2.points': 1000 },
      '$.parts[2].kind',
      '每种部分只能有一个，请合并。',
    ],
    [
      'an empty part',
      { 'parts.0.categories': [] },
      '$.parts[0].categories',
      '“单项否决指标”没有任何指标，请补充评分点或删除该部分。',
    ],
    [
      'a doubled criterion id',
      { [`${IMAGES}.id`]: 'guide-none' },
      '$.parts[1].categories[1].indicators[0].criteria[0].id',
      '的编号“guide-none”与前面的评分点重复，请换一个编号。',
    ],
    [
      'a doubled indicator id',
      { [`${VETO}.id`]: 'guide' },
      '$.parts[1].categories[1].indicators[0].id',
      '与前面的指标重复',
    ],
    [
      'a doubled category id',
      { 'parts.0.categories.0.id': 'service' },
      '$.parts[1].categories[1].id',
      '与前面的类别重复',
    ],
    [
      'an unknown check',
      { [`${IMAGES}.checks`]: [{ check: 'images' }] },
      '$.parts[1].categories[0].indicators[0].criteria[0].checks[0].check',
      '关联了不存在的自动检查“images”，可用的有：accessibility、',
    ],
    [
      'a category sum',
      { 'parts.1.categories.0.points': 7000 },
      '$.parts[1].categories[0].points',
      '“扣分指标›功能设计”的分值为 70 分，所含指标分值合计 75 分，二者应相等，请改正其中之一。',
    ],
    [
      'a part sum',
      { 'parts.1.points': 9000 },
      '$.parts[1].points',
      '“扣分指标”的分值为 90 分，所含类别分值合计 100 分，二者应相等',
    ],
    [
      'a bonus cap',
      { 'parts.2.points': 2000 },
      '$.parts[2].points',
      '“加分指标”的分值为 20 分，所含类别分值合计 10 分，封顶不应高于合计',
    ],
    [
      'points above the indicator',
      { [`${IMAGES}.points`]: 7600, [`${IMAGES}.cap`]: undefined },
      '$.parts[1].categories[0].indicators[0].criteria[0].points',
      '的分值 76 分高于所属指标分值 75 分，请改正。',
    ],
    [
      'a cap below the points',
      { [`${IMAGES}.cap`]: 49 },
      '$.parts[1].categories[0].indicators[0].criteria[0].cap',
      '的封顶 0.49 分低于单次分值 0.5 分，请改正。',
    ],
    [
      'points in the veto',
      { [`${VETO}.criteria.0.points`]: 1 },
      '$.parts[0].categories[0].indicators[0].criteria[0].points',
      '属单项否决，不计分，分值应为 0，请改正。',
    ],
    [
      'a cap in the veto',
      { [`${VETO}.criteria.0.cap`]: 1 },
      '$.parts[0].categories[0].indicators[0].criteria[0].cap',
      '不设封顶',
    ],
    [
      'a pass line beyond',
      { passLine: 10001 },
      '$.passLine',
      '指标体系的“合格线”100.01 分高于扣分部分满分 100 分，请改正。',
    ],
    ['a gate beyond', { bonusGate: 20000 }, '$.bonusGate', '的“加分门槛”200 分高于'],
    ['a veto score beyond', { vetoScore: 20000 }, '$.vetoScore', '的“否决得分”200 分高于'],
    [
      'a category that is gone',
      { naPolicy: { kind: 'spread', categoryId: 'x' } },
      '$.naPolicy.categoryId',
      '所指类别“x”在扣分部分中不存在，请改为已有的类别编号。',
    ],
    [
      'a category of the bonus',
      { naPolicy: { kind: 'rescale', categoryId: 'bonus' } },
      '$.naPolicy.categoryId',
      '在扣分部分中不存在',
    ],
    [
      'points out of bounds',
      { [`${IMAGES}.cap`]: 1_000_001 },
      '$.parts[1].categories[0].indicators[0].criteria[0].cap',
      '的数值超过 10000 分，请改正。',
    ],
  ])('refuses %s', (_, changes, path, message) => {
    const { set, problems } = lint(changes);
    expect(set).toBeUndefined();
    expect(problems).toContainEqual({
      severity: 'error',
      path,
      message: expect.stringContaining(message),
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a misspelt field', { [`${IMAGES}.cpa`]: 5 }, '含有不认识的字段“cpa”，将被忽略，请核对拼写。'],
    ['no way to test', { [`${IMAGES}.howTo`]: '' }, '没有填写“检查方法”，建议补充。'],
    ['no source', { [`${IMAGES}.source`]: '' }, '没有填写“依据”，建议补充。'],
    ['a cap that never works', { [`${IMAGES}.cap`]: 8000 }, '实际按指标分值封顶。'],
    ['points of nothing', { [`${IMAGES}.points`]: 0 }, '的分值为 0，认定后不影响得分，请核对。'],
    ['a gate that never opens', { bonusGate: 10000 }, '加分永远不会计入，请核对。'],
    ['a veto that passes', { vetoScore: 6000 }, '不低于合格线 60 分，请核对。'],
    [
      'a gate without bonus',
      { parts: TEMPLATE_SET.parts.slice(0, 2) },
      '没有加分部分，“加分门槛”不起作用，建议删除。',
    ],
    [
      'lines without deductions',
      { parts: TEMPLATE_SET.parts.slice(0, 1), naPolicy: { kind: 'none' }, bonusGate: undefined },
      '没有扣分部分，“合格线”不起作用，建议删除。',
    ],
    [
      'a text told twice',
      {
        'parts.1.categories.0.indicators.0.criteria.1.text':
          TEMPLATE_SET.parts[1]?.categories[0]?.indicators[0]?.criteria[0]?.text,
      },
      '与同一指标下前面的评分点内容相同，请核对。',
    ],
  ])('warns of %s', (_, changes, message) => {
    const { set, problems } = lint(changes);
    expect(set).toBeDefined();
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(problems[0]?.message).toContain(message);
  });

  it('drops fields that it does not know', () => {
    expect(lint({ extra: 1 }).set).toEqual(TEMPLATE_SET);
  });

  it('never throws and never lets anything through without a shape', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const { set, problems } = lintSet(anything, KNOWN_CHECKS);
        expect(set).toBeUndefined();
        expect(problems.length).toBeGreaterThan(0);
        for (const { message } of problems) expect(message).toMatch(/[\u4e00-\u9fff].*。$/s);
      }),
    );
  });
});

describe('readSetJson and writeSetJson', () => {
  it('give any valid set back unchanged', () => {
    fc.assert(
      fc.property(anyValidSet, (set) => {
        expect(readSetJson(writeSetJson(set), KNOWN_CHECKS).set).toEqual(set);
      }),
      { numRuns: 50 },
    );
  });

  it('understand a byte order mark', () => {
    expect(readSetJson(`\ufeff${writeSetJson(TEMPLATE_SET)}`, KNOWN_CHECKS).set).toEqual(TEMPLATE_SET);
  });

  it('write the same text whatever the order of fields', () => {
    const { parts, ...rest } = TEMPLATE_SET;
    expect(writeSetJson({ parts, ...rest })).toBe(writeSetJson(TEMPLATE_SET));
  });

  it('say where broken JSON breaks', () => {
    const problemOf = (text: string) => readSetJson(text, KNOWN_CHECKS).problems;
    expect(problemOf('{\n  "id": "a",\n  "title" "b"\n}')).toEqual([
      {
        severity: 'error',
        path: '$',
        message:
          '文件不是有效的 JSON（第 3 行第 11 个字符附近），请检查逗号、引号和括号是否成对，或重新导出后再试。',
      },
    ]);
    expect(problemOf('{"id": "a"')[0]?.message).toContain('文件不是有效的 JSON');
    expect(problemOf('  ')[0]?.message).toContain('文件是空的');
    expect(problemOf('[1]')[0]?.message).toContain('内容应为一个 JSON 对象');
    expect(problemOf('null')).toHaveLength(1);
  });
});
