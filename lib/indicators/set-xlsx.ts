// An indicator set as a workbook: the form in which offices write, correct and pass on their standard.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { type KnownChecks, lintSet } from './lint-set';
import type { CellPlace, SetProblem } from './set-problem';
import { SHEETS } from './xlsx/layout';
import { candidateFrom } from './xlsx/read-set';
import { placeText, WorkbookReport } from './xlsx/sheet-reader';
import { readTables, writeTables } from './xlsx/table';
import { TEMPLATE_SET } from './xlsx/template-set';
import { tablesOf } from './xlsx/write-set';

/** The whole set as XLSX; `readSetXlsx` gives the same set back. Equal sets give equal bytes. */
export function writeSetXlsx(set: IndicatorSet): Promise<Uint8Array<ArrayBuffer>> {
  return writeTables(set.title, tablesOf(set));
}

/** The empty form: instructions, example rows and drop-down lists. It can be imported as it is. */
export function writeSetTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  return writeTables('指标体系模板', tablesOf(TEMPLATE_SET));
}

/**
 * Reads and lints a workbook. `set` is given when there is no error; problems carry sheet, row and column, errors first.
 * Whatever the bytes are, nothing is thrown. `knownChecks` holds the checks that exist.
 */
export async function readSetXlsx(
  bytes: Uint8Array,
  knownChecks: KnownChecks,
): Promise<{ set?: IndicatorSet; problems: SetProblem[] }> {
  const read = await readTables(bytes);
  if ('failure' in read) return { problems: [wholeFile(read.failure)] };
  const sheet = (name: string) => read.sheets.find((one) => one.name.trim() === name);
  const [basics, parts, criteria] = [sheet(SHEETS.basics), sheet(SHEETS.parts), sheet(SHEETS.criteria)];
  if (basics === undefined || parts === undefined || criteria === undefined) {
    const missing = [SHEETS.basics, SHEETS.parts, SHEETS.criteria].filter(
      (name) => sheet(name) === undefined,
    );
    return {
      problems: [
        wholeFile(
          `工作簿缺少工作表${missing.map((name) => `“${name}”`).join('、')}，请下载指标体系模板，填写后重新导入。`,
        ),
      ],
    };
  }
  const report = new WorkbookReport();
  const found = candidateFrom({ basics, parts, criteria, params: sheet(SHEETS.params) }, report);
  if (found === undefined) return { problems: errorsFirst(report.problems) };
  const { set, problems } = lintSet(found.candidate, knownChecks);
  const reported = new Set(
    report.problems.filter(({ severity }) => severity === 'error').map(({ where }) => cellOf(where)),
  );
  const placed = problems
    .map((problem) => withPlace(problem, found.origins))
    .filter(({ where }) => where === undefined || !reported.has(cellOf(where)));
  const all = errorsFirst([...report.problems, ...placed]);
  const usable = set !== undefined && !all.some(({ severity }) => severity === 'error');
  return usable ? { set, problems: all } : { problems: all };
}

function wholeFile(message: string): SetProblem {
  return { severity: 'error', path: '$', message };
}

/** The problem with the cell of its field, or of the nearest thing around it that has one. */
function withPlace(problem: SetProblem, origins: ReadonlyMap<string, CellPlace>): SetProblem {
  let path: string | undefined = problem.path;
  while (path !== undefined) {
    const where = origins.get(path);
    if (where !== undefined) {
      return { ...problem, where, message: `${placeText(where)}：${problem.message}` };
    }
    path = /^(.+)(\.[^.[\]]+|\[\d+\])$/.exec(path)?.[1];
  }
  return problem;
}

function cellOf(where: CellPlace | undefined): string {
  return where === undefined ? '' : `${where.sheet}!${where.column}${where.row}`;
}

function errorsFirst(problems: readonly SetProblem[]): SetProblem[] {
  const of = (severity: SetProblem['severity']) => problems.filter((one) => one.severity === severity);
  return [...of('error'), ...of('warning')];
}
