// The limits that a set gives to checks, as rows of 检查参数: one a row, numbers as numbers, anything else as JSON text.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { jsonPath } from '../set-problem';
import type { Origins } from './draft';
import type { PARAMS_HEAD } from './layout';
import type { SheetReader } from './sheet-reader';

type Params = Record<string, Record<string, unknown>>;

/** Rows in the order of the set; a check without any limit has none. */
export function paramRows({ checkParams }: IndicatorSet): (string | number | null)[][] {
  return Object.entries(checkParams ?? {}).flatMap(([check, params]) =>
    Object.entries(params).map(([name, value]) => [
      check,
      name,
      typeof value === 'number' ? value : JSON.stringify(value),
      null,
    ]),
  );
}

/** What the rows hold, for the linter to judge; undefined when there are none. */
export function readParams(
  reader: SheetReader<keyof typeof PARAMS_HEAD>,
  origins: Origins,
): Params | undefined {
  const found = new Map<string, Map<string, unknown>>();
  for (const row of reader.filledRows()) {
    const check = reader.name(row, 'check');
    const name = reader.name(row, 'name');
    const value = reader.json(row, 'value');
    if (check === '') reader.wrong(row, 'check', '没有填写，请填写检查编号或删除此行');
    if (name === '') reader.wrong(row, 'name', '没有填写，请填写参数名或删除此行');
    if (value === null) reader.wrong(row, 'value', '没有填写，请填写取值或删除此行');
    if (!check || !name || value === null || value === undefined) continue;
    const known = found.get(check) ?? new Map<string, unknown>();
    if (known.has(name)) reader.wrong(row, 'name', `中“${check}”的“${name}”重复，请删除其中一行`);
    else known.set(name, value.json);
    if (!found.has(check)) origins.set(jsonPath(['checkParams', check]), reader.place(row, 'check'));
    origins.set(jsonPath(['checkParams', check, name]), reader.place(row, 'value'));
    found.set(check, known);
  }
  if (found.size === 0) return undefined;
  return Object.fromEntries([...found].map(([check, params]) => [check, Object.fromEntries(params)]));
}
