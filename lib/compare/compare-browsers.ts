// One page as two browsers saw it: pictures that show in one and not in the other, and a page that fits only one. Pure.
import type { ImageFact } from '@/lib/model/facts/images';
import type { PageFacts } from '@/lib/model/page-facts';
import { byCodePoint } from '@/lib/text/order';

export interface BrowserDifference {
  url: string;
  title: string;
  /** 'image': a picture shows in one browser only. 'width': the page slides sideways in one browser only. */
  kind: 'image' | 'width';
  /** Address of the picture; '' for the page itself. */
  item: string;
  /** Names of the browser in which it is right and of the one in which it is wrong. */
  rightIn: string;
  wrongIn: string;
  /** What explains it, one plain Chinese sentence; '' when nothing does. */
  why: string;
}

export interface BrowserComparison {
  browsers: readonly [string, string];
  /** Pages that both looked at, sorted. */
  pages: string[];
  /** Pages that only one looked at, sorted: nothing is said of them. */
  onlyInOne: string[];
  differences: BrowserDifference[];
}

/** CSS pixels that content may stick out: scroll bars and rounding differ between browsers. */
const SLACK = 20;

/**
 * Compares the latest facts of the same pages. A picture counts only when one browser showed it and the other certainly
 * failed: what waited, or was not told, is no difference. Sorted by page, kind, address.
 */
export function compareBrowsers(
  left: readonly PageFacts[],
  right: readonly PageFacts[],
  samePage: (url: string) => string,
): BrowserComparison {
  const pagesOf = (list: readonly PageFacts[]) =>
    new Map([...list].sort((a, b) => byCodePoint(a.at, b.at)).map((facts) => [samePage(facts.url), facts]));
  const a = pagesOf(left);
  const b = pagesOf(right);
  const names = nameBrowsers(left[0]?.browser, right[0]?.browser);
  const pages = [...a.keys()].filter((page) => b.has(page)).sort(byCodePoint);
  return {
    browsers: names,
    pages,
    onlyInOne: [...a.keys(), ...b.keys()].filter((page) => !(a.has(page) && b.has(page))).sort(byCodePoint),
    differences: pages.flatMap((page) => {
      const [one, other] = [a.get(page), b.get(page)];
      return one && other ? differencesOf(one, other, names) : [];
    }),
  };
}

/** A browser's short name out of what it calls itself, e.g. “Firefox 140”. */
export function browserName(userAgent: string | undefined): string {
  const known = [
    [/\bEdgA?\/(\d+)/, 'Edge'],
    [/\bFirefox\/(\d+)/, 'Firefox'],
    [/\b(?:Chrome|HeadlessChrome|Chromium)\/(\d+)/, 'Chrome'],
    [/\bVersion\/(\d+)\S* (?:Mobile\S* )?Safari\//, 'Safari'],
  ] as const;
  for (const [pattern, name] of known) {
    const version = pattern.exec(userAgent ?? '')?.[1];
    if (version) return `${name} ${version}`;
  }
  return '未知浏览器';
}

/** Two of the same name are told apart by their place. */
function nameBrowsers(left: string | undefined, right: string | undefined): [string, string] {
  const [a, b] = [browserName(left), browserName(right)];
  return a === b ? [`${a}（本次检查）`, `${b}（对比检查）`] : [a, b];
}

function differencesOf(
  one: PageFacts,
  other: PageFacts,
  names: readonly [string, string],
): BrowserDifference[] {
  const found: BrowserDifference[] = [];
  const note = (kind: BrowserDifference['kind'], item: string, leftIsRight: boolean, why: string) =>
    found.push({
      url: one.url,
      title: one.title,
      kind,
      item,
      rightIn: leftIsRight ? names[0] : names[1],
      wrongIn: leftIsRight ? names[1] : names[0],
      why,
    });
  const [pictures, otherPictures] = [picturesOf(one), picturesOf(other)];
  for (const [address, picture] of pictures) {
    const twin = otherPictures.get(address);
    if (!twin) continue;
    if (picture.load === 'loaded' && twin.load === 'failed')
      note('image', twin.address, true, whyNotShown(twin, one));
    if (picture.load === 'failed' && twin.load === 'loaded')
      note('image', picture.address, false, whyNotShown(picture, one));
  }
  const [slides, otherSlides] = [slidesSideways(one), slidesSideways(other)];
  if (slides !== undefined && otherSlides !== undefined && slides !== otherSlides) {
    const wrong = slides ? one : other;
    note(
      'width',
      '',
      otherSlides,
      `内容宽 ${Math.round(wrong.contentWidth ?? 0)} 像素，窗口宽 ${Math.round(wrong.viewport.width)} 像素，须左右滑动`,
    );
  }
  return found.sort((x, y) => byCodePoint(x.kind, y.kind) || byCodePoint(x.item, y.item));
}

/** By address; of several places of one picture the one that showed counts. */
function picturesOf(facts: PageFacts): Map<string, ImageFact> {
  const byAddress = new Map<string, ImageFact>();
  for (const picture of facts.frames.flatMap((frame) => frame.facts.images?.images ?? [])) {
    if (!picture.address || picture.address.startsWith('data:')) continue;
    // Some browsers ask for a secure page's http pictures by https, and name that address.
    const address = facts.url.startsWith('https:')
      ? picture.address.replace(/^http:/i, 'https:')
      : picture.address;
    const known = byAddress.get(address);
    if (!known || (known.load !== 'loaded' && picture.load === 'loaded')) byAddress.set(address, picture);
  }
  return byAddress;
}

function slidesSideways({ contentWidth, viewport }: PageFacts): boolean | undefined {
  return contentWidth === undefined ? undefined : contentWidth > viewport.width + SLACK;
}

/** Formats that not every browser in use shows. */
const YOUNG_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/\.jxl(?:[?#]|$)|image\/jxl/i, 'JPEG XL'],
  [/\.heic(?:[?#]|$)|image\/hei[cf]/i, 'HEIC'],
  [/\.avif(?:[?#]|$)|image\/avif/i, 'AVIF'],
  [/\.webp(?:[?#]|$)|image\/webp/i, 'WebP'],
  [/\.tiff?(?:[?#]|$)|image\/tiff/i, 'TIFF'],
];

function whyNotShown(picture: ImageFact, page: PageFacts): string {
  const format = YOUNG_FORMATS.find(
    ([pattern]) => pattern.test(picture.address) || pattern.test(picture.servedType ?? ''),
  );
  if (format) return `图片为 ${format[1]} 格式，不是所有浏览器都能显示`;
  const named = [picture.address, picture.written];
  if (page.url.startsWith('https:') && named.some((address) => /^http:/i.test(address)))
    return '网页为 https 而图片为 http，有的浏览器不予加载';
  if (/^(?:file|ftp):/i.test(picture.address)) return '图片地址不是网站上的地址，有的浏览器不予加载';
  if (picture.status !== undefined && picture.status >= 400) return `服务器对该浏览器返回 ${picture.status}`;
  if (picture.netError) return `网络请求未成功（${picture.netError}），请在同一网络下重新核对`;
  return '';
}
