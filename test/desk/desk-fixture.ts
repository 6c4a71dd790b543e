// A desk with a small set, a moving clock and counted ids, over either repository.

import type { DeskChange } from '@/lib/desk/desk-change';
import { createLocalDesk, type LocalDesk } from '@/lib/desk/local-desk';
import type { Finding } from '@/lib/model/finding';
import { type IndicatorSet, SET_SCHEMA } from '@/lib/model/indicator-set';
import type { Run, Session } from '@/lib/model/session';
import type { Repository } from '@/lib/store/repository';

const criterion = (id: string, scope: 'page' | 'site' = 'page') => ({
  id,
  text: `评分点${id}`,
  points: 100,
  per: 'occurrence' as const,
  scope,
  source: '附件1',
  confirmed: true,
  howTo: '查看页面',
  checks: [],
});

/** 100 points in one category, criteria c1 … c3; version 1 unless told. */
export function smallSet(version = '1', title = '测试指标'): IndicatorSet {
  return {
    schema: SET_SCHEMA,
    id: 'small',
    version,
    title,
    appliesTo: 'website',
    source: { document: '测试文件', note: '' },
    passLine: 6000,
    naPolicy: { kind: 'none' },
    parts: [
      {
        kind: 'deduction',
        title: '扣分指标',
        points: 10000,
        confirmed: true,
        categories: [
          {
            id: 'k',
            name: '功能设计',
            points: 10000,
            indicators: [
              {
                id: 'i',
                name: '网站标识',
                points: 10000,
                confirmed: true,
                source: '附件1',
                criteria: [criterion('c1'), criterion('c2'), criterion('c3', 'site')],
              },
            ],
          },
        ],
      },
    ],
  };
}

export interface DeskFixture {
  desk: LocalDesk;
  /** Changes announced so far. */
  changes: DeskChange[];
  /** Moves the clock. */
  setNow(iso: string): void;
}

/** A desk whose clock moves a second per call and whose ids are `prefix`1, `prefix`2, … */
export function deskOver(
  repository: Repository,
  { prefix = 'id', shipped = [smallSet()] }: { prefix?: string; shipped?: IndicatorSet[] } = {},
): DeskFixture {
  let time = Date.parse('2026-11-20T01:00:00.000Z');
  let ids = 0;
  const changes: DeskChange[] = [];
  const desk = createLocalDesk({
    repository,
    now: () => {
      time += 1000;
      return new Date(time);
    },
    newId: () => `${prefix}${++ids}`,
    notify: (change) => changes.push(change),
    shippedSets: shipped,
    knownChecks: new Map(),
  });
  return { desk, changes, setNow: (iso) => (time = Date.parse(iso)) };
}

export const site = {
  kind: 'website' as const,
  name: '示例市人民政府',
  url: 'http://www.shili.gov.cn/',
  host: 'www.shili.gov.cn',
  aliases: [],
  adHoc: true,
  hasServices: true,
};

export function startSmall(desk: LocalDesk): Promise<Session> {
  return desk.startSession({ subject: site, setId: 'small', inspector: '张三' });
}

export function finding(item: string, page = 'http://www.shili.gov.cn/'): Finding {
  return {
    key: `images:${page}:${item}`,
    siteKey: `images:${item}`,
    checkId: 'images',
    kind: 'broken',
    item,
    outcome: 'fail',
    group: '图片',
    message: `图片${item}无法显示`,
    locator: { url: page, frame: '', selector: 'img' },
  };
}

export function runOf(
  sessionId: string,
  findings: Finding[],
  { url = 'http://www.shili.gov.cn/', at = '2026-11-20T01:10:00.000Z' } = {},
): Omit<Run, 'id'> {
  return {
    sessionId,
    url,
    finalUrl: url,
    title: '首页',
    at,
    durationMs: 120,
    results: [{ checkId: 'images', outcome: 'fail', findings, skipped: [], ms: 5 }],
    skipped: [],
    facts: {
      schema: 1,
      url,
      title: '首页',
      at,
      viewport: { width: 1200, height: 800, ratio: 1 },
      frames: [],
      skipped: [],
    },
  };
}

/** A complete 1×1 PNG. */
export const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function pictureOf(sessionId: string, criterionId?: string) {
  return {
    evidence: {
      sessionId,
      ...(criterionId === undefined ? {} : { criterionId }),
      url: 'http://www.shili.gov.cn/',
      title: '首页',
      at: '2026-11-20T01:12:00.000Z',
      viewport: { width: 1200, height: 800, ratio: 1 },
      kind: 'visible' as const,
      mime: 'image/png' as const,
      width: 1,
      height: 1,
      caption: '',
      boxes: [],
    },
    image: PNG,
    by: '张三',
  };
}
