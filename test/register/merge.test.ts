// Importing twice is importing once, the order of rows does not matter, and nothing is doubled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterEntry } from '@/lib/model/register-entry';
import type { Subject } from '@/lib/model/session';
import { mergeRegister } from '@/lib/register/merge';
import { entries } from './entries';

/** The register after the entries that do not contradict; ids by name of content, so that order shows nowhere. */
function imported(register: readonly Subject[], said: readonly RegisterEntry[]): Subject[] {
  const after = new Map(register.map((subject) => [subject.id, subject]));
  for (const outcome of mergeRegister(register, said)) {
    if (outcome.kind === 'changed') after.set(outcome.subject.id, outcome.subject);
    if (outcome.kind === 'new') {
      const parts = Object.entries(outcome.subject).map((part) => JSON.stringify(part));
      const id = parts.sort().join();
      expect(after.has(id)).toBe(false);
      after.set(id, { ...outcome.subject, id });
    }
  }
  return [...after.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const site = (over: Partial<RegisterEntry> = {}): RegisterEntry => ({
  kind: 'website',
  name: '示例市人民政府',
  url: 'http://www.shili.gov.cn/',
  siteIdCode: '5001000001',
  ...over,
});
const kinds = (register: readonly Subject[], said: readonly RegisterEntry[]) =>
  mergeRegister(register, said).map(({ kind }) => kind);

describe('mergeRegister', () => {
  it('importing twice is importing once', () => {
    fc.assert(
      fc.property(entries, (said) => {
        const once = imported([], said);
        expect(imported(once, said)).toEqual(once);
        const good = mergeRegister([], said).filter(({ kind }) => kind !== 'contradiction');
        const accepted = good.flatMap(({ rows }) => rows).flatMap((row) => said[row] ?? []);
        expect(kinds(once, accepted)).toEqual(good.map(() => 'same'));
      }),
      { numRuns: 500 },
    );
  });

  it('the order of rows does not matter', () => {
    const shuffled = entries.chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
    );
    fc.assert(
      fc.property(shuffled, ([said, other]) => {
        expect(imported([], other)).toEqual(imported([], said));
      }),
      { numRuns: 500 },
    );
  });

  it('merges websites by code or host, and keeps sites with different codes on one host apart', () => {
    const register = imported([], [site()]);
    expect(kinds(register, [site({ name: '示例市政府网' })])).toEqual(['changed']);
    expect(kinds(register, [site({ url: 'http://new.shili.gov.cn/' })])).toEqual(['changed']);
    const noCode: RegisterEntry = {
      kind: 'website',
      name: '示例市人民政府',
      url: 'https://shili.gov.cn/index.html',
    };
    expect(mergeRegister(register, [noCode])).toMatchObject([{ kind: 'changed', fields: ['网址'] }]);
    expect(
      kinds(register, [site({ siteIdCode: '5001000002', url: 'http://www.shili.gov.cn/jiaoyu/' })]),
    ).toEqual(['new']);
    expect(mergeRegister(register, [site({ siteIdCode: '5001000002' })])).toMatchObject([
      { kind: 'changed', fields: ['网站标识码'] },
    ]);
  });

  it('puts rows of one subject together, and says when they disagree', () => {
    const [together] = mergeRegister([], [site({ unit: '示例市政府办' }), site({ contact: '张三' })]);
    expect(together).toMatchObject({
      kind: 'new',
      rows: [0, 1],
      subject: { unit: '示例市政府办', contact: '张三' },
    });
    expect(mergeRegister([], [site({ unit: '甲' }), site({ unit: '乙' })])).toMatchObject([
      { kind: 'contradiction', reason: expect.stringContaining('单位') },
    ]);
  });

  it('keeps what a file does not say, and takes an ad-hoc subject into the register', () => {
    const adHoc: Subject = {
      id: 's1',
      kind: 'website',
      name: '示例市人民政府',
      url: 'http://www.shili.gov.cn/',
      aliases: ['shili.cn'],
      note: '旧备注',
      adHoc: true,
      hasServices: false,
    };
    const [outcome] = mergeRegister([adHoc], [site()]);
    expect(outcome).toMatchObject({
      kind: 'changed',
      fields: ['网站标识码', '列入台账'],
      subject: { id: 's1', aliases: ['shili.cn'], note: '旧备注', hasServices: false, adHoc: false },
    });
  });

  it('refuses a row that points at two subjects of the register', () => {
    const register = imported(
      [],
      [site(), site({ name: '别处', siteIdCode: '5001000009', url: 'http://other.gov.cn/' })],
    );
    expect(register).toHaveLength(2);
    expect(kinds(register, [site({ siteIdCode: undefined, url: 'http://other.gov.cn/' })])).toEqual([
      'changed',
    ]);
    expect(
      kinds(register, [
        { kind: 'website', name: '甲', siteIdCode: '5001000001' },
        site({ url: 'http://other.gov.cn/', siteIdCode: undefined }),
      ]),
    ).toEqual(['changed', 'changed']);
  });
});
