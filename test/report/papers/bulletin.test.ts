// The bulletin of the made-up quarter: every figure of the round stands in it, and nothing that is not known is made up.
import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/report/blocks';
import { DEFAULT_TEXTS } from '@/lib/report/papers/default-template';
import { PaperError, type PaperMaterial } from '@/lib/report/papers/material';
import { bulletin, openPoints, picturesOf, unitPaper } from '@/lib/report/papers/papers';
import { bulletinPlaceholders } from '@/lib/report/papers/placeholders';
import { templateBlocks } from '@/lib/report/papers/template-blocks';
import { unitsOfRound } from '@/lib/report/papers/unit-papers';
import { roundNumbers } from '@/lib/rounds/round-numbers';
import { goldenRound } from '../../rounds/golden-round';

const { book, previous } = goldenRound();
const golden: PaperMaterial = {
  book,
  previous,
  numbers: roundNumbers(book, previous),
  office: '示例市政务服务局',
  at: new Date('2024-01-05T02:00:00Z'),
  pictures: new Map(),
};
const alone: PaperMaterial = {
  ...golden,
  previous: undefined,
  book: { ...book, citizenReports: [] },
  numbers: roundNumbers(book),
};

describe('bulletin', () => {
  const paper = bulletin(golden, DEFAULT_TEXTS);
  const text = textOf(paper.blocks);

  it.each([
    '16个区政府门户网站、58个市级部门政府网站，共74个，进行了全覆盖检查，未发现不合格网站',
    '各区政府平均得分为104.05分（满分110分，其中加分指标10分），较上季度提升0.41分',
    '各市级部门平均得分为100.49分（满分110分，其中加分指标10分），较上季度提升0.22分',
    '1753个（其中：微信公众号855个、新浪微博252个、微信视频号118个、今日头条108个、抖音短视频107个、移动客户端33个、其他政务新媒体280个）',
    '各区政府平均得分为99.71分（满分100分），较上季度下降0.13分',
    '各市级部门平均得分为99.3分（满分100分），较上季度提升0.23分',
    '共收到网民留言506条，涉及12个区和26个市级部门',
    '这6家单位合计占留言总数的84.58%',
    '按期办结率为100%',
    '2024年1月5日',
  ])('says “%s”', (sentence) => expect(text).toContain(sentence));

  it('has the customary parts in order', () => {
    const heads = paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(heads).toEqual([
      '一、检查情况',
      '（一）总体情况',
      '（二）典型做法',
      '1.政府网站。',
      '2.政府系统政务新媒体。',
      '（三）“我为政府网站找错”平台留言情况',
      '二、存在的问题',
      '（一）政府网站方面',
      '（二）政府系统政务新媒体方面',
      '三、下一步工作',
    ]);
    const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables.map(({ rows }) => rows.length).slice(0, 2)).toEqual([16, 58]);
    expect(tables[0]?.rows[0]?.[0]).toBe('1');
  });

  it('asks only for what a person must add', () => {
    expect(openPoints(paper)).toEqual(['【待补：自查情况公开时间】']);
  });

  it('marks what is not known instead of making it up', () => {
    const open = openPoints(bulletin(alone, DEFAULT_TEXTS));
    expect(open).toContain('【待补：上一轮检查结果】');
    expect(open.some((one) => one.includes('尚未导入留言'))).toBe(true);
    expect(textOf(bulletin(alone, DEFAULT_TEXTS).blocks)).not.toContain('506');
  });

  it('names problems with counts and examples', () => {
    expect(text).toMatch(/涉及\d+个网站、\d+处，主要表现为：.*（\d+个网站、\d+处，如.*）/);
  });
});

describe('templates', () => {
  const placeholders = bulletinPlaceholders(golden);

  it('takes the office’s own wording with single figures', () => {
    const own =
      '区级平均{{districts.website.average}}分，{{ districts.website.delta }}；部门{{departments.media.delta}}。';
    expect(textOf(templateBlocks(own, placeholders))).toBe('区级平均104.05分，提升0.41分；部门提升0.23分。');
  });

  it.each([
    [
      '{{districts.website.avarage}}',
      '模板第 1 行的占位符“{{districts.website.avarage}}”不存在，请对照占位符列表改正。',
    ],
    ['好\n共{{website.count', '模板第 2 行的占位符没有写完整，请写成“{{名称}}”。'],
    ['见{{annex.ranking}}。', '模板第 1 行的占位符“{{annex.ranking}}”是整段内容，须独占一行。'],
  ])('refuses %s with one sentence', (template, sentence) => {
    expect(() => templateBlocks(template, placeholders)).toThrow(new PaperError(sentence));
  });

  it('never reads marks or placeholders in what is filled in', () => {
    const hostile = [{ name: 'x', meaning: '', value: '# {{y}}\n---' }];
    expect(templateBlocks('{{x}}', hostile)).toEqual([{ kind: 'paragraph', text: '# {{y}}\n---' }]);
  });

  it('has every placeholder once, each with a meaning', () => {
    const names = placeholders.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { meaning } of placeholders) expect(meaning).not.toBe('');
  });
});

describe('papers of a unit', () => {
  it('lists all of the unit’s problems and nothing of others', () => {
    const [first] = unitsOfRound(golden).filter(({ problems }) => problems > 0);
    const unit = first?.unit ?? '';
    const paper = unitPaper(golden, DEFAULT_TEXTS, 'notice', unit);
    expect(paper.title).toBe('关于2023年第四季度检查发现问题的整改通知');
    const numbered = paper.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.lead && /^\d+\./.test(block.lead.text) ? [block.lead.text] : [],
    );
    expect(numbered).toHaveLength(first?.problems ?? 0);
    const own = book.entries
      .filter(({ subject }) => subject.unit === unit)
      .map(({ subject }) => subject.name);
    for (const line of numbered) expect(own.some((name) => line.includes(name))).toBe(true);
    expect(openPoints(paper)).toEqual(['【待补：整改期限】']);
    expect(
      openPoints(unitPaper({ ...golden, noticeDue: '2024-02-01' }, DEFAULT_TEXTS, 'notice', unit)),
    ).toEqual([]);
    expect(picturesOf(paper)).toEqual([]);
  });
});

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `${block.lead?.text ?? ''}${block.text}`;
      if (block.kind === 'list') return block.items.join('\n');
      if (block.kind === 'table') return block.rows.flat().join('\t');
      return 'text' in block ? block.text : '';
    })
    .join('\n');
}
