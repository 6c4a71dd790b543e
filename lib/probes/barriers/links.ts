// Barriers of links: texts that say nothing, targets that lead nowhere, files and windows that come unannounced.
import {
  fileType,
  imageType,
  isSymbolOnly,
  isVague,
  mediaType,
  plain,
  tellsFileType,
  tellsNewWindow,
} from '@/lib/text/barrier-words';
import {
  attribute,
  closest,
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

export function linkTheme(scene: Scene): Theme {
  const targets = new Map<string, string>();
  const repeated = new Set<string>();
  let previous: Previous | undefined;

  /** Visible text and the texts of pictures inside. */
  function nameOf(link: Element): { text: string; name: string; hasImage: boolean } {
    let text = scene.text(link, 200);
    const children = queryAll(link, '*', 12);
    for (const child of children) {
      if (scene.visible(child)) continue;
      const hidden = scene.text(child, 100);
      if (hidden && text.includes(hidden)) {
        scene.note('link-hidden-text', link, hidden);
        text = text.replace(hidden, '').trim();
      }
    }
    const alts = children
      .filter((child) => localNameOf(child) === 'img')
      .map((image) => trimmed(image, 'alt'));
    const label = trimmed(link, 'aria-label');
    return {
      text,
      name: label || [text, ...alts].filter(Boolean).join(' '),
      hasImage: children.some((child) => /^(?:img|svg)$/.test(localNameOf(child))),
    };
  }

  function judgeText(link: Element, text: string, name: string, address: string): void {
    const title = trimmed(link, 'title');
    const labelled = attribute(link, 'aria-label') !== null || attribute(link, 'aria-labelledby') !== null;
    const explained = labelled || (title !== '' && plain(title) !== plain(text));
    if (name && !explained && isVague(name)) scene.note('link-vague', link);
    if (text && !labelled && isSymbolOnly(name)) scene.note('link-symbol', link);
    if (/^(?:https?:\/\/|www\.)\S{12,}$/i.test(name)) scene.note('link-raw-address', link);
    if (title && plain(title) === plain(text)) scene.note('link-title-repeats', link);
    for (const image of queryAll(link, 'img[alt]', 3))
      if (text && plain(trimmed(image, 'alt')) === plain(text) && plain(text))
        scene.note('link-alt-repeats', link);
    const key = plain(name);
    if (key.length < 2 || /^\d+$/.test(key) || isVague(name) || !address || explained) return;
    const known = targets.get(key);
    if (known === undefined) targets.set(key, address);
    else if (known !== address && !repeated.has(key)) {
      repeated.add(key);
      scene.note('link-same-text', link, `${known} / ${address}`);
    }
  }

  function judgeTarget(link: Element, written: string, all: string): void {
    const scripted = ['onclick', 'onmousedown', 'data-toggle', 'data-bs-toggle', 'aria-controls'].some(
      (name) => attribute(link, name) !== null,
    );
    if (/^javascript:/i.test(written)) {
      const code = written.slice(11).replace(/[\s;]|void\(?0?\)?|undefined|null|false|true/gi, '');
      scene.note(code === '' && !scripted ? 'link-dead' : 'link-script', link, written);
    } else if (written === '#' || written === '') {
      scene.note(scripted ? 'link-script' : 'link-dead', link, written || '（空）');
    } else if (/^#[^!/]/.test(written) && !/^#(?:top)$/i.test(written)) {
      const id = safeDecode(written.slice(1));
      if (queryAll(scene.document, `[id="${CSS.escape(id)}"],a[name="${CSS.escape(id)}"]`, 1).length === 0)
        scene.note('link-anchor-missing', link, written);
    }
    const file = fileType(written);
    if (file && !tellsFileType(all, file)) scene.note('link-file', link, file);
    const media = mediaType(written);
    if (media) scene.note('link-media', link, media);
    const image = imageType(written);
    if (image && queryAll(link, 'img', 1).length === 0) scene.note('link-image', link, image);
    if (/^_(?:blank|new)$/i.test(trimmed(link, 'target')) && !tellsNewWindow(all))
      scene.note('link-new-window', link);
  }

  function judgeNeighbours(link: Element, address: string, text: string, hasImage: boolean): void {
    const parent = parentElementOf(link);
    const before = previous;
    previous = { element: link, address, parent };
    if (before && address && before.address === address && !/^(?:#|javascript:)/i.test(address)) {
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
      if (width > 0 && Math.min(width, height) < 24)
        scene.note('link-target-small', link, sizeText(width, height));
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
      const { text, name: spoken, hasImage } = nameOf(element);
      const all = `${spoken} ${trimmed(element, 'title')} ${attribute(element, 'download') ?? ''}`;
      judgeText(element, text, spoken, written);
      judgeTarget(element, written, all);
      judgeNeighbours(element, written, text, hasImage);
      judgeLook(element, text);
      if (
        trimmed(element, 'role') === 'button' &&
        !attribute(element, 'onkeydown') &&
        !attribute(element, 'onkeyup')
      )
        scene.note('link-as-button', element);
      if (closest(element, 'h1,h2,h3,h4,h5,h6') === null && text.length > 150)
        scene.note('link-long', element);
    },
  };
}

function sizeText(width: number, height: number): string {
  return `${Math.round(width)}×${Math.round(height)} 像素`;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
