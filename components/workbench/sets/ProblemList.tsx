// What the linter says about a set, errors before warnings; each sentence names its own place.
import type { SetProblem } from '@/lib/indicators/set-problem';
import classes from './ProblemList.module.css';

/** @param onPick makes each problem a button that leads to its field */
export function ProblemList({
  problems,
  onPick,
}: {
  problems: readonly SetProblem[];
  onPick?: (problem: SetProblem) => void;
}) {
  return (
    <ul className={classes.list}>
      {problems.map((problem, index) => {
        const { severity, message } = problem;
        const text = (
          <>
            <b className={classes.severity} data-severity={severity}>
              {severity === 'error' ? '错误' : '提醒'}
            </b>{' '}
            {message}
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew by every lint and keeps no state.
          <li key={index}>
            {onPick ? (
              <button type="button" className={classes.pick} onClick={() => onPick(problem)}>
                {text}
              </button>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}
