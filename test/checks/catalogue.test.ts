// A check is complete when it has its file, wording, fixture and test, and is linked to an indicator: no list is kept by hand.
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkIds, checks, checkWording, siteChecks } from '@/lib/checks/engine/catalogue';
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import { FactsByProbe } from '@/lib/model/page-facts';

const ids = [...checks.keys()];

describe('catalogue of checks', () => {
  it('holds every file of lib/checks', () => {
    const names = readdirSync('lib/checks').filter((name) => name.endsWith('.ts'));
    expect(ids).toEqual(names.map((name) => name.replace('.ts', '')).sort());
    expect(ids.length).toBeGreaterThanOrEqual(4);
  });

  it.each(ids)('%s is complete', (id) => {
    const check = checks.get(id);
    expect(check?.id).toBe(id);
    expect(check?.probes.length).toBeGreaterThan(0);
    for (const probe of check?.probes ?? []) expect(Object.keys(FactsByProbe.shape)).toContain(probe);
    expect(check?.params.safeParse({}).success).toBe(true);
    const wording = checkWording.get(id);
    for (const text of ['title', 'passing', 'failing', 'advice', 'sees', 'cannotSee'] as const)
      expect(wording?.[text], text).toMatch(/[\u4e00-\u9fff]/);
    expect(Boolean(wording?.onDemand), 'a check of its own has a button of its own').toBe(
      check?.onDemand ?? false,
    );
    const tests = readdirSync('test/checks');
    expect(tests.some((name) => name.startsWith(id) && name.endsWith('.test.ts'))).toBe(true);
    expect(existsSync(`test/checks/${id}.html`)).toBe(true);
  });

  it('holds every file of lib/checks/site, each with wording and test', () => {
    const names = readdirSync('lib/checks/site').map((name) => name.replace('.ts', ''));
    expect([...siteChecks.keys()]).toEqual(names.sort());
    for (const [id, check] of siteChecks) {
      expect(check.id).toBe(id);
      expect(checkWording.get(id)?.sees).toMatch(/[\u4e00-\u9fff]/);
      expect(existsSync(`test/checks/site/${id}.test.ts`)).toBe(true);
    }
  });

  it.each([...checkIds])('%s speaks to at least one criterion of a shipped set', (id) => {
    const linked = shippedSets
      .flatMap((set) => criteriaOf(set))
      .filter(({ criterion }) => criterion.checks.some((link) => link.check === id));
    expect(linked).not.toEqual([]);
  });

  it('has no wording without a check', () => {
    expect([...checkWording.keys()].filter((id) => !checkIds.has(id))).toEqual([]);
  });
});
