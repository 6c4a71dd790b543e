// An indicator set as a JSON file: the form in which sets are kept, compared and sent around.
import { IndicatorSet } from '@/lib/model/indicator-set';
import { type KnownChecks, lintSet } from './lint-set';
import type { SetProblem } from './set-problem';

/** Reads and lints a JSON text. Broken JSON gives one problem that names line and column where the engine tells them. */
export function readSetJson(
  text: string,
  knownChecks: KnownChecks,
): { set?: IndicatorSet; problems: SetProblem[] } {
  const json = text.replace(/^\ufeff/, '');
  if (json.trim() === '') {
    return broken('文件是空的，请选择由本检查台导出的指标体系 JSON 文件。');
  }
  let candidate: unknown;
  try {
    candidate = JSON.parse(json);
  } catch (error) {
    const place = placeOf(error, json);
    return broken(`文件不是有效的 JSON${place}，请检查逗号、引号和括号是否成对，或重新导出后再试。`);
  }
  return lintSet(candidate, knownChecks);
}

/** The set as JSON text: fields in the schema's order, two spaces, ends with a line feed; equal sets give equal texts. */
export function writeSetJson(set: IndicatorSet): string {
  return `${JSON.stringify(IndicatorSet.parse(set), null, 2)}\n`;
}

function broken(message: string): { problems: SetProblem[] } {
  return { problems: [{ severity: 'error', path: '$', message }] };
}

/** Engines tell the place of a syntax error in their own words: a position, or line and column, or not at all. */
function placeOf(error: unknown, json: string): string {
  const words = error instanceof Error ? error.message : '';
  const lineColumn = /line (\d+) column (\d+)/.exec(words);
  if (lineColumn) return `（第 ${lineColumn[1]} 行第 ${lineColumn[2]} 个字符附近）`;
  const position = /position (\d+)/.exec(words)?.[1];
  if (position === undefined) {
    return /end of/i.test(words) ? '（内容不完整，在末尾中断）' : '';
  }
  const before = json.slice(0, Number(position)).split('\n');
  return `（第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字符附近）`;
}
