// A whole inspection with fixed ids and times: every verdict, two pages, findings that are gone, pictures, an error.
import { findingKeys } from '@/lib/checks/engine/finding-key';
import type { SessionView } from '@/lib/desk/protocol';
import type { CheckResult, Finding } from '@/lib/model/finding';
import type { Evidence, Run, Verdict } from '@/lib/model/session';
import { EXAMPLE_SET } from './example-set';

export const AT = new Date('2026-11-23T06:30:00Z');
export const HOME = 'http://www.example.gov.cn/';
export const LIST = 'http://www.example.gov.cn/zwgk/';
export const UNMARKED_SHOP = finding('unmarked-external-links', HOME, 'unmarked', 'shop.example.com', {
  message: '链接“网上商城”指向非政府网站 shop.example.com，未提示离开。',
  advice: '在链接上增加离开本网站的提示。',
  text: '网上商城',
  selector: '#links > li:nth-child(2) > a',
});
export const MISSING_SPONSOR = finding('identification', HOME, 'missing', 'sponsor', {
  message: '页面底部没有主办单位。',
  selector: '',
});
export const MISSING_SPONSOR_LIST = finding('identification', LIST, 'missing', 'sponsor', {
  message: '页面底部没有主办单位。',
  selector: '',
});
export const BROKEN_A = finding('broken-images', HOME, 'not-loaded', 'http://www.example.gov.cn/a.jpg', {
  message: '图片 a.jpg 无法显示。',
  selector: 'img.banner',
  frame: 'http://www.example.gov.cn/frame.html',
});
export const BROKEN_B = finding('broken-images', LIST, 'not-loaded', 'http://www.example.gov.cn/b.jpg', {
  message: '图片 b.jpg 无法显示。',
  selector: 'img.second',
});

function finding(
  checkId: string,
  page: string,
  kind: string,
  item: string,
  rest: { message: string; selector: string; advice?: string; text?: string; frame?: string },
): Finding {
  const { message, selector, advice, text, frame } = rest;
  return {
    ...findingKeys(checkId, page, kind, item),
    checkId,
    kind,
    item,
    outcome: 'fail',
    group: kind,
    message,
    ...(advice ? { advice } : {}),
    locator: { url: page, frame: frame ?? '', selector, ...(text ? { text } : {}) },
  };
}

function verdict(criterionId: string, status: Verdict['status'], rest: Partial<Verdict> = {}): Verdict {
  return {
    sessionId: 's1',
    criterionId,
    status,
    count: status === 'hit' ? 1 : 0,
    note: '',
    findingKeys: [],
    evidenceIds: [],
    by: '张三',
    at: '2026-11-23T02:00:00Z',
    from: 'manual',
    ...rest,
  };
}

function picture(number: number, rest: Partial<Evidence> = {}): Evidence {
  return {
    id: `e${number}`,
    sessionId: 's1',
    number,
    url: HOME,
    title: '示例市人民政府',
    at: '2026-11-23T01:40:00Z',
    viewport: { width: 1280, height: 720, ratio: 1 },
    kind: 'visible',
    mime: 'image/jpeg',
    width: 16,
    height: 9,
    caption: '',
    boxes: [],
    ...rest,
  };
}

function result(checkId: string, findings: Finding[], rest: Partial<CheckResult> = {}): CheckResult {
  return {
    checkId,
    outcome: findings.length > 0 ? 'fail' : 'pass',
    findings,
    skipped: [],
    ms: 12.4,
    ...rest,
  };
}

function run(id: string, url: string, at: string, results: CheckResult[], rest: Partial<Run> = {}): Run {
  const title = '示例市人民政府';
  return {
    id,
    sessionId: 's1',
    url,
    finalUrl: url,
    title,
    at,
    durationMs: 1234.6,
    results,
    skipped: [],
    ...rest,
  };
}

