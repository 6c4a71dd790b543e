// Words that tell vague, sensory or placeholder wording, each with its harmless neighbours.
import { describe, expect, it } from 'vitest';
import {
  colourWords,
  fileType,
  isEmptyAlt,
  isEmptyFrameTitle,
  isEmptyTitle,
  isVague,
  plain,
  sensoryWords,
  tellsFileType,
  timeLimitWords,
} from '@/lib/text/barrier-words';

describe('barrier words', () => {
  it.each(['更多>>', '【查看详情】', 'Click here', 'Read more…', '点 击 这 里'])('%s says nothing', (text) =>
    expect(isVague(text)).toBe(true),
  );
  it.each(['更多通知公告', '下载专区', 'Read more about rugby', ''])('%s says something', (text) =>
    expect(isVague(text)).toBe(false),
  );
  it.each(['请点击右侧按钮', '如下图所示', 'The artist on the right won'])('%s points by place', (text) =>
    expect(sensoryWords(text)).not.toBe(''),
  );
  it.each(['左右岸协同治理', '上级主管部门', '本市右江区', 'on the right track'])('%s does not', (text) =>
    expect(sensoryWords(text)).toBe(''),
  );
  it.each(['红色部分为必填', '请填写标红的内容', 'The green mushrooms are fine'])(
    '%s points by colour',
    (text) => expect(colourWords(text)).not.toBe(''),
  );
  it.each(['红色旅游', '绿色发展', '黄色预警信号', 'a red car'])('%s does not', (text) =>
    expect(colourWords(text)).toBe(''),
  );
  it.each(['页面将在5秒后自动跳转', '请在30分钟内完成填写', 'in 20 minutes'])('%s sets a time', (text) =>
    expect(timeLimitWords(text)).not.toBe(''),
  );
  it.each(['30分钟车程', '5秒钟广告'])('%s does not', (text) => expect(timeLimitWords(text)).toBe(''));

  it('knows placeholders of titles, frames and pictures', () => {
    for (const title of ['无标题文档', 'Untitled Document', 'Document'])
      expect(isEmptyTitle(title)).toBe(true);
    for (const title of ['示例县人民政府', 'Document library']) expect(isEmptyTitle(title)).toBe(false);
    expect(isEmptyFrameTitle('leftFrame')).toBe(true);
    expect(isEmptyFrameTitle('天气预报')).toBe(false);
    expect(isEmptyAlt('图片')).toBe(true);
    expect(isEmptyAlt('图片新闻')).toBe(false);
  });

  it('reads file types and whether they are told', () => {
    expect(fileType('/a/b.PDF?x=1')).toBe('pdf');
    expect(fileType('/a/b.html')).toBe('');
    expect(tellsFileType('申请表（Word）', 'docx')).toBe(true);
    expect(tellsFileType('年度规划', 'pdf')).toBe(false);
    expect(plain(' 更多 >> ')).toBe('更多');
  });
});
