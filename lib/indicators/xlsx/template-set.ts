// The example that fills the downloadable template: small, valid, and showing every way to fill in a row.
import { type IndicatorSet, SET_SCHEMA } from '@/lib/model/indicator-set';

/** A made-up set of 100 + 10 points; no number of it comes from a document. */
export const TEMPLATE_SET: IndicatorSet = {
  schema: SET_SCHEMA,
  id: 'my-website',
  version: '1',
  title: '示例：本市政府网站检查指标',
  appliesTo: 'website',
  source: { document: '（填写文件名称和文号）', note: '示例行，请删除或改为本单位的指标。' },
  passLine: 6000,
  bonusGate: 8000,
  naPolicy: { kind: 'rescale', categoryId: 'service' },
  parts: [
    {
      kind: 'veto',
      title: '单项否决指标',
      points: 0,
      confirmed: false,
      categories: [
        {
          id: 'veto',
          name: '单项否决',
          points: 0,
          indicators: [
            {
              id: 'veto-home',
              name: '首页不更新',
              points: 0,
              confirmed: false,
              source: '（条款）',
              criteria: [
                {
                  id: 'veto-home-stale',
                  text: '示例：监测 2 周，首页无信息更新。',
                  points: 0,
                  per: 'once',
                  scope: 'site',
                  source: '（条款）',
                  confirmed: false,
                  howTo: '查看首页各栏目最新一条信息的日期，与检查之日前 2 周比较。',
                  checks: [],
                },
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
      confirmed: false,
      categories: [
        {
          id: 'function',
          name: '功能设计',
          points: 7500,
          indicators: [
            {
              id: 'availability',
              name: '可用性',
              points: 7500,
              confirmed: false,
              source: '（条款）',
              criteria: [
                {
                  id: 'availability-images',
                  text: '示例：图片不能正常显示，每处扣 0.5 分，最多扣 5 分。',
                  points: 50,
                  per: 'occurrence',
                  cap: 500,
                  scope: 'page',
                  source: '（条款）',
                  confirmed: false,
                  howTo: '打开抽查页面并滚动到底，查看有无空白或破损图片。',
                  checks: [{ check: 'broken-images', outcomes: ['fail'] }],
                },
                {
                  id: 'availability-identity',
                  text: '示例：底部缺少主办单位、联系方式，每项扣 2 分。',
                  points: 200,
                  per: 'occurrence',
                  scope: 'site',
                  source: '（条款）',
                  confirmed: false,
                  howTo: '查看页面底部，逐项核对。同一要素在多个页面缺失只计一次。',
                  checks: [
                    {
                      check: 'identification',
                      kinds: ['missing'],
                      items: ['sponsor', 'contact'],
                      outcomes: ['fail'],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          id: 'service',
          name: '办事服务',
          points: 2500,
          indicators: [
            {
              id: 'guide',
              name: '办事指南',
              points: 2500,
              confirmed: false,
              source: '（条款）',
              criteria: [
                {
                  id: 'guide-none',
                  text: '示例：未提供办事指南，扣 25 分。',
                  points: 2500,
                  per: 'once',
                  scope: 'site',
                  source: '（条款）',
                  confirmed: false,
                  howTo: '从办事服务栏目进入，查看能否打开办事指南。',
                  checks: [],
                },
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
      confirmed: false,
      categories: [
        {
          id: 'bonus',
          name: '加分指标',
          points: 1000,
          indicators: [
            {
              id: 'bonus-scenario',
              name: '场景化服务',
              points: 1000,
              confirmed: false,
              source: '（条款）',
              criteria: [
                {
                  id: 'bonus-scenario-topic',
                  text: '示例：推出场景化服务，每项加 5 分。',
                  points: 500,
                  per: 'occurrence',
                  cap: 1000,
                  scope: 'site',
                  source: '（条款）',
                  confirmed: false,
                  howTo: '以使用者身份走完查询、咨询、办理全过程。',
                  checks: [],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
