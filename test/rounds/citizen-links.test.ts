// Linking messages to the register and merging imports: examples, and what holds for any import.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedReport } from '@/lib/model/citizen-report';
import type { Subject } from '@/lib/model/session';
import { mergeReports } from '@/lib/rounds/citizen-import';
import { citizenLinker } from '@/lib/rounds/citizen-links';

const site = (id: string, part: Partial<Subject>): Subject => ({
  id,
  kind: 'website',
  name: id,
  aliases: [],
  adHoc: false,
  hasServices: true,
  ...part,
});
const register = [
  site('qu', {
    name: '甲区人民政府门户网站',
    unit: '甲区人民政府',
    url: 'https://www.jia.gov.cn/',
    host: 'www.jia.gov.cn',
    siteIdCode: '1101010001',
  }),
  site('ju', { name: '甲区教育局', unit: '甲区教育局', host: 'jyj.jia.gov.cn', siteIdCode: '1101010002' }),
  site('yi', { name: '市乙局网站', unit: '市乙局', host: 'yi.shi.gov.cn', aliases: ['www.yi.gov.cn'] }),
  site('yi2', { name: '市乙局专题网站', unit: '市乙局', host: 'zt.shi.gov.cn' }),
  site('wx', { kind: 'new-media', name: '市丁局', unit: '市丁局' }),
];
const find = citizenLinker(register);
const about = (part: Partial<Parameters<typeof find>[0]>) => find({ unit: '', site: '', ...part });

describe('linking', () => {
  it.each([
    ['code', { siteIdCode: '1101010001', site: '甲区教育局' }, 'qu'],
    ['code in the site', { site: '某网站（１１０１０１０００２）' }, 'ju'],
    ['address', { site: 'http://jyj.jia.gov.cn/a/b.html' }, 'ju'],
    ['bare host', { site: 'WWW.JIA.GOV.CN' }, 'qu'],
    ['alias', { url: 'https://www.yi.gov.cn/x?y=1' }, 'yi'],
    ['host below a known one', { site: 'zwfw.www.jia.gov.cn' }, 'qu'],
    ['name', { site: '“甲区”人民政府网站' }, 'qu'],
    ['name without its end', { site: '市 乙局' }, 'yi'],
    ['unit', { unit: '甲区政府办公室', site: '' }, 'qu'],
  ])('by %s', (_, part, id) => {
    expect(about(part)).toEqual({ subjectId: id, candidates: [] });
  });

  it('leaves several to a person', () => {
    expect(about({ unit: '市乙局' })).toEqual({ candidates: ['yi', 'yi2'] });
  });

  it('does not trust the unit against an unknown host or code', () => {
    expect(about({ unit: '甲区教育局', site: 'www.other.gov.cn' })).toEqual({ candidates: ['ju'] });
    expect(about({ unit: '甲区教育局', siteIdCode: '9999990001' })).toEqual({ candidates: ['ju'] });
  });

  it('never takes a host for another that merely ends alike, nor an account for a website', () => {
    expect(about({ site: 'notjia.gov.cn' })).toEqual({ candidates: [] });
    expect(about({ unit: '市丁局' })).toEqual({ candidates: [] });
    expect(about({})).toEqual({ candidates: [] });
  });
});

describe('merging any import', () => {
  const imported = fc.uniqueArray(
    fc.record(
      {
        number: fc.string({ minLength: 1, maxLength: 3 }),
        unit: fc.constantFrom('市乙局', '甲区', ''),
        site: fc.constantFrom('jyj.jia.gov.cn', '', '甲区网站'),
        state: fc.constantFrom('已办结', ''),
        answeredDay: fc.constantFrom('2023-10-03', null),
        content: fc.constantFrom('内容', ''),
      },
      { requiredKeys: ['number'] },
    ),
    { selector: ({ number }) => number, maxLength: 20 },
  ) as fc.Arbitrary<ImportedReport[]>;
  const mergedWith = (stored: ReturnType<typeof mergeReports>['records'], rows: ImportedReport[]) => {
    const { records } = mergeReports('r', stored, rows, find);
    const all = new Map([...stored, ...records].map((one) => [one.number, one]));
    return [...all.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
  };

  it('twice is once, and the order of rows does not matter', () => {
    fc.assert(
      fc.property(imported, imported, (first, second) => {
        const stored = mergedWith([], first);
        const once = mergedWith(stored, second);
        expect(mergedWith(once, second)).toEqual(once);
        expect(mergeReports('r', once, second, find).records).toEqual([]);
        expect(mergedWith(stored, [...second].reverse())).toEqual(once);
        const { added, changed, same } = mergeReports('r', stored, second, find);
        expect(added + changed + same).toBe(second.length);
      }),
    );
  });
});
