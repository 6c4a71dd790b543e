// The share of interpreted documents over the pages of a session, and interpretations that are all plain text.
import { describe, expect, it } from 'vitest';
import type { PageResults } from '@/lib/checks/engine/define-site-check';
import check from '@/lib/checks/site/few-interpretations';
import { InterpretationShareSummary, type InterpretationSummary } from '@/lib/model/summary';

const URL_ = 'http://www.shili.gov.cn';

function page(path: string, summary: Partial<InterpretationSummary>): PageResults {
  const whole = { kind: 'policy', title: path, number: '', linked: false, links: [], forms: [], ...summary };
  return {
    url: URL_ + path,
    title: path,
    at: '2026-01-01T00:00:00Z',
    results: [
      {
        checkId: 'unlinked-interpretation',
        outcome: 'pass',
        findings: [],
        skipped: [],
        ms: 0,
        summary: whole,
      },
    ],
  };
}
const document = (path: string, title: string, linked = false) => page(path, { title, linked });
const interpretation = (path: string, title: string, rest: Partial<InterpretationSummary> = {}) =>
  page(path, { kind: 'interpretation', title, linked: true, forms: ['text'], ...rest });

function run(pages: PageResults[]) {
  const answer = check.run(pages, { columns: [] });
  if (!answer) throw new Error('no answer');
  return { ...answer, summary: InterpretationShareSummary.parse(answer.summary) };
}

describe('few-interpretations', () => {
  it('says nothing when no page speaks of documents', () => {
    const other = page('/', {});
    const stored = {
      ...other,
      results: other.results.map((result) => ({ ...result, summary: { kind: 'other' } })),
    };
    expect(check.run([stored, { ...other, results: [] }], { columns: [] })).toBeUndefined();
  });

  it('counts documents by their own links, by interpretations that lead to them and by title', () => {
    const { summary, findings } = run([
      document('/zc/1.html', '关于印发停车管理办法的通知', true),
      document('/zc/2.html', '关于加强防汛工作的意见'),
      document('/zc/3.html', '关于印发养犬登记管理实施细则的通知'),
      document('/zc/4.html', '关于加强夜间照明建设的意见'),
      interpretation('/jd/2.html', '市应急局负责人答问', {
        links: [{ text: '原文', address: `${URL_}/zc/2.html` }],
      }),
      interpretation('/jd/3.html', '《养犬登记管理实施细则》解读'),
    ]);
    expect(summary).toMatchObject({ documents: 4, interpreted: 3, interpretations: 2 });
    expect(summary.missing).toEqual([{ title: '关于加强夜间照明建设的意见', page: `${URL_}/zc/4.html` }]);
    expect(findings.map(({ kind, outcome, message }) => [kind, outcome, message])).toEqual([
      ['low-share', 'review', '已检查的 4 个政策文件中有 1 个未见解读，解读比例 75%，请核实是否应当解读。'],
    ]);
  });

  it('leaves few pages uncounted and says so', () => {
    const { findings, skipped } = run([document('/zc/1.html', '甲办法'), document('/zc/2.html', '乙办法')]);
    expect(findings).toEqual([]);
    expect(skipped?.[0]?.why).toContain('不足 3 个');
  });

  it('tells when all interpretations are plain text, not when one is more', () => {
    const plain = ['一', '二', '三'].map((name) => interpretation(`/jd/${name}.html`, name));
    expect(run(plain).findings.map(({ kind }) => kind)).toEqual(['text-only']);
    expect(run([...plain, interpretation('/jd/4.html', '图解', { forms: ['picture'] })]).findings).toEqual(
      [],
    );
  });
});
