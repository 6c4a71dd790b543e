// The text written in slices is the one that JSON.stringify writes in one go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '@/lib/probes/engine/to-json';

describe('toJson', () => {
  it('writes any plain data as JSON.stringify does', async () => {
    const values = fc.object({
      maxDepth: 6,
      maxKeys: 8,
      values: [fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
    });
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        expect(await toJson(value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 300 },
    );
  });

  it('writes long lists in portions without losing any of them', async () => {
    for (const length of [0, 1, 99, 100, 101, 200, 1_234]) {
      const list = Array.from({ length }, (_, at) => ({ at, text: `第 ${at} 段`, none: undefined }));
      const facts = { blocks: list, rules: [{ nodes: list }], total: length };
      expect(await toJson(facts)).toBe(JSON.stringify(facts));
    }
  });
});
