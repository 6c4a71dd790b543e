// @vitest-environment happy-dom
// The injected function: runs one probe, times it out, turns failures into one short message.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Probe, ProbeContext } from '@/lib/probes/define-probe';
import { gather } from '@/lib/probes/engine/gather';

beforeEach(() => {
  document.body.innerHTML = '';
});

function run(probe: (context: ProbeContext) => unknown, ms = 1000) {
  const probes = new Map([
    [
      'p',
      { name: 'p', gather: async (context: ProbeContext) => ({ facts: await probe(context), skipped: [] }) },
    ],
  ]) as unknown as Map<string, Probe<unknown>>;
  return gather(probes, 'p', ms, document);
}

describe('gather', () => {
  it('returns address, facts and what was skipped', async () => {
    expect(await run(() => ({ a: 1 }))).toEqual({
      url: document.location.href,
      facts: { a: 1 },
      skipped: [],
    });
  });

  it('rejects with one short sentence', async () => {
    await expect(gather(new Map(), 'none', 10, document)).rejects.toThrow('没有名为“none”的页面观察程序。');
    await expect(
      run(() => {
        throw new Error(`line\n${'x'.repeat(1000)}`);
      }),
    ).rejects.toThrow(/^line x{1,295}$/);
    await expect(run(() => Promise.reject('text'))).rejects.toThrow('text');
  });

  it('gives up a probe that takes too long', async () => {
    await expect(run((context) => context.sleep(500), 20)).rejects.toThrow('超过 20 毫秒');
  });

  it('knows the own interface, also in its shadow roots', async () => {
    document.body.innerHTML = '<div data-gov-site-inspector="dock"><p></p><b></b></div><i></i>';
    const root = (document.querySelector('b') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<u></u>';
    const own = await run(({ isOwn }) => [
      isOwn(document.querySelector('p') as Element),
      isOwn(root.querySelector('u') as Element),
      isOwn(document.querySelector('i') as Element),
    ]);
    expect(own.facts).toEqual([true, true, false]);
  });

  it('counts anew after a wait', async () => {
    document.body.innerHTML = '<p></p>';
    const first = document.querySelector('p') as Element;
    const answer = await run(async ({ selectorOf, sleep }) => {
      const before = selectorOf(first);
      document.body.insertBefore(document.createElement('p'), first);
      await sleep(1);
      return [before, selectorOf(first)];
    });
    expect(answer.facts).toEqual(['html > body > p', 'html > body > p:nth-of-type(2)']);
  });
});
