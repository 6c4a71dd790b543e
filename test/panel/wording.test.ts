// Small words on screen: points, effects, outcome of the checks, remembered state, times.
import { describe, expect, it } from 'vitest';
import { skippedOf, stripItems, stripSummary } from '@/components/panel/check-strip';
import { clockTime, dayTime } from '@/components/panel/clock-time';
import { effectText, pointsText } from '@/components/panel/points-text';
import { EMPTY_UI_STATE, forSession, parseUiState } from '@/components/panel/ui-state';
import type { CheckResult } from '@/lib/model/finding';
import { finding, runOf } from '../desk/desk-fixture';

describe('points', () => {
  it.each([
    ['deduction', { points: 50, per: 'occurrence', cap: 200 }, '每处扣 0.5 分，最多扣 2 分'],
    ['deduction', { points: 500, per: 'once' }, '扣 5 分'],
    ['deduction', { points: 500, per: 'once', cap: 500 }, '扣 5 分'],
    ['bonus', { points: 150, per: 'once' }, '加 1.5 分'],
    ['veto', { points: 0, per: 'once' }, '单项否决'],
  ] as const)('%s %o', (kind, criterion, text) => {
    expect(pointsText(kind, criterion)).toBe(text);
  });

  it('says what a verdict changes, with its sign', () => {
    expect(effectText('deduction', 150, true)).toBe('−1.5 分');
    expect(effectText('bonus', 200, true)).toBe('+2 分');
    expect(effectText('deduction', 0, true)).toBe('');
    expect(effectText('veto', 0, true)).toBe('否决');
    expect(effectText('veto', 0, false)).toBe('');
  });
});

describe('the strip of checks', () => {
  const result = (part: Partial<CheckResult>): CheckResult => ({
    checkId: 'images',
    outcome: 'pass',
    findings: [],
    skipped: [],
    ms: 1,
    ...part,
  });

  it('shows progress over the stored result, and only of the checks that run', () => {
    const items = stripItems(
      ['images', 'links', 'other'],
      [result({ outcome: 'fail', findings: [finding('a')] }), result({ checkId: 'links' })],
      [{ checkId: 'links', state: 'running' }],
    );
    expect(items.map(({ state }) => state)).toEqual(['fail', 'running', 'idle']);
  });

  it('says in one line how all came out, errors apart from passes', () => {
    const error = { code: 'timeout', detail: '读取超时' } as const;
    const items = stripItems(
      ['images', 'links', 'other'],
      [
        result({ outcome: 'fail', findings: [finding('a'), { ...finding('b'), outcome: 'review' }] }),
        result({ checkId: 'links', outcome: 'error', error }),
        result({ checkId: 'other' }),
      ],
      [],
    );
    expect(stripSummary(items)).toBe('问题 1 处，待核实 1 处，通过 1 项，未能完成 1 项');
    expect(items[1]?.error).toBe('读取超时');
  });

  it('tells every gap once, also those of checks that were not repeated', () => {
    const gap = { what: '框架', why: '跨站' };
    const run = { ...runOf('s', []), id: 'r', skipped: [gap] };
    const repeated = { ...run, results: [result({ skipped: [gap, { what: '图片', why: '过多' }] })] };
    expect(skippedOf(repeated)).toEqual([gap, { what: '图片', why: '过多' }]);
    expect(skippedOf(undefined)).toEqual([]);
  });
});

describe('the remembered state of the panel', () => {
  it('survives a round trip and falls back on rubbish', () => {
    const state = { ...EMPTY_UI_STATE, tab: 'findings' as const, closed: ['veto/v'], sessionId: 's' };
    expect(parseUiState(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(parseUiState(undefined)).toEqual(EMPTY_UI_STATE);
    expect(parseUiState({ ...state, tab: 'nowhere' })).toEqual(EMPTY_UI_STATE);
  });

  it('drops what belonged to another session, keeps declined grants', () => {
    const state = {
      ...EMPTY_UI_STATE,
      sessionId: 'a',
      active: 'c1',
      query: '备案',
      grantDismissed: ['*://x/*'],
    };
    expect(forSession(state, 'b')).toEqual({
      ...EMPTY_UI_STATE,
      sessionId: 'b',
      grantDismissed: ['*://x/*'],
    });
    expect(forSession(state, 'a')).toBe(state);
  });
});

it('shows Beijing time wherever the computer stands', () => {
  expect(clockTime('2026-11-20T16:05:09.000Z')).toBe('00:05:09');
  expect(dayTime('2026-11-20T16:05:09.000Z')).toBe('2026-11-21 00:05');
});
