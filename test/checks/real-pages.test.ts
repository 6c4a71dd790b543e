// Measures the external-link count on labelled real pages, which are not part of the project: GSI_REAL_PAGES names their folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import check from '@/lib/checks/unmarked-external-links';
import type { ImageFacts } from '@/lib/model/facts/images';
import type { LinkFacts } from '@/lib/model/facts/links';
import { ExternalLinksSummary } from '@/lib/model/summary';
import { hasChromium, launchProbeBrowser, type ProbeBrowser } from '../probes/chromium-page';

interface Labelled {
  file: string;
  external_links: { counted_external: number; hosts: Record<string, number>; ambiguous_hosts: string[] };
  images: { total: number };
}

const folder = process.env.GSI_REAL_PAGES;
const pages: Labelled[] = folder
  ? (JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { pages: Labelled[] }).pages
  : [];
const PAGE = 'http://www.shili.gov.cn/';

describe.skipIf(!folder || !hasChromium)('labelled real pages (skipped unless GSI_REAL_PAGES is set)', () => {
  let browser: ProbeBrowser;

  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it.each(pages)(
    '$file',
    async ({ file, external_links: expected, images }) => {
      const body = readFileSync(join(folder ?? '', file));
      const shown = await browser.show(PAGE, { [PAGE]: { body, type: 'text/html' } });
      const links = await shown.gather<LinkFacts>('links');
      const pictures = await shown.gather<ImageFacts>('images');
      await shown.close();
      const answer = check.run(
        {
          schema: 1,
          url: PAGE,
          title: '',
          at: '2026-01-01T00:00:00Z',
          viewport: { width: 1280, height: 800, ratio: 1 },
          frames: [{ url: PAGE, top: true, facts: { links: links.facts } }],
          skipped: [],
        },
        { params: {}, governmentHosts: [] },
      );
      const summary = ExternalLinksSummary.parse(answer.summary);
      expect(summary.total).toBe(expected.counted_external);
      const found = new Set([...summary.unmarked, ...summary.marked].map(({ host }) => host));
      for (const host of Object.keys(expected.hosts)) expect(found).toContain(host);
      expect(pictures.facts.images.filter(({ kind }) => kind === 'img')).toHaveLength(images.total);
    },
    60_000,
  );
});
