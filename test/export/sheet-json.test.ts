// The inspection contract: complete, sorted, honest about checks that did not finish, and published as it is.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '@/lib/checks/engine/catalogue';
import { inspectionSchemaText } from '@/lib/export/inspection-schema';
import { buildInspection, inspectionText, SUMMARY_CHECKS } from '@/lib/export/sheet-json';
import { Inspection } from '@/lib/model/inspection';
import { exampleView, HOME } from '../report/example-view';

function homeInspection(view = exampleView()): Inspection {
  const run = view.runs.find((one) => one.url === HOME);
  if (!run) throw new Error('example without home run');
  return buildInspection(view, run);
}

describe('buildInspection', () => {
  it('follows the contract', () => {
    const inspection = homeInspection();
    expect(Inspection.parse(JSON.parse(inspectionText(inspection)))).toEqual(inspection);
    expect(Object.keys(inspection)).toEqual([
      'schema',
      'url',
      'finalUrl',
      'at',
      'durationMs',
      'set',
      'identity',
      'images',
      'externalLinks',
      'accessibility',
      'siteIdentity',
      'checks',
      'findings',
      'suggestions',
      'sheet',
      'skipped',
    ]);
    expect(inspection).toMatchObject({
      schema: 'gov-site-inspector/inspection@1',
      url: HOME,
      finalUrl: `${HOME}index.html`,
      durationMs: 1235,
      set: { id: 'example-website', version: '2026.1' },
      images: { total: 9 },
    });
    expect(inspection.checks.map((check) => check.id)).toEqual([
      'accessibility',
      'broken-images',
      'identification',
      'unmarked-external-links',
    ]);
    expect(inspection.identity.map((one) => one.element)).toEqual(['sponsor', 'siteMap']);
    expect(inspection.externalLinks.unmarked.map((link) => link.host)).toEqual([
      'shop.example.com',
      'z.example.com',
    ]);
    expect(inspection.sheet.total).toBe(9550);
  });

  it('proposes only what this page shows and nobody decided', () => {
    expect(homeInspection().suggestions.map((s) => [s.criterionId, s.pages])).toEqual([
      ['d1b.1', [HOME]],
      ['d2a.1', [HOME]],
    ]);
  });

  it('gives empty parts for checks that failed or were not run, and says so', () => {
    const failed = homeInspection();
    expect(failed.accessibility).toEqual({ violations: [], needsReview: [] });
    expect(failed.checks[0]).toEqual({
      id: 'accessibility',
      outcome: 'error',
      findings: 0,
      ms: 12,
      error: '页面过大，120 秒内未能完成。',
    });
    expect(failed.skipped.map((skip) => skip.why)).toContain('检查未能完成：页面过大，120 秒内未能完成。');
    expect(failed.skipped.filter((skip) => skip.what.startsWith('框架'))).toHaveLength(1);
    const view = exampleView();
    for (const run of view.runs) run.results = [];
    const none = homeInspection(view);
    expect([none.identity, none.images, none.checks, none.findings]).toEqual([
      [],
      { total: 0, broken: [] },
      [],
      [],
    ]);
    expect(none.skipped.filter((skip) => skip.why === '本次没有运行该项检查')).toHaveLength(4);
  });

  it('names checks that exist', () => {
    for (const id of Object.values(SUMMARY_CHECKS)) expect(checks.has(id), id).toBe(true);
  });
});

describe('docs/inspection.schema.json', () => {
  it('is the present schema (else: node --import tsx scripts/write-schemas.ts)', () => {
    expect(readFileSync('docs/inspection.schema.json', 'utf8')).toBe(inspectionSchemaText());
  });

  it('requires the fields of the contract and allows later ones', () => {
    const schema = JSON.parse(inspectionSchemaText());
    const optional = ['siteIdentity'];
    expect(schema.required).toEqual(Object.keys(homeInspection()).filter((name) => !optional.includes(name)));
    expect(inspectionSchemaText()).not.toContain('"additionalProperties": false');
  });
});