/** A fresh copy each time, so that tests may change it. */
export function exampleView(): SessionView {
  return structuredClone({
    session: {
      id: 's1',
      roundId: 'r1',
      subjectId: 'u1',
      setId: EXAMPLE_SET.id,
      setVersion: EXAMPLE_SET.version,
      inspector: '张三',
      state: 'open',
      createdAt: '2026-11-23T01:00:00Z',
      updatedAt: '2026-11-23T06:00:00Z',
    },
    subject: {
      id: 'u1',
      kind: 'website',
      name: '示例市人民政府',
      unit: '示例市人民政府办公室',
      url: HOME,
      host: 'www.example.gov.cn',
      aliases: [],
      siteIdCode: '1234560001',
      adHoc: false,
      hasServices: true,
    },
    round: { id: 'r1', name: '2026年第四季度', state: 'open', createdAt: '2026-10-01T00:00:00Z' },
    set: EXAMPLE_SET,
    verdicts: [
      verdict('v1.1', 'ok'),
      verdict('d1a.1', 'hit', {
        count: 3,
        findingKeys: [UNMARKED_SHOP.key],
        evidenceIds: ['e1', 'e2'],
        from: 'suggestion',
      }),
      verdict('d1a.2', 'na', { note: '本站无此类链接' }),
      verdict('d1b.1', 'hit', { findingKeys: [MISSING_SPONSOR.siteKey, 'identification:gone'] }),
      verdict('d1b.2', 'disputed', { note: '备案号已提交，待核', by: '李四' }),
      verdict('d2a.1', 'hit', { count: 2, findingKeys: [BROKEN_B.key, BROKEN_A.key] }),
      verdict('d2a.2', 'hit', { note: '=HYPERLINK("http://x")', evidenceIds: ['e1'] }),
      verdict('b1a.1', 'hit', { evidenceIds: ['e4'] }),
    ],
    decisions: [
      {
        sessionId: 's1',
        criterionId: 'd1a.1',
        findingKey: UNMARKED_SHOP.key,
        decision: 'accepted',
        by: '张三',
        at: '2026-11-23T02:00:00Z',
      },
    ],
    runs: [
      run('run2', LIST, '2026-11-23T01:30:00Z', [
        result('identification', [MISSING_SPONSOR_LIST], {
          summary: [{ element: 'sponsor', state: 'missing' }],
        }),
        result('broken-images', [BROKEN_B], {
          summary: {
            total: 3,
            broken: [{ src: 'http://www.example.gov.cn/b.jpg', reason: '未能加载', selector: 'img.second' }],
          },
        }),
      ]),
      run(
        'run1',
        HOME,
        '2026-11-23T01:20:00Z',
        [
          result('unmarked-external-links', [UNMARKED_SHOP], {
            summary: {
              total: 4,
              governmentHosts: 2,
              unmarked: [
                { href: 'http://z.example.com/', host: 'z.example.com', text: 'Z', selector: 'a.z' },
                {
                  href: 'http://shop.example.com/',
                  host: 'shop.example.com',
                  text: '网上商城',
                  selector: 'a.s',
                },
              ],
              marked: [],
            },
          }),
          result('identification', [MISSING_SPONSOR], {
            summary: [
              { element: 'siteMap', state: 'present', href: 'http://www.example.gov.cn/map.html' },
              { element: 'sponsor', state: 'missing' },
            ],
            skipped: [{ what: '框架 http://map.example.com/', why: '属于其他网站，没有访问权' }],
          }),
          result('broken-images', [BROKEN_A], {
            summary: {
              total: 9,
              broken: [
                { src: 'http://www.example.gov.cn/a.jpg', reason: '未能加载', selector: 'img.banner' },
              ],
            },
          }),
          result('accessibility', [], {
            outcome: 'error',
            error: { code: 'timeout', detail: '页面过大，120 秒内未能完成。' },
          }),
        ],
        {
          finalUrl: `${HOME}index.html`,
          skipped: [
            { what: '框架 http://map.example.com/', why: '属于其他网站，没有访问权' },
            { what: '弹出窗口', why: '未打开' },
          ],
        },
      ),
    ],
    visits: [
      { sessionId: 's1', url: HOME, title: '示例市人民政府', at: '2026-11-23T01:10:00Z' },
      { sessionId: 's1', url: LIST, title: '政务公开', at: '2026-11-23T01:25:00Z' },
    ],
    evidence: [
      picture(1, { caption: '商城链接 <无提示>', findingKey: UNMARKED_SHOP.key, criterionId: 'd1a.1' }),
      picture(2, { criterionId: 'd1a.1', url: LIST }),
      picture(4, { caption: '适老化' }),
    ],
    canUndo: true,
    canRedo: false,
  } satisfies SessionView);
}
