// Watches one click by the clock of the dock itself, as a person sees it: asked from outside, a test driver looks twice a second only.
import type { Frame } from '@playwright/test';

/** Presses 一键检查. Milliseconds from the click's event to the drawn frame in which the check has ended and shows its results. */
export async function watchClick(dock: Frame): Promise<number> {
  // The TypeScript loader names inner functions through a helper that the page does not have.
  await dock.evaluate('globalThis.__name = (named) => named');
  await dock.evaluate(() => {
    const isRunning = () =>
      document.querySelector('section[aria-label="自动检查"] button')?.textContent === '取消检查';
    const watchFrom = (started: number, resolve: (ms: number) => void) => {
      let began = false;
      const observer = new MutationObserver(() => {
        began ||= isRunning();
        if (!began || isRunning()) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    };
    const __clickWatched = new Promise<number>((resolve) => {
      const options = { capture: true, once: true };
      document.addEventListener('click', ({ timeStamp }) => watchFrom(timeStamp, resolve), options);
    });
    Object.assign(globalThis, { __clickWatched });
  });
  await dock.getByRole('button', { name: '一键检查' }).click();
  return dock.evaluate(async () => {
    const { __clickWatched } = globalThis as unknown as { __clickWatched: Promise<number> };
    return Math.round(await __clickWatched);
  });
}
