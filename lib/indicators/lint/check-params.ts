// Limits that a set gives to checks: a misspelt one would change nothing in silence, a wrong one would stop the check.
import { z } from 'zod';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Path } from '../set-problem';
import type { Report } from './report';

/** The checks that exist, by id, with the schema of their limits; undefined = the check takes none. */
export type KnownChecks = ReadonlyMap<string, z.ZodType | undefined>;

/** Every limit belongs to a check that exists and knows it, and has a value that the check accepts. */
export function checkParams(set: IndicatorSet, knownChecks: KnownChecks, report: Report): void {
  for (const [check, given] of Object.entries(set.checkParams ?? {})) {
    const path = ['checkParams', check];
    if (!knownChecks.has(check)) {
      const known = [...knownChecks].filter(([, schema]) => namesOf(schema).length > 0).map(([id]) => id);
      const choices = known.length > 0 ? `，可设参数的有：${known.sort().join('、')}` : '';
      report.error(path, `的检查参数指向不存在的自动检查“${check}”${choices}，请改正或删除`);
    } else checkOne(check, given, knownChecks.get(check), path, report);
  }
}

function checkOne(
  check: string,
  given: Readonly<Record<string, unknown>>,
  schema: z.ZodType | undefined,
  path: Path,
  report: Report,
): void {
  const names = namesOf(schema);
  if (Object.keys(given).length === 0) {
    report.warning(path, `的检查参数“${check}”没有内容，等同于不设，建议删除`);
  }
  for (const name of Object.keys(given).filter((one) => !names.includes(one))) {
    const choices = names.length > 0 ? `没有参数“${name}”，可用的有：${names.join('、')}` : '不设参数';
    report.error([...path, name], `的检查参数有误：自动检查“${check}”${choices}，请改正或删除`);
  }
  const parsed = schema?.safeParse(given);
  for (const issue of parsed?.error?.issues ?? []) {
    const steps = issue.path.filter((step) => typeof step !== 'symbol');
    report.error([...path, ...steps], `的检查参数“${[check, ...steps].join(' ')}”${wish(issue)}，请改正`);
  }
}

function namesOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
};

function wish(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${TYPES[issue.expected] ?? '规定的类型'}`;
    case 'too_small':
      return `不能小于 ${issue.minimum}`;
    case 'too_big':
      return `不能大于 ${issue.maximum}`;
    default:
      return '不符合该项检查的要求';
  }
}
