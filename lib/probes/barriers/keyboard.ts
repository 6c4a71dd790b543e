// Barriers for people without a mouse: clicks on what the Tab key never reaches, windows and menus only for pointers.
import { attribute, baseOf, closest, parentElementOf, queryAll } from '../dom/native';
import { FOCUSABLE, isFocusable, type Scene, type Theme, trimmed } from './scene';

const BUTTON_CLASS = /(?:^|[\s_-])(?:btn|button|close|close-?button|toggle|expand|collapse)(?:$|[\s_-])/i;
const DIALOG_CLASS = /(?:^|[\s_-])(?:lightbox|modal|popup|pop-?up|dialog|tanchuang|layer-?box)(?:$|[\s_-])/i;
const POINTER_ROLE =
  /^(?:button|link|checkbox|radio|tab|menuitem|option|switch|slider|treeitem|combobox|textbox)$/;
const NATIVE =
  /^(?:html|body|form|a|area|button|input|select|textarea|option|label|summary|iframe|video|audio|embed|object|svg)$/;

/** Attributes that are judged besides handlers. */
const READ = new Set(['accesskey', 'role', 'tabindex', 'class']);

export function keyboardTheme(scene: Scene): Theme {
  const dialogs: Element[] = [];
  const keys = new Map<string, Element>();
  const pending: { element: Element; handler: string }[] = [];

  /** true: neither the element nor anything around or inside it can be reached with the Tab key. */
  function isOutOfReach(element: Element, name: string): boolean {
    // Of the elements that the browser itself lets people use, a link without an address is none.
    if ((NATIVE.test(name) && name !== 'a') || isFocusable(element, name)) return false;
    if (closest(element, 'a[href],button,label,summary,[tabindex]:not([tabindex^="-"])')) return false;
    return queryAll(element, FOCUSABLE, 1).length === 0;
  }

  function judgeClick(element: Element, name: string): void {
    const handler = attribute(element, 'onclick');
    if (handler === null || handler.trim() === '' || !scene.visible(element)) return;
    if (isOutOfReach(element, name)) pending.push({ element, handler });
  }

  function judgePointer(element: Element): void {
    const down = ['ondblclick', 'onmousedown', 'ondragstart', 'ondrop'].find(
      (event) => attribute(element, event) !== null,
    );
    if (
      down &&
      !['onclick', 'onkeydown', 'onkeyup', 'onkeypress'].some((event) => attribute(element, event) !== null)
    )
      scene.note('mouse-only', element, down);
    const over = attribute(element, 'onmouseover') ?? attribute(element, 'onmouseenter');
    if (over !== null && attribute(element, 'onfocus') === null && attribute(element, 'onfocusin') === null) {
      // A mere change of colour or picture hides nothing from anybody.
      if (!/(?:^|[^a-z])(?:src|color|background|className|cursor|filter|stop\(\)|clearInterval)/i.test(over))
        scene.note('hover-only', element, over.slice(0, 80));
    }
    const blur = `${attribute(element, 'onblur') ?? ''}${attribute(element, 'onfocusout') ?? ''}`;
    const keydown = attribute(element, 'onkeydown') ?? '';
    if (/focus\s*\(/.test(blur) || (/return\s+false/.test(keydown) && !/keyCode|key\b|which/i.test(keydown)))
      scene.note('key-trap', element, (blur || keydown).slice(0, 80));
    if (/blur\s*\(/.test(attribute(element, 'onfocus') ?? '')) scene.note('key-blurred', element);
  }

  return {
    visit(element, name) {
      const attributes = scene.attributes(element);
      if (attributes.length === 0) return;
      if (attributes.some((one) => one.startsWith('on'))) {
        judgeClick(element, name);
        judgePointer(element);
      }
      if (!attributes.some((one) => READ.has(one))) return;
      const key = attribute(element, 'accesskey')?.trim().toLowerCase();
      if (key) {
        if (keys.has(key)) scene.note('access-key-twice', element, key);
        keys.set(key, element);
      }
      const role = trimmed(element, 'role');
      if (
        attribute(element, 'tabindex') === '0' &&
        !role &&
        !NATIVE.test(name) &&
        attribute(element, 'onclick') === null
      ) {
        const style = scene.style(element);
        if (
          !/auto|scroll/.test(`${style.overflowX}${style.overflowY}`) &&
          !trimmed(element, 'contenteditable')
        )
          scene.note('focus-static', element);
      }
      if (
        POINTER_ROLE.test(role) &&
        isOutOfReach(element, name) &&
        attribute(element, 'tabindex') === null &&
        scene.visible(element) &&
        !closest(
          element,
          '[aria-activedescendant],[role=listbox],[role=grid],[role=tree],[role=tablist],[role=menu],[role=menubar],[role=radiogroup],[aria-disabled=true]',
        )
      )
        scene.note('role-out-of-reach', element, role);
      const kind = attribute(element, 'class');
      if (!kind) return;
      if (
        /^(?:div|span|i|b|em|p|li|img|td)$/.test(name) &&
        BUTTON_CLASS.test(kind) &&
        isOutOfReach(element, name) &&
        !queryAll(element, 'div,ul,table,p,form', 1).length &&
        (scene.text(element, 30) || name === 'img' || name === 'i')
      )
        scene.note('click-out-of-reach', element);
      if (
        DIALOG_CLASS.test(kind) &&
        /^(?:div|section|aside)$/.test(name) &&
        !dialogs.some((known) => known.contains(element))
      ) {
        dialogs.push(element);
        if (
          !/dialog$/.test(role) &&
          !closest(element, 'dialog,[role=dialog],[role=alertdialog]') &&
          queryAll(element, 'dialog,[role=dialog],[role=alertdialog]', 1).length === 0 &&
          scene.text(element, 30)
        )
          scene.note('dialog-unmarked', element);
      }
    },
    *finish() {
      if (pending.length === 0) return;
      let addresses: Set<string> | undefined;
      const isLinked = (address: string) => {
        addresses ??= new Set(
          queryAll(scene.document, 'a[href]', 5000).map((link) => resolved(link, trimmed(link, 'href'))),
        );
        return addresses.has(address);
      };
      for (const { element, handler } of pending) {
        yield;
        const leads =
          /(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*['"]([^'"]+)['"]/.exec(
            handler,
          )?.[1];
        const keyed = attribute(element, 'tabindex') !== null || parentElementOf(element) === null;
        // A place on the same page or another script is nowhere that a link would lead.
        const elsewhere = leads !== undefined && !/^\s*(?:#|javascript:|about:)/i.test(leads);
        if (elsewhere && !keyed && !isLinked(resolved(element, leads)))
          scene.note('link-by-script', element, leads);
        else scene.note('click-out-of-reach', element, handler.slice(0, 80));
      }
    },
  };
}

/** The whole address, so that two ways to write it count as one. */
function resolved(element: Element, written: string): string {
  try {
    return new URL(written, baseOf(element)).href;
  } catch {
    return written;
  }
}
