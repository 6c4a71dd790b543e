// Identification over several frames: which frame speaks, what an unread frame means, what the register says.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/identification';
import type { IdentityFacts } from '@/lib/model/facts/identity';
import type { PageFacts } from '@/lib/model/page-facts';
import { IdentitySummary } from '@/lib/model/summary';

const TOP = 'http://www.shili.gov.cn/';

/** Facts of a frame that shows these lines in its foot. */
function frame(
  lines: string[],
  rest: Partial<IdentityFacts> = {},
  page: Partial<IdentityFacts['page']> = {},
): IdentityFacts {
  return {
    page: {
      title: '',
      language: '',
      characterSet: 'UTF-8',
      frameset: false,
      elements: 50,
      cut: false,
      lines: lines.length,
      textLength: 500,
      emptyApp: false,
      settled: true,
      waitedMs: 0,
      footScripts: [],
      ...page,
    },
    metas: [],
    frames: [],
    regions: [{ selector: '.footer', kind: 'foot', inArticle: false }],
    lines: lines.map((text, order) => ({
      order,
      region: 0,
      text,
      inArticle: false,
      parts: [
        {
          from: 0,
          to: text.length,
          href: '',
          linkSelector: '',
          selector: `p:nth-of-type(${order + 1})`,
          visible: true,
        },
      ],
    })),
    traces: [],
    comments: [],
    ...rest,
  };
}

type Register = { name?: string; unit?: string; siteIdCode?: string; adHoc?: boolean };

function judge(frames: [string, IdentityFacts][], register: Register = { adHoc: true }) {
  const facts: PageFacts = {
    schema: 1,
    url: TOP,
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1280, height: 800, ratio: 1 },
    frames: frames.map(([url, identity], index) => ({ url, top: index === 0, facts: { identity } })),
    skipped: [],
  };
  const answer = check.run(facts, {
    params: {},
    governmentHosts: [],
    subject: { name: '示例', aliases: [], ...register },
  });
  const summary = IdentitySummary.parse(answer.summary);
  return {
    of: (element: string) => summary.find((entry) => entry.element === element),
    findings: answer.findings.map(({ kind, item, outcome }) => `${kind} ${item} ${outcome}`),
    answer,
  };
}

const shown = (url: string, size = { width: 1000, height: 130 }) => ({ url, visible: true, ...size });

describe('identification over frames', () => {
  it('finds the foot in a frame of the site and says where', () => {
    const foot = `${TOP}foot.html`;
    const { of, answer } = judge([
      [TOP, frame([], { regions: [], frames: [shown(foot)] })],
      [foot, frame(['主办：甲局 浙ICP备12345678号'])],
    ]);
    expect(of('sponsor')).toMatchObject({ state: 'present', value: '甲局', frame: foot });
    expect(of('icpFiling')).toMatchObject({ state: 'present', frame: foot });
    expect(answer.findings.find(({ item }) => item === 'siteMap')?.outcome).toBe('fail');
  });

  it('prefers the top document', () => {
    const { of } = judge([
      [TOP, frame(['主办：甲局'], { frames: [shown(`${TOP}x`)] })],
      [`${TOP}x`, frame(['主办：乙局'])],
    ]);
    expect(of('sponsor')).toMatchObject({ value: '甲局' });
    expect(of('sponsor')?.frame).toBeUndefined();
  });

  it('asks for a look when only a foreign frame shows it', () => {
    const map = 'https://map.example.com/embed';
    const { of, findings } = judge([
      [TOP, frame(['主办：甲局'], { frames: [shown(map)] })],
      [map, frame(['京ICP备12345678号'])],
    ]);
    expect(of('icpFiling')).toMatchObject({ state: 'present', frame: map });
    expect(findings).toContain('foreign-frame icpFiling review');
  });

  it('is unsure about what is missing while a frame of a foot’s size is unread', () => {
    const { findings } = judge([
      [TOP, frame(['主办：甲局'], { frames: [shown('http://foot.shili.gov.cn/')] })],
    ]);
    expect(findings).toContain('missing icpFiling review');
    expect(findings.every((one) => !one.endsWith('fail'))).toBe(true);
  });

  it('does not let a counter frame or a redirected one shake it', () => {
    const { findings } = judge([
      [
        TOP,
        frame(['主办：甲局'], {
          frames: [
            shown('https://count.example.com/', { width: 1, height: 1 }),
            shown('http://old.shili.gov.cn/foot'),
          ],
        }),
      ],
      ['http://new.shili.gov.cn/foot', frame([])],
    ]);
    expect(findings).toContain('missing icpFiling fail');
  });

  it('reports frames, not eight missing elements, on a frameset', () => {
    const { findings, of } = judge([
      [
        TOP,
        frame(
          [],
          { regions: [], frames: [shown(`${TOP}top.do`), shown(`${TOP}left.do`)] },
          { frameset: true, textLength: 0 },
        ),
      ],
    ]);
    expect(findings).toEqual(['unreadable page review']);
    expect(of('govMark')?.note).toContain('框架');
  });

  it('reads the frames of a frameset', () => {
    const { of } = judge([
      [
        TOP,
        frame([], { regions: [], frames: [shown(`${TOP}bottom.do`)] }, { frameset: true, textLength: 0 }),
      ],
      [`${TOP}bottom.do`, frame(['主办：甲局'])],
    ]);
    expect(of('sponsor')).toMatchObject({ state: 'present' });
  });

  it('compares the code with the register; a person decides', () => {
    const page: [string, IdentityFacts][] = [[TOP, frame(['网站标识码：3301000001'])]];
    expect(judge(page, { siteIdCode: '3301000002' }).findings).toContain(
      'register-mismatch siteIdCode review',
    );
    expect(judge(page, { siteIdCode: '3301000002' }).findings).not.toContain('code-mismatch siteIdCode fail');
    expect(judge(page, { siteIdCode: '3301000001' }).findings.join()).not.toContain('register-mismatch');
    expect(judge(page, { siteIdCode: '待查' }).findings.join()).not.toContain('register-mismatch');
  });

  it('compares the sponsor with the register', () => {
    const sponsor = (line: string, subject: Register) =>
      judge([[TOP, frame([line])]], subject).findings.includes('register-mismatch sponsor review');
    expect(sponsor('主办：甲县教育局', { name: '乙县人民政府' })).toBe(true);
    expect(sponsor('主办：甲县教育局', { name: '某网站', unit: '乙县财政局' })).toBe(true);
    expect(sponsor('主办：甲县教育局', { name: '某网站', unit: '甲县教育局' })).toBe(false);
    expect(sponsor('主办：甲县人民政府办公室', { name: '甲县人民政府门户网站' })).toBe(false);
    expect(sponsor('主办：甲县教育局', { name: '乙县人民政府', adHoc: true })).toBe(false);
  });

  it('is unsure while the page was still changing or is garbled', () => {
    expect(judge([[TOP, frame(['甲'], {}, { settled: false })]]).findings).toEqual([
      'unreadable page review',
    ]);
    expect(judge([[TOP, frame(['锟斤拷锟斤拷锟斤拷', '主办：甲局'])]]).findings).toContain(
      'missing icpFiling review',
    );
  });

  it('gives the same answer for the same facts', () => {
    const make = () => JSON.stringify(judge([[TOP, frame(['主办：甲局', '电话：0571-87654321'])]]).answer);
    expect(make()).toBe(make());
  });
});
