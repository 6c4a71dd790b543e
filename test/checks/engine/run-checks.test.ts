// One check's trouble must never sink the others, and nothing unseen may turn into a fail.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Check, FindingDraft } from '@/lib/checks/engine/define-check';
import { type CheckProgress, type RunPorts, runChecks } from '@/lib/checks/engine/run-checks';
import type { ProbeName } from '@/lib/model/page-facts';

const page = {
  schema: 1 as const,
  url: 'https://www.shili.gov.cn/',
  title: '示例市人民政府',
  at: '2026-11-23T06:00:00.000Z',
  viewport: { width: 1440, height: 900, ratio: 1 },
};
const draft = (item: string, outcome: 'fail' | 'review' = 'fail'): FindingDraft => ({
  kind: 'missing',
  item,
  outcome,
  group: '要素',
  message: `缺少${item}`,
  locator: { url: page.url, frame: '', selector: '' },
});
const check = (id: string, probes: ProbeName[], run: Check['run']): Check => ({
  id,
  probes,
  scope: 'page',
  params: z.unknown(),
  run,
});

function ports(overrides: Partial<RunPorts> = {}): RunPorts {
  let time = 0;
  return {
    gather: async (probe) => ({
      frames: [{ url: page.url, top: true, facts: { [probe]: {} } }],
      skipped: [],
    }),
    explainFailure: (error) => ({ code: 'failed', message: error instanceof Error ? error.message : 'x' }),
    clock: () => (time += 5),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...overrides,
  };
}
const context = { governmentHosts: [] };

describe('runChecks', () => {
  it('gathers each probe once for all checks that need it', async () => {
    const asked: ProbeName[] = [];
    const pass = () => ({ findings: [] });
    const answer = await runChecks(
      [check('a', ['links'], pass), check('b', ['links', 'images'], pass)],
      page,
      context,
      ports({
        gather: async (probe) => {
          asked.push(probe);
          return { frames: [{ url: page.url, top: true, facts: {} }], skipped: [] };
        },
      }),
    );
    expect(asked.sort()).toEqual(['images', 'links']);
    expect(answer.results.map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
  });

  it('keeps a failed probe and a throwing check to the checks concerned', async () => {
    const answer = await runChecks(
      [
        check('a', ['links'], () => ({ findings: [draft('x')] })),
        check('b', ['images'], () => ({ findings: [draft('x')] })),
        check('c', ['identity'], () => {
          throw new Error('boom');
        }),
      ],
      page,
      context,
      ports({
        gather: async (probe) => {
          if (probe === 'links') throw new Error('框架不见了');
          return { frames: [{ url: page.url, top: true, facts: {} }], skipped: [] };
        },
      }),
    );
    expect(answer.results.map(({ outcome }) => outcome)).toEqual(['error', 'fail', 'error']);
    expect(answer.results[0]?.error).toEqual({ code: 'failed', detail: '框架不见了' });
    expect(answer.results[0]?.findings).toEqual([]);
    expect(answer.results[2]?.error?.detail).toContain('boom');
  });

  it('derives the outcome, completes keys and drops doubles', async () => {
    const answer = await runChecks(
      [
        check('a', ['links'], () => ({ findings: [draft('x', 'review'), draft('x', 'review')] })),
        check('b', ['links'], () => ({ findings: [draft('x', 'review'), draft('y')] })),
        check('c', ['links'], () => ({ outcome: 'inapplicable', findings: [] })),
      ],
      page,
      context,
      ports(),
    );
    expect(answer.results.map(({ outcome }) => outcome)).toEqual(['review', 'fail', 'inapplicable']);
    expect(answer.results[0]?.findings).toHaveLength(1);
    expect(answer.results[0]?.findings[0]).toMatchObject({ checkId: 'a', key: expect.stringMatching(/^a:/) });
  });

  it('reports progress of every check and ends each in done', async () => {
    const seen: CheckProgress[][] = [];
    await runChecks(
      [check('a', ['links'], () => ({ findings: [] })), check('b', ['images'], () => ({ findings: [] }))],
      page,
      context,
      ports({ onProgress: (progress) => seen.push(progress) }),
    );
    expect(seen.at(-1)?.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(seen[0]?.some(({ state }) => state === 'running')).toBe(true);
  });

  it('merges the facts of frames by address and place', async () => {
    const answer = await runChecks(
      [check('a', ['links', 'images'], () => ({ findings: [] }))],
      page,
      context,
      ports({
        gather: async (probe) => ({
          frames: [
            { url: 'about:blank', top: false, facts: {} },
            { url: 'about:blank', top: false, facts: {} },
            { url: page.url, top: true, facts: {} },
          ],
          skipped: [{ what: probe, why: '测试' }],
        }),
      }),
    );
    expect(answer.facts.frames.map(({ top }) => top)).toEqual([true, false, false]);
    expect(answer.skipped).toHaveLength(2);
  });
});
