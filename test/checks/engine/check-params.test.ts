// The limits that an indicator set gives reach the check they are meant for, and only that one.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Check, defineCheck } from '@/lib/checks/engine/define-check';
import { runChecks } from '@/lib/checks/engine/run-checks';

it('hands each check the limits of the set, else its own', async () => {
  const check = (id: string): Check =>
    defineCheck({
      id,
      probes: ['links'],
      scope: 'page',
      params: z.object({ replyDays: z.int().default(7) }),
      run: (_, { params }) => ({ findings: [], summary: params }),
    }) as Check;
  const { results } = await runChecks(
    [check('one'), check('two')],
    {
      schema: 1,
      url: 'http://a.gov.cn/',
      title: '',
      at: '2026-01-01T00:00:00Z',
      viewport: { width: 1, height: 1, ratio: 1 },
    },
    { governmentHosts: [], checkParams: { one: { replyDays: 15 } } },
    {
      gather: async () => ({ frames: [{ url: 'http://a.gov.cn/', top: true, facts: {} }], skipped: [] }),
      explainFailure: (error) => ({ code: 'failed', message: String(error) }),
      clock: () => 0,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
  expect(results.map(({ summary }) => summary)).toEqual([{ replyDays: 15 }, { replyDays: 7 }]);
});
