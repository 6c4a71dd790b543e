// Collects problems with their paths, so that each rule of the linter is only its condition and its sentence.
import { jsonPath, type Path, type SetProblem } from '../set-problem';
import { placeName } from './place-name';

export interface Report {
  problems: SetProblem[];
  /** `rest` follows the name of the place: “……”+ rest + “。”. */
  error(path: Path, rest: string): void;
  warning(path: Path, rest: string): void;
}

/** A report on one candidate. `path` leads to the field; the sentence begins with the name of what holds it. */
export function reportOn(candidate: unknown): Report {
  const problems: SetProblem[] = [];
  const add = (severity: SetProblem['severity']) => (path: Path, rest: string) => {
    problems.push({ severity, path: jsonPath(path), message: `${placeName(candidate, path)}${rest}。` });
  };
  return { problems, error: add('error'), warning: add('warning') };
}
