// What is wrong with a screen of our own, whatever it shows: faults that axe sees, in both colour schemes, and overflow.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious faults that axe sees, and whether the page runs out of sight sideways, in light and dark. */
export async function faultsOf(page: Page, what: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await page.waitForTimeout(300);
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        for (const { target, failureSummary } of nodes)
          faults.push(`${what}, ${colorScheme}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 720 });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wide > 0) faults.push(`${what}: ${wide} px too wide at 320 px`);
  if (process.env.GSI_SCREENSHOTS)
    await page.screenshot({ path: `${process.env.GSI_SCREENSHOTS}/${what}-320.png` });
  if (size) await page.setViewportSize(size);
  if (process.env.GSI_SCREENSHOTS)
    await page.screenshot({ path: `${process.env.GSI_SCREENSHOTS}/${what}.png` });
  return faults;
}
