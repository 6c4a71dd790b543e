// axe-core's memory of answers: the same answers as without one, each asked for once, until it is cleared.
import { describe, expect, it, vi } from 'vitest';
import memoize from '@/scripts/build/axe-memoize.js';

describe('memoize', () => {
  it('asks once for the same arguments and again for others, undefined among them', () => {
    const [one, other] = [{}, {}];
    const answer = vi.fn((node: object, deep?: boolean) => (node === one ? deep : undefined));
    const asked = memoize((node: object, deep?: boolean) => answer(node, deep));
    for (let time = 0; time < 2; time++) {
      expect(asked(one, true)).toBe(true);
      expect(asked(one, false)).toBe(false);
      expect(asked(one)).toBeUndefined();
      expect(asked(other, true)).toBeUndefined();
    }
    expect(answer).toHaveBeenCalledTimes(4);
  });

  it('goes by the arguments that the function declares, none included', () => {
    const none = vi.fn(() => ({}));
    const asked = memoize(() => none());
    expect(asked('left out')).toBe(asked());
    expect(none).toHaveBeenCalledTimes(1);
  });

  it('forgets when cleared, and does not remember an error', () => {
    let fails = true;
    const answer = vi.fn((node: string) => {
      if (fails) throw new Error('not yet');
      return node.length;
    });
    const asked = memoize((node: string) => answer(node));
    expect(() => asked('ab')).toThrow('not yet');
    fails = false;
    expect(asked('ab')).toBe(2);
    asked.clear();
    expect(asked('ab')).toBe(2);
    expect(answer).toHaveBeenCalledTimes(3);
  });
});
