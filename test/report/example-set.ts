// A small indicator set with all three parts, confirmed and unconfirmed numbers, page and site scope.
import type { Criterion, IndicatorSet } from '@/lib/model/indicator-set';

export const EXAMPLE_SET: IndicatorSet = {
  schema: 'gov-site-inspector/indicator-set@1',
  id: 'example-website',
  version: '2026.1',
  title: '示例政府网站检查指标',
  appliesTo: 'website',
  source: { document: '示例市政府网站检查指标（2026年）', note: '用于测试。' },
  passLine: 6000,
  bonusGate: 8000,
  naPolicy: { kind: 'none' },
  parts: [
    {
      kind: 'veto',
      title: '单项否决',
      points: 0,
      confirmed: true,
      categories: [
        {
          id: 'v',
          name: '安全、泄密事故等严重问题',
          points: 0,
          indicators: [
            {
              id: 'v1',
              name: '站点无法访问',
              points: 0,
              confirmed: true,
              source: '附件一',
              criteria: [
                criterion('v1.1', '首页打不开的次数占比超过5%', { points: 0, per: 'once', scope: 'site' }),
              ],
            },
          ],
        },
      ],
    },
    {
      kind: 'deduction',
      title: '扣分指标',
      points: 10000,
      confirmed: true,
      categories: [
        {
          id: 'd1',
          name: '网站规范',
          points: 6000,
          indicators: [
            {
              id: 'd1a',
              name: '外部链接',
              points: 1000,
              confirmed: true,
              source: '附件一',
              criteria: [
                criterion('d1a.1', '链接到非政府网站未提示', {
                  checks: [{ check: 'unmarked-external-links' }],
                  cap: 500,
                }),
                criterion('d1a.2', '链接到不相关网站'),
              ],
            },
            {
              id: 'd1b',
              name: '网站标识',
              points: 5000,
              confirmed: false,
              source: '附件一',
              criteria: [
                criterion('d1b.1', '未标明主办单位', {
                  points: 250,
                  per: 'once',
                  scope: 'site',
                  confirmed: false,
                  checks: [{ check: 'identification', items: ['sponsor'] }],
                }),
                criterion('d1b.2', '未列明ICP备案号', { points: 250, per: 'once', scope: 'site' }),
              ],
            },
          ],
        },
        {
          id: 'd2',
          name: '信息发布',
          points: 4000,
          indicators: [
            {
              id: 'd2a',
              name: '图片可用',
              points: 4000,
              confirmed: true,
              source: '附件一',
              criteria: [
                criterion('d2a.1', '图片不能正常显示', { points: 50, checks: [{ check: 'broken-images' }] }),
                criterion('d2a.2', '栏目名称不准确'),
                criterion('d2a.3', '栏目长期不更新'),
              ],
            },
          ],
        },
      ],
    },
    {
      kind: 'bonus',
      title: '加分指标',
      points: 1000,
      confirmed: true,
      categories: [
        {
          id: 'b1',
          name: '创新发展',
          points: 1000,
          indicators: [
            {
              id: 'b1a',
              name: '无障碍服务',
              points: 1000,
              confirmed: true,
              source: '附件一',
              criteria: [criterion('b1a.1', '提供适老化服务', { points: 300, per: 'once', scope: 'site' })],
            },
          ],
        },
      ],
    },
  ],
};

function criterion(id: string, text: string, rest: Partial<Criterion> = {}): Criterion {
  return {
    id,
    text,
    points: 100,
    per: 'occurrence',
    scope: 'page',
    source: `附件一 ${id}`,
    confirmed: true,
    howTo: '打开页面查看。',
    checks: [],
    ...rest,
  };
}
