// How a phone would lay the page out, read from the viewport meta as browsers read it.
import type { MobileViewFacts } from '@/lib/model/facts/mobile-view';
import { attribute, queryAll } from '../dom/native';

/** What phones take without a viewport meta. */
const DEFAULT_WIDTH = 980;

/** `screen` is the width of the phone in CSS pixels. The last meta wins; parts may be parted by comma, semicolon or blank. */
export function readViewport(
  document: Document,
  screen: number,
): Pick<MobileViewFacts, 'viewport' | 'layoutWidth' | 'viewportContent'> {
  const meta = queryAll(document, 'meta[name="viewport" i]').at(-1);
  const content = meta ? (attribute(meta, 'content') ?? '') : '';
  if (!meta || content.trim() === '') return { viewport: 'missing', layoutWidth: DEFAULT_WIDTH };
  const parts = new Map(
    [...content.matchAll(/([a-z-]+)\s*=\s*([^\s,;=]+)/gi)].map((match) => [
      (match[1] ?? '').toLowerCase(),
      (match[2] ?? '').toLowerCase(),
    ]),
  );
  const viewportContent = content.slice(0, 200);
  const width = parts.get('width');
  const fixed = Number.parseFloat(width ?? '');
  if (width !== 'device-width' && fixed > screen + 1)
    return { viewport: 'fixed', layoutWidth: fixed, viewportContent };
  if (width === 'device-width' || fixed > 0 || Number.parseFloat(parts.get('initial-scale') ?? '') > 0)
    return { viewport: 'device', layoutWidth: screen, viewportContent };
  return { viewport: 'missing', layoutWidth: DEFAULT_WIDTH, viewportContent };
}
