// Barriers that stand in the style sheets: hidden focus, menus only for the pointer, text made by CSS, fixed boxes.
import { attribute, closest, localNameOf, matches, nextOf, parentElementOf, queryAll } from '../dom/native';
import type { StyleRule } from '../dom/style-sheets';
import { FOCUSABLE, isFocusable, type Scene } from './scene';

/** Rules of one kind that are matched against the page; each costs one query. */
const MAX_PER_KIND = 150;
/** Names of pictures that say something: a warning sign, a required mark, a title set as a picture. */
const SPEAKING =
  /url\([^)]*(?:warn|alert|important|attention|required|notice|error|success|danger|title|biaoti|slogan|wenzi)[^)]*\)/i;
/** A height of an element's own style that does not grow with the text. */
const INLINE_HEIGHT = /(?:^|;)\s*(?:max-)?height\s*:\s*(\d[\d.]*(?:px|r?em))/i;
const FOCUS = /:focus(?:-visible|-within)?/;

interface Found {
  selector: string;
  value: string;
}

export interface StyleTheme {
  read(rule: StyleRule): void;
  /** Work on what was read, in pieces, so that the page gets its turn between them. */
  steps(root: Document | ShadowRoot): Iterable<() => void>;
}

export function styleTheme(scene: Scene): StyleTheme {
  const generated: Found[] = [];
  const pointers: Found[] = [];
  const hovers: Found[] = [];
  const killers: Found[] = [];
  const focused: string[] = [];
  const weak: Found[] = [];
  const boxes: Found[] = [];
  const wide: Found[] = [];
  const tables: Found[] = [];
  const moving: Found[] = [];
  const reordered: Found[] = [];
  const backgrounds: Found[] = [];

  function keep(list: Found[], selector: string, value: string): void {
    if (list.length < MAX_PER_KIND) list.push({ selector, value });
  }

  function readPseudo(selector: string, style: CSSStyleDeclaration): void {
    const content = style.content;
    if (!content) return;
    const text = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part ?? '').join('');
    // Icon fonts use private code points; a single mark or letter is decoration.
    if (/\p{Script=Han}{2,}|[\p{L}]{3,}/u.test(text.replace(/\\[0-9a-f]{1,6}\s?/gi, '')))
      keep(generated, selector, text);
  }

  function readFocus(selector: string, style: CSSStyleDeclaration): void {
    const none = style.outlineStyle === 'none' || /^0(?:px)?$/.test(style.outlineWidth);
    const width = Number.parseFloat(style.outlineWidth);
    const other = [
      'box-shadow',
      'background-color',
      'background-image',
      'border-color',
      'border-top-color',
      'border-bottom-color',
      'text-decoration-line',
      'color',
      'transform',
    ].some((name) => {
      const value = style.getPropertyValue(name);
      return value !== '' && value !== 'none';
    });
    if (FOCUS.test(selector)) {
      if (none && !other) keep(killers, selector, 'outline: none');
      else focused.push(selector);
      if (!none && width > 0 && width < 2) keep(weak, selector, `${width}px`);
    } else if (none && !/:active|:hover/.test(selector)) keep(killers, selector, 'outline: none');
  }

  return {
    read({ selector, style, conditional }) {
      if (/:?:(?:before|after)\b/.test(selector)) {
        readPseudo(selector, style);
        return;
      }
      if (FOCUS.test(selector) || style.outlineStyle !== '' || style.outlineWidth !== '')
        readFocus(selector, style);
      if (style.cursor === 'pointer') keep(pointers, selector, '');
      if (/:hover\s*[>+~ ]\s*[^,\s]/.test(selector)) {
        const shown =
          (style.display !== '' && style.display !== 'none') ||
          style.visibility === 'visible' ||
          (style.opacity !== '' && style.opacity !== '0');
        if (shown) keep(hovers, selector, '');
      }
      if (/hidden|clip/.test(style.overflowY)) {
        const height = style.maxHeight && style.maxHeight !== 'none' ? style.maxHeight : style.height;
        if (/^\d[\d.]*(?:px|em|rem)$/.test(height) && Number.parseFloat(height) > 0)
          keep(boxes, selector, height);
      }
      const width = style.width || style.minWidth;
      if (
        !conditional &&
        /^\d[\d.]*(?:px|r?em)$/.test(width) &&
        toPixels(width) >= 640 &&
        !(style.maxWidth && style.maxWidth !== 'none')
      )
        keep(wide, selector, width);
      if (/^(?:inline-)?table$/.test(style.display)) keep(tables, selector, '');
      if (SPEAKING.test(style.backgroundImage)) keep(backgrounds, selector, style.backgroundImage);
      if (style.animationIterationCount === 'infinite') keep(moving, selector, '');
      if (
        style.getPropertyValue('float') === 'right' ||
        /-reverse$/.test(style.flexDirection) ||
        !/^(?:0)?$/.test(style.order)
      )
        keep(reordered, selector, '');
    },

    *steps(root) {
      const each = function* (
        list: Found[],
        limit: number,
        judge: (element: Element, value: string) => void,
      ) {
        for (const { selector, value } of list)
          yield () => {
            for (const element of queryAll(root, bare(selector), limit)) judge(element, value);
          };
      };
      yield* each(generated, 3, (element, value) => {
        if (scene.visible(element)) scene.note('text-by-css', element, value);
      });
      yield* each(pointers, 40, (element) => judgePointer(scene, element));
      yield () => judgeHovers(root);
      yield () => judgeFocus(root);
      yield* each(boxes, 10, (element, value) => judgeBox(scene, element, value));
      yield () => {
        for (const element of queryAll(root, '[style*="overflow"]', 200)) {
          const height = INLINE_HEIGHT.exec(attribute(element, 'style') ?? '')?.[1];
          if (height && /hidden|clip/.test(scene.style(element).overflowY)) judgeBox(scene, element, height);
        }
      };
      yield* each(wide, 3, (element, value) => {
        if (scene.visible(element) && scene.text(element, 60).length >= 20)
          scene.note('fixed-width', element, value);
      });
      yield* each(tables, 5, (element) => {
        if (localNameOf(element) !== 'table' && scene.visible(element) && scene.text(element, 10))
          scene.note('table-by-css', element);
      });
      yield* each(moving, 5, (element) => {
        if (scene.visible(element) && scene.text(element, 10).length > 1) scene.note('text-moving', element);
      });
      yield* each(backgrounds, 3, (element, value) => {
        if (scene.visible(element)) scene.note('image-background', element, value);
      });
      yield* each(reordered, 30, (element) => judgeOrder(scene, element));
      yield () => {
        for (const element of queryAll(root, '[style*="float"]', 200))
          if (/float\s*:\s*right/i.test(attribute(element, 'style') ?? '')) judgeOrder(scene, element);
      };
    },
  };

  function judgeHovers(root: Document | ShadowRoot): void {
    const byFocus = new Set(
      focused.map((selector) => selector.replace(/:focus(?:-within|-visible)?/g, ':hover')),
    );
    for (const { selector } of hovers) {
      if (
        selector.split(',').some((part) => byFocus.has(part.trim()) || FOCUS.test(part)) ||
        byFocus.has(selector)
      )
        continue;
      for (const element of queryAll(root, bare(selector), 3))
        if (!scene.visible(element) && scene.text(element, 20)) scene.note('hover-menu', element);
    }
  }

  function judgeFocus(root: Document | ShadowRoot): void {
    if (killers.length === 0 && weak.length === 0) return;
    const replaced = (element: Element) => focused.some((selector) => matches(element, bare(selector)));
    for (const { selector, value } of killers) {
      for (const element of queryAll(root, bare(selector), 60)) {
        if (!isFocusable(element, localNameOf(element)) || !scene.visible(element)) continue;
        if (!replaced(element)) scene.note('focus-hidden', element, value);
        break;
      }
    }
    for (const { selector, value } of weak)
      for (const element of queryAll(root, bare(selector), 3))
        if (scene.visible(element)) scene.note('focus-weak', element, value);
  }
}

