// Everything that a template may name, with its meaning and its present value.
import type { Block } from '../blocks';
import { shanghaiMinute } from '../shanghai-time';
import { mediaUnitBlocks, problemTableBlocks, rankingBlocks } from './annex-blocks';
import { citizenBlocks, citizenPlaceholders } from './citizen-placeholders';
import { chineseDay, missing, type PaperMaterial } from './material';
import { practiceBlocks, problemBlocks } from './problem-blocks';
import { scopePlaceholders } from './scope-placeholders';
import type { Placeholder } from './template-blocks';
import { unitPlaceholders } from './unit-papers';

/** Of the bulletin. */
export function bulletinPlaceholders(material: PaperMaterial): Placeholder[] {
  return [
    ...general(material),
    ...scopePlaceholders(material),
    ...citizenPlaceholders(material),
    {
      name: 'practice.website',
      meaning: '政府网站典型做法（整段，含配图）',
      value: practiceBlocks(material, 'website'),
    },
    {
      name: 'practice.media',
      meaning: '政务新媒体典型做法（整段，含配图）',
      value: practiceBlocks(material, 'new-media'),
    },
    {
      name: 'problems.website',
      meaning: '政府网站存在的问题，按指标分段，含数量和例子',
      value: problemBlocks(material, 'website'),
    },
    {
      name: 'problems.media',
      meaning: '政务新媒体存在的问题，按指标分段，含数量和例子',
      value: problemBlocks(material, 'new-media'),
    },
    { name: 'annex.ranking', meaning: '附表：各组网站得分排名', value: orNone(rankingBlocks(material)) },
    { name: 'annex.media', meaning: '附表：各单位政务新媒体情况', value: orNone(mediaUnitBlocks(material)) },
    { name: 'annex.problems', meaning: '附表：问题统计', value: orNone(problemTableBlocks(material)) },
    { name: 'annex.citizens', meaning: '附表：找错平台留言情况', value: orNone(citizenBlocks(material)) },
  ];
}

/** An annex that would be empty says so. */
function orNone(blocks: Block[]): Block[] {
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: '本轮没有这项内容。' }];
}

/** Of a unit's notice and self-inspection report. */
export function unitPaperPlaceholders(material: PaperMaterial, unit: string): Placeholder[] {
  return [...general(material), ...unitPlaceholders(material, unit)];
}

function general({ book, office, at }: PaperMaterial): Placeholder[] {
  return [
    { name: 'round.name', meaning: '检查轮次名称', value: book.round.name },
    {
      name: 'office',
      meaning: '印发单位，在模板中填写',
      value: office.trim() || missing('印发单位'),
    },
    { name: 'date', meaning: '成文日期（生成文书的当天）', value: chineseDay(shanghaiMinute(at)) },
  ];
}
