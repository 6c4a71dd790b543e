// @vitest-environment happy-dom
// The keys: each binding triggers its command and no other; silent while someone types or composes.
import { describe, expect, it } from 'vitest';
import { commandFor, KEY_BINDINGS, type KeyPress, keyPlace } from '@/components/panel/key-map';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...part,
});

const cases = KEY_BINDINGS.flatMap((binding) => binding.keys.map((key) => ({ key, binding })));

describe('keys', () => {
  it.each(cases)('$key → $binding.command', ({ key, binding }) => {
    const part = { ctrlKey: binding.ctrl === true, shiftKey: binding.shift === true };
    expect(commandFor(press(key, part), 'free')).toBe(binding.command);
  });

  it('gives no key two meanings', () => {
    const ids = cases.map(({ key, binding }) => `${key} ${binding.ctrl ?? false} ${binding.shift ?? 'any'}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells Ctrl+Z, Ctrl+Shift+Z and ⌘Z from a bare z', () => {
    expect(commandFor(press('z', { ctrlKey: true }), 'free')).toBe('undo');
    expect(commandFor(press('Z', { ctrlKey: true, shiftKey: true }), 'free')).toBe('redo');
    expect(commandFor(press('z', { metaKey: true }), 'free')).toBe('undo');
    expect(commandFor(press('z'), 'free')).toBeUndefined();
  });

  it('leaves the browser its own: Ctrl+F, Ctrl+C, Alt+anything', () => {
    expect(commandFor(press('f', { ctrlKey: true }), 'free')).toBeUndefined();
    expect(commandFor(press('c', { ctrlKey: true }), 'free')).toBeUndefined();
    expect(commandFor(press('1', { altKey: true }), 'free')).toBeUndefined();
  });

  it('ignores Caps Lock, minds Shift+E', () => {
    expect(commandFor(press('J'), 'free')).toBe('next');
    expect(commandFor(press('E'), 'free')).toBe('evidence');
    expect(commandFor(press('E', { shiftKey: true }), 'free')).toBe('mark-evidence');
  });

  it('is silent while an input method composes', () => {
    expect(commandFor(press('1', { isComposing: true }), 'free')).toBeUndefined();
    expect(commandFor(press('1', { keyCode: 229 }), 'free')).toBeUndefined();
  });

  it.each(cases)('$key is silent while typing and in dialogs', ({ key, binding }) => {
    const part = { ctrlKey: binding.ctrl === true, shiftKey: binding.shift === true };
    expect(commandFor(press(key, part), 'typing')).toBeUndefined();
    expect(commandFor(press(key, part), 'dialog')).toBeUndefined();
  });

  it('leaves arrows to widgets that use them, letters stay', () => {
    expect(commandFor(press('ArrowDown'), 'arrows-taken')).toBeUndefined();
    expect(commandFor(press('j'), 'arrows-taken')).toBe('next');
  });
});

describe('the place of the focus', () => {
  const place = (html: string) => {
    document.body.innerHTML = html;
    return keyPlace(document.querySelector('[data-here]'));
  };

  it.each([
    ['typing', '<input data-here>'],
    ['typing', '<input type="search" data-here>'],
    ['typing', '<input type="number" data-here>'],
    ['typing', '<textarea data-here></textarea>'],
    ['typing', '<select data-here></select>'],
    ['free', '<input type="radio" data-here>'],
    ['free', '<input type="checkbox" data-here>'],
    ['free', '<button data-here></button>'],
    ['dialog', '<div role="dialog"><button data-here></button></div>'],
    ['dialog', '<div role="menu"><button data-here></button></div>'],
    ['arrows-taken', '<div role="tablist"><button role="tab" data-here></button></div>'],
  ])('%s: %s', (expected, html) => {
    expect(place(html)).toBe(expected);
  });

  it('counts nothing focused as free', () => {
    expect(keyPlace(null)).toBe('free');
    expect(keyPlace(window)).toBe('free');
  });
});
