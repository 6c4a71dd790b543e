// Barriers of links: texts that say nothing, targets that lead nowhere, files and windows that come unannounced.
import {
  fileType,
  imageType,
  isPlainVague,
  mediaType,
  plain,
  tellsFileType,
  tellsNewWindow,
} from '@/lib/text/barrier-words';
import {
  attribute,
  baseOf,
  closest,
  firstChildOf,
  localNameOf,
  nextNodeOf,
  nextOf,
  nodeTextOf,
  parentElementOf,
  queryAll,
} from '../dom/native';
import { type Scene, type Theme, trimmed } from './scene';

interface Previous {
  element: Element;
  address: string;
  parent: Element | null;
}

/** What a link says: what is seen, what is read aloud, and the pictures inside. */
interface Named {
  text: string;
  name: string;
  images: Element[];
  pictured: boolean;
}

export function linkTheme(scene: Scene): Theme {
  const targets = new Map<string, string>();
  const repeated = new Set<string>();
  let previous: Previous | undefined;

  /** Visible text and the texts of pictures inside. */
  function nameOf(link: Element): Named {
    let text = scene.text(link, 200);
    const children = firstChildOf(link) ? queryAll(link, '*', 12) : [];
    for (const child of children) {
      if (scene.visible(child)) continue;
      const hidden = scene.text(child, 100);
      if (hidden && text.includes(hidden)) {
        scene.note('link-hidden-text', link, hidden);
        text = text.replace(hidden, '').trim();
      }
    }
    const images = children.filter((child) => localNameOf(child) === 'img');
    const name =
      trimmed(link, 'aria-label') ||
      [text, ...images.map((image) => trimmed(image, 'alt'))].filter(Boolean).join(' ');
    const pictured = images.length > 0 || children.some((child) => localNameOf(child) === 'svg');
    return { text, name, images, pictured };
  }

  function judgeText(link: Element, { text, name, images }: Named, address: string): void {
    const title = trimmed(link, 'title');
    const labelled = attribute(link, 'aria-label') !== null || attribute(link, 'aria-labelledby') !== null;
    const key = plain(name);
    const shown = name === text ? key : plain(text);
    const repeats = title !== '' && plain(title) === shown;
    const explained = labelled || (title !== '' && !repeats);
    const vague = isPlainVague(key);
    if (vague && !explained) scene.note('link-vague', link);
    if (text && key === '' && !labelled) scene.note('link-symbol', link);
    if (/^(?:https?:\/\/|www\.)\S{12,}$/i.test(name)) scene.note('link-raw-address', link);
    if (repeats) scene.note('link-title-repeats', link);
    for (const image of images)
      if (shown && plain(trimmed(image, 'alt')) === shown) scene.note('link-alt-repeats', link);
    if (key.length < 2 || /^\d+$/.test(key) || vague || !address || explained) return;
    const known = targets.get(key);
    if (known === undefined) targets.set(key, address);
    else if (known !== address && !repeated.has(key)) {
      repeated.add(key);
      scene.note('link-same-text', link, `${known} / ${address}`);
    }
  }

  function isScripted(link: Element): boolean {
    return ['onclick', 'onmousedown', 'data-toggle', 'data-bs-toggle', 'aria-controls'].some(
      (name) => attribute(link, name) !== null,
    );
  }

  function judgeTarget(link: Element, written: string, spoken: string): void {
    if (/^javascript:/i.test(written)) {
      const code = written.slice(11).replace(/[\s;]|void\(?0?\)?|undefined|null|false|true/gi, '');
      scene.note(code === '' && !isScripted(link) ? 'link-dead' : 'link-script', link, written);
    } else if (written === '#' || written === '') {
      scene.note(isScripted(link) ? 'link-script' : 'link-dead', link, written || '（空）');
    } else if (/^#[^!/]/.test(written) && !/^#(?:top)$/i.test(written)) {
      const id = CSS.escape(safeDecode(written.slice(1)));
      if (queryAll(scene.document, `[id="${id}"],a[name="${id}"]`, 1).length === 0)
        scene.note('link-anchor-missing', link, written);
    }
    const told = () => `${spoken} ${trimmed(link, 'title')} ${attribute(link, 'download') ?? ''}`;
    // Most addresses end in .html, in a slash or in a query.
    if (!/\.(?:s?html?|jsp|aspx?|php|do)$|\/$/i.test(written)) {
      const file = fileType(written);
      if (file && !tellsFileType(told(), file)) scene.note('link-file', link, file);
      const media = mediaType(written);
      if (media) scene.note('link-media', link, media);
      const image = imageType(written);
      if (image && queryAll(link, 'img', 1).length === 0) scene.note('link-image', link, image);
    }
    if (/^_(?:blank|new)$/i.test(trimmed(link, 'target')) && !tellsNewWindow(told()))
      scene.note('link-new-window', link);
  }

  function judgeNeighbours(link: Element, address: string, text: string, hasImage: boolean): void {
    const parent = parentElementOf(link);
    const before = previous;
    previous = { element: link, address, parent };
    if (before && address && before.address === address) {
      const near =
        nextOf(before.element) === link ||
        (before.parent !== null && (before.parent === parent || nextOf(before.parent) === parent));
      if (near && before.element !== link) scene.note('link-adjacent', link);
    }
    const sibling = nextOf(link);
    if (!parent || !text || hasImage || !sibling || localNameOf(sibling) !== 'a') return;
    if (attribute(sibling, 'href') === null || /^(?:li|nav|ul|td|th)$/.test(localNameOf(parent))) return;
    for (let node = nextNodeOf(link); node && node !== sibling; node = nextNodeOf(node))
      if (node.nodeType === 3 && (nodeTextOf(node) ?? '').trim() !== '') return;
    const style = scene.style(link);
    if (style.display !== 'inline') return;
    if (
      ['0px', ''].includes(style.paddingLeft) &&
      ['0px', ''].includes(style.marginRight) &&
      style.borderRightStyle === 'none'
    )
      scene.note('link-unseparated', link);
    if (text.length <= 2 && scene.visible(link)) {
      const { width, height } = scene.rect(link);
      if (width > 0 && width < 24) scene.note('link-target-small', link, sizeText(width, height));
    }
  }

  function judgeLook(link: Element, text: string): void {
    const parent = parentElementOf(link);
    if (!parent || text.length < 2 || /^(?:li|nav|td|th|dt|h[1-6])$/.test(localNameOf(parent))) return;
    if (scene.ownText(parent).replace(/[\s|｜/、,，;；：:>»·-]+/g, '').length < 8) return;
    const style = scene.style(link);
    const around = scene.style(parent);
    const marked =
      style.display !== 'inline' ||
      style.textDecorationLine !== 'none' ||
      style.borderBottomStyle !== 'none' ||
      style.fontWeight !== around.fontWeight ||
      style.fontStyle !== around.fontStyle ||
      !['rgba(0, 0, 0, 0)', 'transparent', ''].includes(style.backgroundColor);
    if (!marked) scene.note('link-colour-only', link);
  }

  return {
    visit(element, name) {
      if (name !== 'a') return;
      const key = attribute(element, 'accesskey');
      if (key) scene.note('access-key', element, key);
      const written = attribute(element, 'href')?.trim();
      if (written === undefined || !scene.visible(element)) return;
      const address = resolved(element, written);
      const named = nameOf(element);
      const { text, name: spoken, pictured } = named;
      judgeText(element, named, address);
      judgeTarget(element, written, spoken);
      judgeNeighbours(element, address, text, pictured);
      judgeLook(element, text);
      if (
        trimmed(element, 'role') === 'button' &&
        !attribute(element, 'onkeydown') &&
        !attribute(element, 'onkeyup')
      )
        scene.note('link-as-button', element);
      if (text.length > 150 && closest(element, 'h1,h2,h3,h4,h5,h6') === null)
        scene.note('link-long', element);
    },
  };
}

function sizeText(width: number, height: number): string {
  return `${Math.round(width)}×${Math.round(height)} 像素`;
}

/** Where the link leads, without a fragment and the name of an index file; '' when nowhere else. */
function resolved(link: Element, written: string): string {
  if (/^(?:#|javascript:|$)/i.test(written)) return '';
  const address = wholeAddress(link, written);
  return address.replace(/#.*$/, '').replace(/\/(?:index|default)\.\w+$/i, '/');
}

/** Of a relative address the browser has the whole one at hand; asking for it is much cheaper than working it out anew. */
function wholeAddress(link: Element, written: string): string {
  const { href } = link as HTMLAnchorElement;
  const relative = !/^[a-z][\w+.-]*:/i.test(written);
  if (relative && typeof href === 'string' && /^https?:/.test(href)) return href;
  try {
    return new URL(written, baseOf(link)).href;
  } catch {
    return '';
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
