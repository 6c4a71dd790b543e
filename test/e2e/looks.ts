// What the tests ask of every screen of our own: no fault for axe that is more than minor, nothing out of sight, every stop of Tab marked.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Frame, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every violation of a screen that is more than minor as one line, in both colour schemes.
 * @param darkRules rules that are asked in the dark scheme; left out: all of them
 */
export async function faultsOf(
  page: Page,
  screen: Page | Frame,
  what: string,
  darkRules?: string[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(screen.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // Colours in the middle of a transition are nobody's fault.
    await expect
      .poll(() =>
        screen.evaluate(
          () =>
            document
              .getAnimations()
              .filter(
                (each) => each.playState === 'running' && each.effect?.getTiming().iterations !== Infinity,
              ).length,
        ),
      )
      .toBe(0);
    if (!(await screen.evaluate(() => 'axe' in globalThis))) await screen.evaluate(AXE);
    const rules = colorScheme === 'dark' ? darkRules : undefined;
    const { violations, passes } = await screen.evaluate(
      (runOnly) =>
        (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
          runOnly,
          resultTypes: ['violations', 'passes'],
        }),
      rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS },
    );
    // A screen that axe did not see would be without faults too.
    expect(passes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(rules ?? ['color-contrast', 'button-name']),
    );
    for (const { id, impact, nodes } of violations)
      if (impact !== 'minor')
        for (const { target, failureSummary } of nodes)
          faults.push(`${what}, ${colorScheme}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`);
  }
  return faults;
}

/** What runs out of sight sideways, in words; tables of data may scroll within their own frame. */
export async function overflowOf(screen: Page | Frame): Promise<string[]> {
  return screen.evaluate(() => {
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '').slice(0, 60)} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}”`;
    const holdsTable = (element: Element) => element.querySelector('table, [role=row]') !== null;
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`page: ${root.scrollWidth} > ${root.clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      const { overflowX } = getComputedStyle(element);
      if (!['auto', 'scroll'].includes(overflowX) || holdsTable(element) || element.closest('table'))
        continue;
      if (element.scrollWidth > element.clientWidth + 1)
        faults.push(`${named(element)}: ${element.scrollWidth} > ${element.clientWidth}`);
    }
    const controls =
      'button, a[href], input:not([type=hidden]), select, textarea, [role=tab], [role=menuitem], h1';
    for (const element of document.querySelectorAll<HTMLElement>(controls)) {
      // Hidden helpers of one pixel and things off screen on purpose have no width worth reaching.
      if (element.closest('table, [role=grid]') || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 2 && (left < -0.5 || right > innerWidth + 0.5))
        faults.push(`${named(element)}: ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`);
    }
    return faults;
  });
}

/** What runs out of sight in a window of 320 px; what is still on its way in gets its time. */
export async function narrowFaultsOf(page: Page, what: string): Promise<string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 720 });
  let wide = await overflowOf(page);
  for (let tries = 0; tries < 10 && wide.length > 0; tries++) {
    await page.waitForTimeout(100);
    wide = await overflowOf(page);
  }
  if (size) await page.setViewportSize(size);
  return wide.map((each) => `${what}, 320 px: ${each}`);
}

/** Both of the above for a whole page, left in the light scheme. */
export async function screenFaultsOf(page: Page, what: string): Promise<string[]> {
  const faults = await faultsOf(page, page, what);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return [...faults, ...(await narrowFaultsOf(page, what))];
}

/** How an element and what surrounds it look; focus must change something of it. */
export async function stopsWithoutMark(page: Page, most: number): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const look = (element: Element) => {
        const around = [
          element,
          element.parentElement,
          element.nextElementSibling,
          element.previousElementSibling,
        ];
        return around
          .flatMap((each) => {
            if (!each) return [];
            const {
              outlineStyle,
              outlineWidth,
              boxShadow,
              borderColor,
              backgroundColor,
              textDecorationLine,
              top,
            } = getComputedStyle(each);
            const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth}`;
            return [outline, boxShadow, borderColor, backgroundColor, textDecorationLine, top];
          })
          .join('|');
      };
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const focused = look(element);
      element.blur();
      const plain = look(element);
      element.focus({ preventScroll: true });
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const all = [...document.querySelectorAll('*')];
      return {
        id: String(all.indexOf(element)),
        what: `${element.tagName.toLowerCase()} “${name.trim().slice(0, 30)}”`,
        marked: focused !== plain,
      };
    });
    // Around once: what was seen comes again, or the focus left the page.
    if (!found || seen.has(found.id)) break;
    seen.add(found.id);
    if (!found.marked) faults.push(found.what);
  }
  expect(seen.size).toBeGreaterThan(3);
  return faults;
}
