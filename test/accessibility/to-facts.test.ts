// @vitest-environment happy-dom
// Reports become facts: sorted, capped with the cap told, reasons short and once.
import { describe, expect, it } from 'vitest';
import { NODE_CAP, type ReportedRule, toFacts } from '@/lib/accessibility/to-facts';
import { AccessibilityFacts } from '@/lib/model/facts/accessibility';

function rule(id: string, count: number, messages: string[] = ['缺少替代文本']): ReportedRule {
  const element = document.createElement('img');
  const node = { element, any: messages.map((message) => ({ message })), all: [], none: [] };
  return {
    id,
    impact: null,
    tags: ['wcag2a', 'cat.x'],
    help: `${id} 的要求`,
    count,
    nodes: Array(Math.min(count, NODE_CAP)).fill(node),
  };
}

const facts = (violations: ReportedRule[], incomplete: ReportedRule[] = []) =>
  toFacts(
    'axe-core',
    { violations, incomplete, satisfied: ['b', 'a'] },
    () => 'img',
    () => undefined,
  );

describe('toFacts', () => {
  it('sorts rules and tags, and marks what WCAG does not require', async () => {
    const practice = { ...rule('aaa', 1), tags: ['best-practice'] };
    const { facts: given, skipped } = await facts([rule('zzz', 1), practice]);
    expect(AccessibilityFacts.parse(given)).toEqual(given);
    expect(given.violations.map(({ rule: id, bestPractice }) => [id, bestPractice])).toEqual([
      ['aaa', true],
      ['zzz', false],
    ]);
    expect(given.violations[1]?.tags).toEqual(['cat.x', 'wcag2a']);
    expect(given.satisfied).toEqual(['a', 'b']);
    expect(skipped).toEqual([]);
  });

  it('caps elements per rule, keeps the true count and says so', async () => {
    const { facts: given, skipped } = await facts([rule('image-alt', NODE_CAP + 7)]);
    expect(given.violations[0]?.count).toBe(NODE_CAP + 7);
    expect(given.violations[0]?.nodes).toHaveLength(NODE_CAP);
    expect(skipped).toEqual([
      { what: '无障碍规则“image-alt 的要求”', why: `共 ${NODE_CAP + 7} 处，只逐条列出前 ${NODE_CAP} 处` },
    ]);
  });

  it('keeps each reason once and short', async () => {
    const { facts: given } = await facts([rule('x', 1, ['甲\n 乙', '甲 乙', '', '长'.repeat(900)])]);
    const reasons = given.violations[0]?.nodes[0]?.reasons ?? [];
    expect(reasons[0]).toBe('甲 乙');
    expect(reasons).toHaveLength(2);
    expect(reasons[1]).toHaveLength(300);
  });

  it('survives elements that are gone', async () => {
    const gone = rule('x', 1);
    gone.nodes = [{ element: null, any: [], all: [], none: [] }];
    const { facts: given } = await facts([gone]);
    expect(given.violations[0]?.nodes[0]).toEqual({
      selector: '',
      subject: '',
      text: '',
      html: '',
      reasons: [],
    });
  });
});