/** The selector without states and pseudo-elements: what it could apply to. */
function bare(selector: string): string {
  const stripped = selector
    .replace(
      /::?(?:before|after|first-line|first-letter|placeholder|selection|marker)\b|::[\w-]+(?:\([^)]*\))?/g,
      '',
    )
    .replace(/:(?:hover|focus-within|focus-visible|focus|active|visited|link)\b/g, '')
    .replace(/:not\(\)/g, '')
    .trim();
  return stripped
    .split(',')
    .map((part) => part.trim().replace(/([>+~]|^)\s*$/, '$1*'))
    .join(',');
}

/** A hand shows over something that only a pointer can use. */
function judgePointer(scene: Scene, element: Element): void {
  const name = localNameOf(element);
  if (
    /^(?:a|area|button|input|select|textarea|label|summary|option|html|body|svg|path)$/.test(name) ||
    isFocusable(element, name)
  )
    return;
  if (!scene.text(element, 30) || closest(element, 'a[href],button,label,summary,[tabindex]')) return;
  if (queryAll(element, FOCUSABLE, 1).length === 0)
    scene.note('click-out-of-reach', element, 'cursor: pointer');
}

/** A box of fixed height that cuts off what does not fit: text set larger is lost. */
function judgeBox(scene: Scene, element: Element, height: string): void {
  if (!scene.visible(element) || toPixels(height) > 400) return;
  const text = scene.ownText(element).trim();
  const style = scene.style(element);
  if (text.length < 30 || style.whiteSpace === 'nowrap') return;
  // A box as high as its line shows one line and means to: ACT rule 59br37 lets it pass.
  if (Number.parseFloat(style.lineHeight) >= toPixels(height)) return;
  scene.note('text-clipped', element, height);
}

/** Neighbours that stand on screen in another order than in the source. */
function judgeOrder(scene: Scene, element: Element): void {
  const parent = parentElementOf(element);
  if (!parent || !scene.visible(element)) return;
  const box = scene.rect(element);
  if (box.width === 0 || !scene.text(element, 10)) return;
  const mayFocus = (candidate: Element) =>
    isFocusable(candidate, localNameOf(candidate)) || queryAll(candidate, FOCUSABLE, 1).length > 0;
  for (let next = nextOf(element), steps = 0; next && steps < 4; next = nextOf(next), steps++) {
    const other = scene.rect(next);
    const sameRow = other.top < box.bottom - 2 && other.bottom > box.top + 2;
    if (other.width === 0 || !sameRow || other.right > box.left + 1 || !scene.text(next, 10)) continue;
    const bothFloat = scene.style(element).float === 'right' && scene.style(next).float === 'right';
    if (bothFloat || (mayFocus(element) && mayFocus(next))) scene.note('order-on-screen', parent);
    return;
  }
}

function toPixels(length: string): number {
  return Number.parseFloat(length) * (length.endsWith('em') ? 16 : 1);
}
