// Names a field of a set in Chinese, the way a reader of the table would point at it.
import type { Path } from '../set-problem';

const LABELS: Record<string, string> = {
  schema: '格式标记',
  id: '编号',
  version: '版本',
  title: '名称',
  name: '名称',
  appliesTo: '适用对象',
  source: '依据',
  document: '依据文件',
  note: '依据说明',
  passLine: '合格线',
  bonusGate: '加分门槛',
  vetoScore: '否决得分',
  naPolicy: '不适用规则',
  kind: '种类',
  categoryId: '不适用类别编号',
  parts: '部分',
  points: '分值',
  confirmed: '分值已核对',
  categories: '类别',
  indicators: '指标',
  criteria: '评分点',
  text: '评分点内容',
  per: '计分方式',
  cap: '评分点封顶',
  scope: '检查范围',
  howTo: '检查方法',
  checks: '关联自动检查',
  check: '检查编号',
  kinds: '问题种类',
  items: '对象',
  outcomes: '结果',
  checkParams: '检查参数',
};

const LONGEST_NAME = 24;

/** The field's Chinese label, or its own name in quotes when it has none. */
export function fieldLabel(path: Path): string {
  const field = path.findLast((step) => typeof step === 'string');
  return field === undefined ? '指标体系' : (LABELS[field] ?? field);
}

/**
 * The thing that holds a field, e.g. “扣分指标›发布解读›政策文件”; '指标体系' for fields of the set itself. Works on
 * any JSON, also on a broken one: what has no name is counted (“第 2 个评分点”).
 */
export function placeName(candidate: unknown, path: Path): string {
  const names: string[] = [];
  let node = candidate;
  path.forEach((step, index) => {
    node = childOf(node, step);
    if (typeof step !== 'number') return;
    const list = String(path[index - 1] ?? '');
    if (list in LABELS && !['checks', 'kinds', 'items', 'outcomes'].includes(list)) {
      names.push(ownName(node) ?? `第 ${step + 1} 个${LABELS[list]}`);
    }
  });
  return names.length === 0 ? '指标体系' : `“${names.join('›')}”`;
}

/** The value at a path of any JSON; undefined where the path leads nowhere. */
export function valueAt(candidate: unknown, path: Path): unknown {
  return path.reduce(childOf, candidate);
}

function childOf(node: unknown, step: string | number): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
  return (node as Record<string | number, unknown>)[step];
}

function ownName(node: unknown): string | undefined {
  for (const key of ['title', 'name', 'text']) {
    const value = childOf(node, key);
    if (typeof value === 'string' && value.trim() !== '') return shorten(value.trim());
  }
  return undefined;
}

function shorten(name: string): string {
  const letters = Array.from(name.replace(/\s+/g, ' '));
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : letters.join('');
}
