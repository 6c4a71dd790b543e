// Says on the screen itself how its numbers are counted.
import classes from './numbers.module.css';

export function Definitions({
  definitions,
}: {
  definitions: readonly { readonly term: string; readonly text: string }[];
}) {
  return (
    <details className={classes.definitions}>
      <summary>这些数字怎么算的</summary>
      <dl>
        {definitions.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
