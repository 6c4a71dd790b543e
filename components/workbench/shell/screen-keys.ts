// The workbench's keys as its help lists them: those of every screen, then those of the screen in front. Pure.
import { LANE_KEYS } from '../media/use-lane-keys';

export interface KeyLine {
  /** As printed. */
  shown: string;
  does: string;
}

const EVERYWHERE: readonly KeyLine[] = [
  { shown: '/', does: '搜索（本页有搜索框时）' },
  { shown: '?', does: '查看快捷键' },
  { shown: 'Tab、Shift+Tab', does: '下一个、上一个按钮或输入框' },
  { shown: '← / →', does: '在标签页之间移动（焦点在标签上时）' },
  { shown: 'Esc', does: '关闭对话框或菜单' },
];
const TABLE: readonly KeyLine[] = [
  { shown: '↑ / ↓', does: '上一行、下一行（焦点在表中时）' },
  { shown: 'PageUp / PageDown', does: '上一屏、下一屏' },
  { shown: 'Home / End', does: '第一行、最后一行' },
];

/** Keys by route, first match counts. */
const BY_ROUTE: readonly [RegExp, readonly KeyLine[]][] = [
  [
    /^\/sessions\/.+/,
    [
      { shown: 'Ctrl+Enter', does: '保存备注或图片说明' },
      { shown: 'Esc', does: '放弃备注的修改' },
      { shown: '方向键', does: '移动红框或裁剪框；Shift 一次 10 像素，Alt 改变大小' },
      { shown: 'Delete', does: '删除选中的红框' },
    ],
  ],
  [/^\/(sessions|register|rectification|rounds\/[^/]+\/subjects|citizen(\/[^/]+)?)$/, TABLE],
  [
    /^\/media\/reposts$/,
    [
      { shown: '方向键', does: '在转载表中移动' },
      { shown: '1 / 2 / 3 / 4', does: '已转、迟转、漏转、不涉及' },
      { shown: '0', does: '清除' },
      { shown: '空格', does: '依次切换' },
      { shown: 'U', does: '撤销' },
    ],
  ],
  [/^\/media/, LANE_KEYS],
];

/** All keys that work at this route (without `#`). */
export function keysAt(route: string): readonly KeyLine[] {
  const own = BY_ROUTE.find(([routes]) => routes.test(route))?.[1] ?? [];
  return [...own, ...EVERYWHERE];
}
