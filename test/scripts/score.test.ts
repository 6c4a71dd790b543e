// The accuracy score on a small made-up truth: every kind of agreement and disagreement.
import { describe, expect, it } from 'vitest';
import { IdentityElement, type IdentitySummary, PageTag, type PageTagsSummary } from '@/lib/model/summary';
import { type Observed, score, scoreText } from '../../scripts/accuracy/score';
import type { Label, Truth } from '../../scripts/accuracy/truth';

const labels = (part: Partial<Record<IdentityElement, Label>>) => part;
const seen = (part: Partial<Record<IdentityElement, string>>): IdentitySummary =>
  IdentityElement.options.map((element) => {
    const value = part[element];
    return value === undefined
      ? { element, state: 'missing' as const }
      : {
          element,
          state: value.startsWith('!') ? ('malformed' as const) : ('present' as const),
          value: value.replace('!', ''),
        };
  });

const truth = {
  pages: [
    {
      file: 'a.html',
      elements: labels({
        govMark: { expect: 'present', value: 'anchor to bszs.conac.cn, id=0BC4A1D2E3F405161728394A5B6C7D8E' },
        siteIdCode: { expect: 'present', value: '3301000001' },
        sponsor: { expect: 'present', value: '甲县 人民政府' },
        icpFiling: { expect: 'present', value: '浙ICP备12345678号' },
        policeFiling: { expect: 'uncertain' },
        siteMap: { expect: 'present', value: '网站地图' },
        contact: { expect: 'absent' },
      }),
    },
    {
      file: 'b.html',
      elements: labels({
        sponsor: { expect: 'absent' },
        contact: { expect: 'present', value: '0571-1234567' },
      }),
    },
    { file: 'c.html', elements: labels({ sponsor: { expect: 'present', value: '丙局' } }) },
  ],
};
const observed: Observed[] = [
  {
    file: 'a.html',
    identity: seen({
      govMark: '0bc4a1d2e3f405161728394a5b6c7d8e',
      siteIdCode: '!3301000001',
      sponsor: '甲县人民政府',
      icpFiling: '浙ICP备87654321号',
      siteMap: '站点地图',
      policeFiling: '无所谓',
    }),
  },
  { file: 'b.html', identity: seen({ sponsor: '乙局' }) },
];

describe('score', () => {
  const result = score(truth, observed);
  const of = (element: string) => [...result.elements, ...result.tags].find((one) => one.item === element);

  it('counts found, false missing, false present and wrong values apart', () => {
    expect(of('govMark')).toMatchObject({ found: 1, wrongValue: 0, f1: 1 });
    expect(of('siteIdCode')).toMatchObject({ found: 1, wrongValue: 0 });
    expect(of('siteMap')).toMatchObject({ found: 1, wrongValue: 0 });
    expect(of('icpFiling')).toMatchObject({ found: 1, wrongValue: 1, recall: 1 });
    expect(of('sponsor')).toMatchObject({
      found: 1,
      falsePresent: 1,
      falseMissing: 1,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
    expect(of('contact')).toMatchObject({ found: 0, correctlyMissing: 1, falseMissing: 1, recall: 0 });
  });

  it('leaves uncertain labels out', () => {
    expect(of('policeFiling')).toMatchObject({ found: 0, falsePresent: 0, f1: 1 });
  });

  it('lists every disagreement with its page', () => {
    expect(result.disagreements.map(({ file, item, kind }) => `${file} ${item} ${kind}`)).toEqual([
      'a.html icpFiling wrong-value',
      'b.html sponsor false-present',
      'b.html contact false-missing',
      'c.html sponsor not-inspected',
    ]);
  });

  it('adds up over elements', () => {
    expect(result.elementTotal).toMatchObject({ found: 5, falseMissing: 2, falsePresent: 1, wrongValue: 1 });
    expect(result.elementTotal.f1).toBeCloseTo((2 * (5 / 6) * (5 / 7)) / (5 / 6 + 5 / 7));
  });

  it('prints a table and the list', () => {
    const text = scoreText(result);
    expect(text.split('\n')).toHaveLength(
      IdentityElement.options.length + 3 + PageTag.options.length + 3 + 1 + result.disagreements.length,
    );
    expect(text).toContain('b.html: contact false-missing: expected 0571-1234567, found missing');
  });
});

describe('score of page tags', () => {
  const tags = (part: Partial<Record<PageTag, string>>): PageTagsSummary =>
    PageTag.options.map((tag) => {
      const value = part[tag];
      if (value === undefined) return { tag, state: 'missing' as const };
      return value ? { tag, state: 'present' as const, value } : { tag, state: 'empty' as const };
    });
  const labelled: Truth = {
    pages: [
      {
        file: 'a.html',
        meta: {
          sitename: ['甲县人民政府', ''],
          SiteDomain: 'www.jia.gov.cn',
          PubDate: '2024-05-06 09:30',
          ContentSource: '',
          Author: '',
          filetype: '0',
        },
        meta_missing: ['ColumnName', 'ColumnType', 'Image'],
      },
      { file: 'b.html', meta: { SiteName: '乙局' }, meta_missing: [] },
    ],
  };
  const result = score(labelled, [
    {
      file: 'a.html',
      identity: [],
      pageTags: tags({
        SiteName: '甲县 人民政府',
        PubDate: '2024-05-07 09:30',
        ContentSource: '',
        Author: '某人',
        ColumnName: '新闻',
        Url: 'a.html',
      }),
    },
    { file: 'b.html', identity: [] },
  ]);
  const of = (tag: PageTag) => result.tags.find((one) => one.item === tag);

  it('knows empty from missing, any of several copies, names in any case', () => {
    expect(of('SiteName')).toMatchObject({ found: 1, wrongValue: 0, falseMissing: 1 });
    expect(of('SiteDomain')).toMatchObject({ found: 0, falseMissing: 1 });
    expect(of('ContentSource')).toMatchObject({ found: 1, wrongValue: 0 });
    expect(of('Author')).toMatchObject({ found: 1, wrongValue: 1 });
    expect(of('PubDate')).toMatchObject({ found: 1, wrongValue: 1 });
    expect(of('ColumnName')).toMatchObject({ falsePresent: 1, precision: 0 });
    expect(of('ColumnType')).toMatchObject({ correctlyMissing: 1 });
    expect(of('Url')).toMatchObject({ found: 0, falsePresent: 0, f1: 1 });
  });

  it('lists every disagreement with its page', () => {
    expect(result.disagreements.map(({ file, item, kind }) => `${file} ${item} ${kind}`)).toEqual([
      'a.html SiteDomain false-missing',
      'a.html ColumnName false-present',
      'a.html PubDate wrong-value',
      'a.html Author wrong-value',
      'b.html SiteName not-inspected',
    ]);
  });
});
