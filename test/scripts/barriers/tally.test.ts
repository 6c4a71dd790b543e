// Counting finds and false alarms: what counts on which side, and what counts nowhere.
import { describe, expect, it } from 'vitest';
import type { Example } from '@/scripts/barriers/example';
import type { Report } from '@/scripts/barriers/look';
import { type Seen, tally, tallyText } from '@/scripts/barriers/tally';

const example = (name: string, expected: Example['expected'], more: Partial<Example> = {}): Example => ({
  name,
  expected,
  criteria: ['2.4.4'],
  path: '/',
  page: { body: '', type: 'text/html' },
  ...more,
});
const report = (rule: string, certain: boolean, criterion = '2.4.4'): Report => ({
  rule,
  own: !rule.startsWith('axe:'),
  certain,
  criteria: [criterion],
  count: 1,
  subject: 'some link',
});

describe('tally', () => {
  it('counts a barrier as found when a rule of its criterion reports it, certain or not', () => {
    const seen: Seen[] = [
      { example: example('f1', 'failed'), reports: [report('link-vague', false)] },
      { example: example('f2', 'failed'), reports: [report('axe:link-name', true)] },
      { example: example('f3', 'failed'), reports: [report('link-vague', true, '1.1.1')] },
      { example: example('f4', 'failed', { criteria: [] }), reports: [report('link-vague', true)] },
      { example: example('f5', 'failed') },
    ];
    const result = tally(seen);
    expect(result.failed).toBe(3);
    expect(result.sides.map(({ side, found, foundCertain }) => [side, found, foundCertain])).toEqual([
      ['own', 1, 0],
      ['axe', 1, 1],
      ['together', 2, 1],
    ]);
    expect(result.missed).toEqual(['f3']);
    expect(result.unread).toEqual(['f5']);
  });

  it('goes by the named rules where an example has them', () => {
    const named = example('f', 'failed', { criteria: [], rules: ['link-file'] });
    expect(tally([{ example: named, reports: [report('link-vague', true)] }]).sides[0]?.found).toBe(0);
    expect(tally([{ example: named, reports: [report('link-file', false)] }]).sides[0]?.found).toBe(1);
  });

  it('counts certain reports on clean examples, each example once, and names every one', () => {
    const result = tally([
      {
        example: example('p1', 'passed'),
        reports: [report('link-vague', true), report('alt-x', true, '1.1.1')],
      },
      { example: example('p2', 'inapplicable'), reports: [report('axe:html-has-lang', true, '3.1.1')] },
      { example: example('p3', 'passed'), reports: [report('link-vague', false)] },
    ]);
    expect(result.clean).toBe(3);
    expect(
      result.sides.map(({ side, alarmed, alarmedOnCriterion }) => [side, alarmed, alarmedOnCriterion]),
    ).toEqual([
      ['own', 1, 1],
      ['axe', 1, 0],
      ['together', 2, 1],
    ]);
    expect(result.alarms.map(({ example: name, rule, onCriterion }) => [name, rule, onCriterion])).toEqual([
      ['p1', 'link-vague', true],
      ['p1', 'alt-x', false],
      ['p2', 'axe:html-has-lang', false],
    ]);
    const text = tallyText('Made up', result, [{ tool: 'other', reported: 1, withPrompts: 2, of: 4 }]);
    expect(text).toContain('own       found 0/0');
    expect(text).toContain('false alarms 1/3 (33.33 %)');
    expect(text).toContain('published: other 1/4 (25.00 %), with prompts to check by hand 2/4 (50.00 %)');
    expect(text).toContain('alarm (other criterion): p2: axe:html-has-lang: some link');
  });
});
