// Lets a DOM without network say what a browser would have seen: data-seen and data-status on the elements.
import { vi } from 'vitest';

/** Replaces the image properties of this test's DOM for good; call once per test file. */
export function fakeImages(): void {
  const seen = (image: Element) => image.getAttribute('data-seen');
  const define = (name: string, get: (this: HTMLImageElement) => unknown) =>
    Object.defineProperty(HTMLImageElement.prototype, name, { configurable: true, get });
  define('complete', function () {
    return seen(this) !== 'pending';
  });
  define('naturalWidth', function () {
    return seen(this) === 'loaded' ? 100 : 0;
  });
  define('naturalHeight', function () {
    return seen(this) === 'loaded' ? 50 : 0;
  });
  define('currentSrc', function () {
    const source = this.getAttribute('src')?.trim();
    return source && seen(this) ? new URL(source, document.baseURI).href : '';
  });
  HTMLImageElement.prototype.decode = function () {
    return seen(this) === 'failed' ? Promise.reject(new Error('EncodingError')) : Promise.resolve();
  };
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(() =>
    [...document.querySelectorAll('[data-status]')].map((element) => {
      const style = /url\(["']?([^"')]+)/.exec(element.getAttribute('style') ?? '')?.[1];
      const name = new URL(element.getAttribute('src') ?? style ?? '', document.baseURI).href;
      return {
        name,
        responseStatus: Number(element.getAttribute('data-status')),
      } as unknown as PerformanceEntry;
    }),
  );
}
