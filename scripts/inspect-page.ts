// Checks one address with the extension for the commands that read its files.
import { writeFileSync } from 'node:fs';
import type { Inspection } from '@/lib/model/inspection';
import type { InspectedBrowser } from './driver/browser';
import { exportFile, openDock, runChecks, startInspection } from './driver/dock';
import { openPage } from './open-page';

/** No page holds up the list for longer, whatever its scripts do. */
const PAGE_LIMIT_MS = 6 * 60_000;
const CLOSE_LIMIT_MS = 10_000;

/**
 * Checks one address with the extension and writes `PATH.json` and `PATH.xlsx`. Both or none: a page counts as checked
 * when its files are there. Rejects with one Chinese sentence when the page could not be checked.
 */
export async function inspectUrl(
  browser: InspectedBrowser,
  url: string,
  path: string,
  set?: string,
): Promise<Inspection> {
  const page = await browser.context.newPage();
  // A script that opens message boxes would hold its page, and the check, for ever.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  try {
    return await limited(PAGE_LIMIT_MS, `超过 ${PAGE_LIMIT_MS / 60_000} 分钟没有检查完`, async () => {
      await openPage(page, url);
      const dock = await openDock(browser, page);
      await startInspection(dock, { inspector: '自动预检', ...(set === undefined ? {} : { set }) });
      await runChecks(dock);
      const json = await exportFile(page, dock, 'JSON');
      const inspection = { ...(JSON.parse(json.toString('utf8')) as Inspection), url };
      const failed = inspection.checks.filter(({ outcome }) => outcome === 'error');
      if (inspection.checks.length > 0 && failed.length === inspection.checks.length)
        throw new Error(`所有检查都没有完成：${failed[0]?.error ?? '原因不明'}`);
      const workbook = await exportFile(page, dock, 'XLSX');
      writeFileSync(`${path}.json`, `${JSON.stringify(inspection, null, 2)}\n`);
      writeFileSync(`${path}.xlsx`, workbook);
      return inspection;
    });
  } finally {
    await limited(CLOSE_LIMIT_MS, '', () => page.close()).catch(() => undefined);
  }
}

/** The work, or an Error with `sentence` when it takes longer. */
export function limited<T>(limitMs: number, sentence: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), limitMs);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}
