// Finds entries among links, buttons, clickable elements and pictures by their short names and by known hooks.
import type { EntryKind, EntryTrace } from '@/lib/model/facts/entries';
import { namedEntries, saysIpv6 } from '@/lib/text/entry-names';
import type { ProbeContext } from '../define-probe';
import { isVisible, shortText } from '../dom/appearance';
import { attribute, baseOf, closest, localNameOf, parentElementOf, queryAll, textOf } from '../dom/native';

const SELECTOR =
  'a, area, button, [onclick], [role="button"], input[type="button" i], input[type="submit" i], input[type="image" i]';
/** Elements that scripts of accessibility tools bind to, or that open a search box. */
const HOOKS =
  '[id*="wza" i], [class*="wza" i], [id*="toolbarSwitch" i], [id*="cniil" i], [class*="cniil" i], [class*="barrier" i], [id*="barrier" i], [class*="search" i], [id*="search" i], [class*="sousuo" i], [id*="sousuo" i]';
const ACCESSIBLE_CODE = /aria\.start|toolbarSwitch|cniil_?wza|\bwza|ABT\.show|esdGov|barrierfree|wuzhangai/i;
const ELDER_CODE = /oldFixedStart|slhFixed|elderMode|zhangzhe|shilao/i;
const LONGEST = 60;
/** Elements between two looks at the clock. */
const LOOK_EVERY = 8;

/** Entries that can be clicked, in document order. */
export async function readControls(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
): Promise<EntryTrace[]> {
  const found: EntryTrace[] = [];
  for (const root of roots) {
    for (const [number, element] of queryAll(root, SELECTOR).entries()) {
      const pause = number % LOOK_EVERY === 0 && context.breathe();
      if (pause) await pause;
      add(element, entriesOf(element), context, found);
    }
    await context.breathe();
    for (const element of queryAll(root, HOOKS, 200)) add(element, hookEntries(element), context, found);
    await context.breathe();
  }
  return found;
}

function add(
  element: Element,
  entries: readonly EntryKind[],
  context: ProbeContext,
  found: EntryTrace[],
): void {
  if (entries.length === 0 || context.isOwn(element)) return;
  const address = addressOf(element);
  const visible = isVisible(element);
  const tag = localNameOf(element);
  const form: EntryTrace['form'] = address
    ? 'link'
    : tag === 'i' || tag === 'svg' || tag === 'img'
      ? 'icon'
      : 'control';
  const selector = context.selectorOf(element);
  for (const entry of entries)
    found.push({ entry, form, text: nameOf(element).slice(0, LONGEST), address, visible, selector });
}

function entriesOf(element: Element): EntryKind[] {
  const entries = new Set<EntryKind>(namedEntries(nameOf(element)));
  const target = attribute(element, 'href') ?? '';
  const code = `${target} ${attribute(element, 'onclick') ?? ''} ${attribute(element, 'id') ?? ''}`;
  if (/^(?:https?:)?\/\/wza\.isc\.org\.cn/i.test(target.trim()) || ACCESSIBLE_CODE.test(code))
    entries.add('accessible');
  if (ELDER_CODE.test(code)) entries.add('elder');
  if (/^(?:https?:)?\/\/(?:so|search|sousuo|s)\.[\w.-]+/i.test(target.trim())) entries.add('search');
  const picture = queryAll(element, 'img', 1)[0];
  if (saysIpv6(nameOf(element)) || (picture && /ipv6/i.test(attribute(picture, 'src') ?? '')))
    entries.add('ipv6');
  return [...entries];
}

/** An element without a name of its own, told by the hook that a script uses. */
function hookEntries(element: Element): EntryKind[] {
  const tag = localNameOf(element);
  if (/^(?:script|link|style|input|form|body|html|a|button)$/.test(tag)) return [];
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`;
  if (/wza|toolbarswitch|cniil|barrier/i.test(names)) return ['accessible'];
  // Only what looks like a button: result lists and whole regions are called "search" too.
  if (!/^(?:i|em|b|span|svg|img)$/.test(tag) || (textOf(element) ?? '').trim().length > 6) return [];
  return ['search'];
}

function nameOf(element: Element): string {
  const text = shortText(textOf(element), LONGEST);
  if (text) return text;
  for (const name of ['aria-label', 'title', 'alt', 'value']) {
    const value = shortText(attribute(element, name), LONGEST);
    if (value) return value;
  }
  const picture = queryAll(element, 'img[alt], img[title], [aria-label], [title]', 1)[0];
  if (!picture) return '';
  for (const name of ['alt', 'aria-label', 'title']) {
    const value = shortText(attribute(picture, name), LONGEST);
    if (value) return value;
  }
  return '';
}

function addressOf(element: Element): string {
  const link = localNameOf(element) === 'a' ? element : closest(element, 'a[href]');
  const href = (link && attribute(link, 'href'))?.trim() ?? '';
  if (href === '' || /^(?:#|javascript:|mailto:|tel:)/i.test(href)) return '';
  try {
    const url = new URL(href, baseOf(element));
    return /^https?:$/.test(url.protocol) ? url.href.slice(0, 500) : '';
  } catch {
    return '';
  }
}

/** Texts and pictures that say "IPv6"; most pages say it once, in the foot. */
export function findIpv6Texts(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
): EntryTrace[] {
  const found: EntryTrace[] = [];
  const put = (element: Element, form: EntryTrace['form'], text: string) => {
    if (!context.isOwn(element))
      found.push({
        entry: 'ipv6',
        form,
        text: text.slice(0, LONGEST),
        address: '',
        visible: isVisible(element),
        selector: context.selectorOf(element),
      });
  };
  for (const root of roots) {
    for (const image of queryAll(root, 'img[src*="ipv6" i], img[alt*="ipv6" i], img[title*="ipv6" i]', 5))
      put(image, 'image', attribute(image, 'alt') ?? attribute(image, 'title') ?? '');
    const top = root.nodeType === 9 ? (queryAll(root, 'body')[0] ?? null) : root;
    // One native read decides whether the walk is worth it.
    if (!top || !/ipv6|ｉｐｖ６/i.test(textOf(top) ?? '')) continue;
    const walker = Document.prototype.createTreeWalker.call(context.document, top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && found.length < 10; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (!/ipv6|ｉｐｖ６/i.test(text)) continue;
      const parent = parentElementOf(node);
      if (!parent || /^(?:script|style|noscript|template|title)$/.test(localNameOf(parent))) continue;
      // In a link of a list it is the title of news.
      if (saysIpv6(text) && !closest(parent, 'li a, td a')) put(parent, 'text', shortText(text, LONGEST));
    }
  }
  return found;
}
