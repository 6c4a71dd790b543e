// The records behind every export: problems with their spots, automatic checks with decisions, scores with reasons.
import { describe, expect, it } from 'vitest';
import type { SessionView } from '@/lib/desk/protocol';
import { checkReport } from '@/lib/report/check-report';
import { elementPagesText, elementPageText, identityPages } from '@/lib/report/identity-pages';
import { problemList } from '@/lib/report/problem-list';
import { shanghaiDay, shanghaiMinute } from '@/lib/report/shanghai-time';
import { buildSheetReport } from '@/lib/report/sheet-report';
import { scoreSheet } from '@/lib/scoring/score';
import { AT, BROKEN_A, exampleView, HOME, LIST, UNMARKED_SHOP } from './example-view';

const report = (view: SessionView) =>
  buildSheetReport(view, scoreSheet(view.set, view.verdicts, view.subject), { at: AT });

function changed(view: SessionView, criterionId: string, change: Partial<SessionView['verdicts'][number]>) {
  view.verdicts = view.verdicts.map((v) => (v.criterionId === criterionId ? { ...v, ...change } : v));
  return view;
}

describe('problem list', () => {
  it('follows the set and lists each decided problem with page, spot, rule and pictures', () => {
    const { problems, otherEvidence } = problemList(exampleView());
    expect(problems.map((p) => [p.number, p.criterionId, p.problem.split('\n')[0], p.pages])).toEqual([
      [1, 'd1a.1', '链接“网上商城”指向非政府网站 shop.example.com，未提示离开。', [HOME]],
      [2, 'd1a.1', '链接到非政府网站未提示（另计 2 处）', [LIST]],
      [3, 'd1b.1', '页面底部没有主办单位。', [HOME, LIST]],
      [4, 'd2a.1', '图片 a.jpg 无法显示。', [HOME]],
      [5, 'd2a.1', '图片 b.jpg 无法显示。', [LIST]],
      [6, 'd2a.2', '栏目名称不准确', [HOME]],
    ]);
    expect(problems[0]?.spot).toBe('“网上商城”\n#links > li:nth-child(2) > a');
    expect(problems[0]?.advice).toBe('在链接上增加离开本网站的提示。');
    expect(problems[2]?.spot).toBe('整个页面\n共在 2 个页面出现');
    expect(problems[2]?.rule).toBe('网站标识：未标明主办单位\n来源：附件一 d1b.1（权重未经原文核对）');
    expect(problems[3]?.spot).toContain('（在框架 http://www.example.gov.cn/frame.html 内）');
    expect(problems[5]?.problem).toContain('=HYPERLINK');
    expect(problems.every((p) => p.advice !== '')).toBe(true);
    expect(problems.map((p) => p.evidence.map((e) => e.number))).toEqual([[1], [2], [], [], [], []]);
    expect(problems[5]?.seeAlso).toEqual([1]);
    expect(otherEvidence.map((e) => e.number)).toEqual([4]);
  });

  it('leaves out what is not decided to be wrong, and achievements', () => {
    for (const status of ['ok', 'na', 'disputed', 'untested'] as const) {
      const view = changed(exampleView(), 'd2a.1', { status, count: 0 });
      expect(problemList(view).problems.map((p) => p.criterionId)).not.toContain('d2a.1');
    }
    expect(problemList(exampleView()).problems.map((p) => p.criterionId)).not.toContain('b1a.1');
  });

  it('keeps a problem whose findings the latest check no longer shows', () => {
    const view = exampleView();
    for (const run of view.runs) run.results = [];
    const gone = problemList(view).problems.filter((p) => p.criterionId === 'd2a.1');
    expect(gone).toHaveLength(1);
    expect(gone[0]?.problem).toBe(
      '图片不能正常显示（共 2 处）\n其中 2 处曾由自动检查发现，最近一次自动检查中已不再出现。',
    );
  });

  it('keeps page and spot of a finding that only an earlier check showed', () => {
    const view = exampleView();
    for (const run of view.runs) run.results = [];
    view.earlierFindings = [BROKEN_A];
    const found = problemList(view).problems.filter((p) => p.criterionId === 'd2a.1');
    expect(found.map((p) => [p.problem, p.pages])).toEqual([
      ['图片 a.jpg 无法显示。\n最近一次自动检查中已不再出现，请复核。', [HOME]],
      [
        '图片不能正常显示（另计 1 处）\n其中 1 处曾由自动检查发现，最近一次自动检查中已不再出现。',
        ['http://www.example.gov.cn/'],
      ],
    ]);
    expect(found[0]?.spot).toContain('img.banner');
  });

  it('prefers what the latest check shows', () => {
    const view = exampleView();
    view.earlierFindings = [{ ...BROKEN_A, message: '旧的说法。' }];
    const found = problemList(view).problems.filter((p) => p.criterionId === 'd2a.1');
    expect(found[0]?.problem).toBe('图片 a.jpg 无法显示。');
  });

  it('shows a picture taken of a finding beside that finding', () => {
    const view = exampleView();
    const [first] = view.evidence;
    if (!first) throw new Error('example without picture');
    view.evidence.push({ ...first, id: 'e9', number: 9, criterionId: 'd2a.1', findingKey: BROKEN_A.key });
    const found = problemList(view).problems.find((p) => p.problem === BROKEN_A.message);
    expect(found?.evidence.map((e) => e.number)).toEqual([9]);
  });

  it('puts pictures without a finding and the note with the first problem when all are found', () => {
    const view = changed(exampleView(), 'd2a.1', { note: '首页已截图', evidenceIds: ['e4'] });
    const [first] = problemList(view).problems.filter((p) => p.criterionId === 'd2a.1');
    expect(first?.evidence.map((e) => e.number)).toEqual([4]);
    expect(first?.problem).toBe('图片 a.jpg 无法显示。\n备注：首页已截图');
  });
});

