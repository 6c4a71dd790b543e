// @vitest-environment happy-dom
// Page tags: the fixture's pages through probe and check, and what the register adds.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { pubDateForm } from '@/lib/checks/judge/tags/pub-date';
import check from '@/lib/checks/page-tags';
import { IdentityFacts } from '@/lib/model/facts/identity';
import { PageTag, PageTagsSummary } from '@/lib/model/summary';
import identity from '@/lib/probes/identity';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

type Expected = {
  outcome: string;
  findings: string[];
  tags?: Partial<Record<PageTag, string>>;
  says?: string;
  skipped?: number;
};

const fixture = new DOMParser().parseFromString(
  readFileSync('test/checks/page-tags.html', 'utf8'),
  'text/html',
);
const heads = new Map(
  [...fixture.querySelectorAll('template')].map((one) => [
    one.getAttribute('data-case') ?? '',
    one.getAttribute('data-head') ?? '',
  ]),
);
const cases = readCases('test/checks/page-tags.html').map((page) => ({
  ...page,
  wanted: page.expected as unknown as Expected,
}));

async function factsNow(url: string) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const pending = factsOf(identity, url);
    await vi.advanceTimersByTimeAsync(4000);
    return await pending;
  } finally {
    vi.useRealTimers();
  }
}

describe('page-tags', () => {
  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    document.head.innerHTML = heads.get(page.name) ?? '';
    const facts = await factsNow(page.url);
    IdentityFacts.parse(facts.frames[0]?.facts.identity);
    const answer = answerOf(check, facts, page);
    const found = answer.drafts.map(({ kind, item, outcome }) => `${kind} ${item} ${outcome}`).sort();
    expect(found).toEqual([...page.wanted.findings].sort());
    expect(answer.outcome).toBe(page.wanted.outcome);
    const summary = PageTagsSummary.parse(answer.summary);
    expect(summary.map(({ tag }) => tag)).toEqual(PageTag.options);
    for (const { tag, state, value } of summary) {
      const wanted = page.wanted.tags?.[tag];
      if (wanted)
        expect(value === undefined || !wanted.includes('|') ? state : `${state}|${value}`).toBe(wanted);
    }
    if (page.wanted.says) expect(answer.messages.join()).toContain(page.wanted.says);
    if (page.wanted.skipped !== undefined) expect(answer.skipped).toHaveLength(page.wanted.skipped);
    for (const message of answer.messages) expect(message).toMatch(/^[^\n]+。$/);
  });

  it('has every outcome and every kind of finding among its cases', () => {
    expect(new Set(cases.map(({ wanted }) => wanted.outcome))).toEqual(
      new Set(['pass', 'fail', 'review', 'inapplicable']),
    );
    const kinds = new Set(cases.flatMap(({ wanted }) => wanted.findings.map((one) => one.split(' ')[0])));
    expect(kinds).toEqual(
      new Set([
        'missing',
        'empty',
        'placeholder',
        'malformed-date',
        'malformed-name',
        'date-differs',
        'wrong-domain',
        'wrong-name',
        'wrong-code',
        'duplicated-differing',
      ]),
    );
  });
});

describe('page-tags with the register', () => {
  const home = (tags: Record<string, string>) =>
    `${Object.entries({
      SiteName: '示例市人民政府',
      SiteDomain: 'www.shili.gov.cn',
      SiteIDCode: '3399000012',
      ...tags,
    })
      .map(([name, content]) => `<meta name="${name}" content="${content}">`)
      .join('')}${'<p><a href="/a/">要闻</a></p>'.repeat(6)}`;
  const judge = async (
    html: string,
    subject: { host?: string; aliases?: string[]; siteIdCode?: string },
    url = 'http://www.shili.gov.cn/',
  ) => {
    showPage(url, html);
    const answer = check.run(await factsNow(url), {
      params: {},
      governmentHosts: [],
      subject: { name: '示例市人民政府', aliases: [], ...subject },
    });
    return answer.findings.map(({ kind, item, outcome }) => `${kind} ${item} ${outcome}`);
  };

  it('is sure of a wrong domain when the register knows the site', async () => {
    const other = home({ SiteDomain: 'www.other.gov.cn' });
    expect(await judge(other, { host: 'www.shili.gov.cn' })).toEqual(['wrong-domain SiteDomain fail']);
    expect(await judge(other, { host: 'www.shili.gov.cn', aliases: ['www.other.gov.cn'] })).toEqual([]);
  });

  it('compares the code with the register', async () => {
    expect(await judge(home({}), { siteIdCode: '3399000099' })).toEqual(['wrong-code SiteIDCode review']);
    expect(await judge(home({}), { siteIdCode: '3399000012' })).toEqual([]);
  });

  it('is not sure that the root of another host is a home page', async () => {
    const found = await judge(
      '<p>登录业务系统</p>',
      { host: 'www.shili.gov.cn' },
      'http://zwfw.shili.gov.cn/',
    );
    expect(found).toEqual([
      'missing SiteName review',
      'missing SiteDomain review',
      'missing SiteIDCode review',
    ]);
  });
});

describe('publication date', () => {
  it('accepts every minute in the form of the rule, and reads it back', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1995-01-01T00:00:00Z'),
          max: new Date('2030-12-31T23:59:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const text = date.toISOString().slice(0, 16).replace('T', ' ');
          expect(pubDateForm(text, '2026-01-01')).toEqual({
            form: 'right',
            day: text.slice(0, 10),
            remark: '',
          });
        },
      ),
    );
  });

  it('never throws and never calls other text right', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const { form } = pubDateForm(text, '2026-01-01');
        if (form === 'right') expect(text).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
      }),
    );
  });

  it.each([
    ['2024/05/06 09:30', 'readable', '2024-05-06'],
    ['2024-5-6 9:30', 'readable', '2024-05-06'],
    ['20240506', 'readable', '2024-05-06'],
    ['20240506093000', 'readable', '2024-05-06'],
    ['2024-05-06  09:30', 'readable', '2024-05-06'],
    ['2024年5月6日 09:30', 'readable', '2024-05-06'],
    ['2024-05-06T09:30:00+08:00', 'readable', '2024-05-06'],
    ['2024-02-30 09:30', 'wrong', undefined],
    ['昨天', 'wrong', undefined],
    ['05-06', 'wrong', undefined],
  ])('reads %s as %s', (text, form, day) => {
    const answer = pubDateForm(text, '2026-01-01');
    expect([answer.form, answer.day]).toEqual([form, day]);
  });
});
