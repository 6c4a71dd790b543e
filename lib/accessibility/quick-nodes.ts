// Lets axe's nodes answer their three most frequent questions from fields of their own, with the same answers as before.
import type { AxeInternals, Box, VirtualNode } from './axe-internals';

/**
 * axe's own memory puts a key together for each question. Boxes become plain numbers: axe compares each with hundreds of
 * others, and every side of a DOMRect is asked of the browser.
 */
export function quickenNodes({ VirtualNode: { prototype } }: AxeInternals): void {
  if (Object.hasOwn(prototype, QUICKENED)) return;
  const props = Object.getOwnPropertyDescriptor(prototype, 'props')?.get;
  if (props)
    Object.defineProperty(prototype, 'props', {
      configurable: true,
      get(this: VirtualNode) {
        const value: unknown = props.call(this);
        Object.defineProperty(this, 'props', { value });
        return value;
      },
    });
  Object.defineProperty(prototype, 'boundingClientRect', {
    configurable: true,
    get(this: VirtualNode): Box {
      this._box ??= plainBox(this.actualNode.getBoundingClientRect());
      return this._box;
    },
  });
  prototype.getComputedStylePropertyValue = function (property) {
    this._styles ??= new Map();
    let value = this._styles.get(property);
    if (value === undefined) {
      this._style ??= window.getComputedStyle(this.actualNode);
      value = this._style.getPropertyValue(property);
      this._styles.set(property, value);
    }
    return value;
  };
  Object.defineProperty(prototype, QUICKENED, { value: true });
}

/** The same axe serves several runs of a document. */
const QUICKENED = Symbol('quickened');

function plainBox({ x, y, width, height, top, right, bottom, left }: DOMRect): Box {
  return { x, y, width, height, top, right, bottom, left };
}
