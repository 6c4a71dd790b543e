// The panel's keys: one table that both the keyboard and the help read. Pure.

export type PanelCommand =
  | 'next'
  | 'previous'
  | 'ok'
  | 'hit'
  | 'na'
  | 'disputed'
  | 'untested'
  | 'more'
  | 'fewer'
  | 'note'
  | 'evidence'
  | 'mark-evidence'
  | 'details'
  | 'accept'
  | 'reject'
  | 'search'
  | 'filter'
  | 'undo'
  | 'redo'
  | 'run-checks'
  | 'more-checks'
  | 'marks'
  | 'previous-tab'
  | 'next-tab'
  | 'help';

export interface KeyBinding {
  command: PanelCommand;
  /** `event.key` values that trigger it, letters in lower case. */
  keys: readonly string[];
  /** Needs Ctrl (⌘ on a Mac). */
  ctrl?: true;
  /** Left out: Shift does not matter (it is part of typing “?” or “+”). */
  shift?: boolean;
  /** As printed in the help. */
  shown: string;
  does: string;
}

export const KEY_BINDINGS: readonly KeyBinding[] = [
  { command: 'next', keys: ['ArrowDown', 'j'], shown: '↓ 或 J', does: '下一条' },
  { command: 'previous', keys: ['ArrowUp', 'k'], shown: '↑ 或 K', does: '上一条' },
  { command: 'ok', keys: ['1'], shown: '1', does: '认定为合格' },
  { command: 'hit', keys: ['2'], shown: '2', does: '认定为有问题' },
  { command: 'na', keys: ['3'], shown: '3', does: '认定为不适用' },
  { command: 'disputed', keys: ['4'], shown: '4', does: '认定为有争议' },
  { command: 'untested', keys: ['0'], shown: '0', does: '恢复为未检' },
  { command: 'more', keys: ['+', '='], shown: '+', does: '问题数加 1' },
  { command: 'fewer', keys: ['-', '_'], shown: '−', does: '问题数减 1' },
  { command: 'note', keys: ['n'], shown: 'N', does: '写备注' },
  { command: 'evidence', keys: ['e'], shift: false, shown: 'E', does: '取证：可见区域（发现页：所在位置）' },
  { command: 'mark-evidence', keys: ['e'], shift: true, shown: 'Shift+E', does: '取证：当前标记的位置' },
  { command: 'details', keys: ['d'], shown: 'D', does: '展开或收起检查方法与出处' },
  { command: 'accept', keys: ['a'], shown: 'A', does: '采纳建议' },
  { command: 'reject', keys: ['x'], shown: 'X', does: '不采纳建议' },
  { command: 'search', keys: ['/'], shown: '/', does: '搜索' },
  { command: 'filter', keys: ['f'], shown: 'F', does: '切换筛选' },
  { command: 'undo', keys: ['u'], shown: 'U', does: '撤销' },
  { command: 'undo', keys: ['z'], ctrl: true, shift: false, shown: 'Ctrl+Z', does: '撤销' },
  { command: 'redo', keys: ['z'], ctrl: true, shift: true, shown: 'Ctrl+Shift+Z', does: '重做' },
  { command: 'redo', keys: ['y'], ctrl: true, shift: false, shown: 'Ctrl+Y', does: '重做' },
  { command: 'run-checks', keys: ['c'], shown: 'C', does: '一键检查' },
  { command: 'more-checks', keys: ['g'], shown: 'G', does: '打开专项检查菜单' },
  { command: 'marks', keys: ['m'], shown: 'M', does: '在网页上标出全部发现，再按一次取消' },
  { command: 'previous-tab', keys: ['['], shown: '[', does: '上一个标签页' },
  { command: 'next-tab', keys: [']'], shown: ']', does: '下一个标签页' },
  { command: 'help', keys: ['?'], shown: '?', does: '查看快捷键' },
];

/** The parts of a KeyboardEvent that decide. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** Where the focus is: keys are silent while someone types, and arrows belong to widgets that use them. */
export type KeyPlace = 'typing' | 'arrows-taken' | 'dialog' | 'free';

/** The command of a key press, if any. Never while an input method composes. */
export function commandFor(press: KeyPress, place: KeyPlace): PanelCommand | undefined {
  // keyCode 229 is what browsers send for the key that ends a composition.
  if (press.isComposing || press.keyCode === 229 || press.altKey) return undefined;
  if (place === 'typing' || place === 'dialog') return undefined;
  const ctrl = press.ctrlKey || press.metaKey;
  // Lower case, so that Caps Lock changes nothing.
  const key = /^[A-Z]$/.test(press.key) ? press.key.toLowerCase() : press.key;
  const binding = KEY_BINDINGS.find(
    (candidate) =>
      candidate.keys.includes(key) &&
      Boolean(candidate.ctrl) === ctrl &&
      (candidate.shift === undefined || candidate.shift === press.shiftKey),
  );
  if (place === 'arrows-taken' && key.startsWith('Arrow')) return undefined;
  return binding?.command;
}

const TYPING_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);

/** Says what the focused element makes of keys. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'free';
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
    return 'dialog';
  if (target instanceof HTMLInputElement) return TYPING_INPUTS.has(target.type) ? 'free' : 'typing';
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return 'typing';
  if (target instanceof HTMLElement && target.isContentEditable) return 'typing';
  if (target.closest('[role="tablist"]')) return 'arrows-taken';
  return 'free';
}
