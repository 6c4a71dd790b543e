// What both readers of a workbook build up: parts not yet judged, and the cell that each field came from.
import type { CellPlace } from '../set-problem';
import { NO, YES } from './layout';

/** Cells by JSON path. */
export type Origins = Map<string, CellPlace>;

/** A part as the workbook gives it; undefined = empty or not usable, for the linter to name. */
export interface PartDraft {
  kind: 'veto' | 'deduction' | 'bonus' | undefined;
  title: string | undefined;
  points: number | undefined;
  confirmed: boolean | undefined;
  categories: unknown[];
}

export const YES_NO = { yes: YES, no: NO } as const;

/** 是 and 否 as a truth value; empty or wrong as undefined. */
export function truth(choice: 'yes' | 'no' | null | undefined): boolean | undefined {
  return choice === 'yes' ? true : choice === 'no' ? false : undefined;
}

/** The object without its undefined fields. */
export function onlyGiven<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
