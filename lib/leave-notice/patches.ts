// Replaces functions of the page's world for a short while and puts them back, even when the page changed them meanwhile.

interface Kept {
  owner: object;
  name: string;
  before: PropertyDescriptor | undefined;
  ours: PropertyDescriptor;
}

export class Patches {
  readonly #kept: Kept[] = [];

  /** false: the page does not let it be replaced; nothing is changed then. */
  replace(owner: object, name: string, value: unknown): boolean {
    return this.#define(owner, name, { value, writable: true, configurable: true, enumerable: true });
  }

  /** Puts another setter in front of an accessor. `make` gets the setter that was there. */
  setter(
    owner: object,
    name: string,
    make: (native: (this: unknown, value: unknown) => void) => (this: unknown, value: unknown) => void,
  ): boolean {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    if (!before?.set) return true;
    return this.#define(owner, name, { ...before, set: make(before.set) });
  }

  /** Puts everything back, last change first. What the page itself replaced meanwhile stays the page's. */
  restore(): void {
    for (const { owner, name, before, ours } of this.#kept.reverse()) {
      const now = Object.getOwnPropertyDescriptor(owner, name);
      if (now?.value !== ours.value || now?.set !== ours.set) continue;
      if (before) Object.defineProperty(owner, name, before);
      else Reflect.deleteProperty(owner, name);
    }
    this.#kept.length = 0;
  }

  #define(owner: object, name: string, ours: PropertyDescriptor): boolean {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    try {
      Object.defineProperty(owner, name, ours);
    } catch {
      return false;
    }
    const now = Object.getOwnPropertyDescriptor(owner, name);
    if (now?.value !== ours.value || now?.set !== ours.set) return false;
    this.#kept.push({ owner, name, before, ours });
    return true;
  }
}
