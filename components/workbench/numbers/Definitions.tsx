// Says on the screen itself how its numbers are counted.
import { numberDefinitions } from '@/lib/rounds/number-definitions';
import classes from './numbers.module.css';

export function Definitions() {
  return (
    <details className={classes.definitions}>
      <summary>这些数字怎么算的</summary>
      <dl>
        {numberDefinitions.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
