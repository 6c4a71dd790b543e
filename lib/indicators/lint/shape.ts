// Whether a candidate has the shape of a set; zod's findings in plain Chinese.
import type { z } from 'zod';
import { IndicatorSet, SET_SCHEMA } from '@/lib/model/indicator-set';
import type { Path } from '../set-problem';
import { fieldLabel, valueAt } from './place-name';
import type { Report } from './report';

/** The candidate as a set, or undefined with the errors reported. Fields that no set has are warned of. */
export function checkShape(candidate: unknown, report: Report): IndicatorSet | undefined {
  if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) {
    report.error([], '内容应为一个 JSON 对象，请选择由本检查台导出或按模板填写的文件');
    return undefined;
  }
  if (isNewer(candidate)) {
    report.error([], '由更新版本的政务网站检查台生成，请先升级扩展再导入');
    return undefined;
  }
  const parsed = IndicatorSet.safeParse(candidate);
  if (parsed.success) {
    warnOfUnknownFields(candidate, parsed.data, [], report);
    return parsed.data;
  }
  for (const issue of parsed.error.issues) {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    report.error(path, sentenceFor(issue, path, candidate));
  }
  return undefined;
}

function isNewer(candidate: object): boolean {
  const schema: unknown = 'schema' in candidate ? candidate.schema : undefined;
  const [family, version] = typeof schema === 'string' ? schema.split('@') : [];
  const [ours, known] = SET_SCHEMA.split('@');
  return family === ours && Number(version) > Number(known);
}

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
};

function sentenceFor(issue: z.core.$ZodIssue, path: Path, candidate: unknown): string {
  const label = fieldLabel(path);
  if (path.length > 0 && valueAt(candidate, path) === undefined) return `缺少“${label}”，请补充`;
  switch (issue.code) {
    case 'invalid_type':
      return `的“${label}”应为${TYPES[issue.expected] ?? '规定的类型'}，请改正${issue.expected === 'int' ? '（分值以百分之一分为单位）' : ''}`;
    case 'too_small':
      if (issue.origin === 'string') return `的“${label}”不能为空，请填写`;
      if (issue.origin === 'array') return `的“${label}”至少要有 ${issue.minimum} 项，请补充`;
      return `的“${label}”不能小于 ${issue.minimum}，请改正`;
    case 'too_big':
      return issue.origin === 'string'
        ? `的“${label}”超过 ${issue.maximum} 个字，请缩短`
        : `的“${label}”不能大于 ${issue.maximum}，请改正`;
    case 'invalid_value':
      return `的“${label}”只能是 ${issue.values.map(String).join('、')}，请改正`;
    case 'invalid_union':
      return `的“${label}”只能是 none、rescale、spread，请改正`;
    default:
      return `的“${label}”不符合格式要求，请对照模板改正`;
  }
}

/** A misspelt field would be dropped in silence; it is named instead. */
function warnOfUnknownFields(given: unknown, known: unknown, path: Path, report: Report): void {
  if (typeof given !== 'object' || given === null || typeof known !== 'object' || known === null) return;
  for (const [key, value] of Object.entries(given)) {
    const step = Array.isArray(given) ? Number(key) : key;
    if (!Object.hasOwn(known, key)) {
      if (value !== undefined)
        report.warning([...path, step], `含有不认识的字段“${key}”，将被忽略，请核对拼写`);
      continue;
    }
    warnOfUnknownFields(value, (known as Record<string, unknown>)[key], [...path, step], report);
  }
}