describe('check report', () => {
  it('tells per page what ran, what failed to run and what was skipped', () => {
    const [home, list] = checkReport(exampleView());
    expect([home?.url, list?.url]).toEqual([HOME, LIST]);
    expect(home?.checks.map((c) => [c.checkId, c.outcomeWord, c.failing, c.ms])).toEqual([
      ['accessibility', '未能完成', 0, 12],
      ['broken-images', '发现疑似问题', 1, 12],
      ['identification', '发现疑似问题', 1, 12],
      ['unmarked-external-links', '发现疑似问题', 1, 12],
    ]);
    expect(home?.skipped).toEqual([{ what: '弹出窗口', why: '未打开' }]);
  });

  it('tells what became of each finding', () => {
    const view = changed(exampleView(), 'd1a.1', { status: 'ok', count: 0, findingKeys: [] });
    view.decisions = view.decisions.map((one) => ({ ...one, decision: 'rejected' as const }));
    view.verdicts = view.verdicts.filter((one) => one.criterionId !== 'd2a.1');
    const decisions = checkReport(view).flatMap((page) => page.findings.map((f) => [f.message, f.decision]));
    expect(decisions).toContainEqual([UNMARKED_SHOP.message, '未采纳']);
    expect(decisions).toContainEqual([BROKEN_A.message, '未处理']);
    expect(decisions).toContainEqual(['页面底部没有主办单位。', '已采纳']);
  });
});

describe('identification over pages', () => {
  it('lists per element the pages where it is missing', () => {
    const { inspected, elements } = identityPages(exampleView());
    expect(inspected).toBe(2);
    const sponsor = elements.find(({ element }) => element === 'sponsor');
    expect(sponsor?.pages).toEqual([
      { url: `${HOME}index.html`, state: 'missing', doubtful: false, note: '' },
      { url: LIST, state: 'missing', doubtful: false, note: '' },
    ]);
    expect(sponsor && elementPagesText(sponsor)).toBe('缺少 2 页');
    expect(elements.find(({ element }) => element === 'siteMap')?.pages).toEqual([]);
  });

  it('tells what is doubtful or badly written apart, and says why', () => {
    const view = exampleView();
    const [first] = view.runs.flatMap((run) => run.results).filter((r) => r.checkId === 'identification');
    if (!first) throw new Error('example without identification');
    first.summary = [
      { element: 'icpFiling', state: 'malformed', value: 'ICP备1号' },
      { element: 'contact', state: 'missing', note: '仅有电子邮箱' },
    ];
    first.findings = first.findings.map((f) => ({ ...f, kind: 'malformed', item: 'icpFiling' }));
    const pages = (element: string) =>
      identityPages(view).elements.find((one) => one.element === element)?.pages ?? [];
    expect(pages('icpFiling').map(elementPageText)).toEqual([`${LIST}　不规范（ICP备1号）`]);
    expect(pages('contact').map(elementPageText)).toEqual([`${LIST}　待核实（仅有电子邮箱）`]);
  });

  it('has nothing to tell without a run', () => {
    expect(identityPages({ runs: [] })).toEqual({ inspected: 0, elements: [] });
  });
});

describe('score rows and notes', () => {
  it('marks numbers that the source does not confirm', () => {
    const rows = report(exampleView()).parts.flatMap((part) => part.rows);
    expect(rows.filter((row) => !row.confirmed).map((row) => row.criterionId)).toEqual(['d1b.1', 'd1b.2']);
    expect(rows.every((row) => row.rule.includes('权重未经原文核对') === !row.confirmed)).toBe(true);
    expect(report(exampleView()).warning).toContain('权重未经原文核对');
  });

  it('never shows untested as without problems', () => {
    const rows = report({ ...exampleView(), verdicts: [] }).parts.flatMap((part) => part.rows);
    expect(new Set(rows.map((row) => row.verdict))).toEqual(new Set(['未检']));
  });

  it('stops at a veto: no total, no points, the reason said', () => {
    const vetoed = report(changed(exampleView(), 'v1.1', { status: 'hit', count: 1 }));
    expect(vetoed.total).toBeNull();
    expect(vetoed.result).toBe('不合格');
    expect(vetoed.head.find((note) => note.label === '总分')?.text).toBe('触发单项否决，不计分');
    expect(vetoed.parts[0]?.heading).toBe('单项否决（触发 1 项）');
    expect(vetoed.problems.problems[0]?.criterionId).toBe('v1.1');
  });

  it('says when the subject has no public services and the category is left out', () => {
    const view = exampleView();
    view.subject.hasServices = false;
    view.set.naPolicy = { kind: 'rescale', categoryId: 'd2' };
    const rows = report(view).parts.flatMap((part) => part.rows);
    expect(rows.filter((row) => row.category === '信息发布').map((row) => row.verdict)).toEqual([
      '不适用',
      '不适用',
      '不适用',
    ]);
    expect(report(view).notes.find((note) => note.label === '对象类型')?.text).toBe('政府网站（无办事服务）');
  });

  it('uses Beijing time', () => {
    expect(shanghaiMinute('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00');
    expect(shanghaiDay('2026-12-31T15:59:59Z')).toBe('20261231');
  });
});
