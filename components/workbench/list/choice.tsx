// Ticking rows of a long table, one by one or all that are listed.

export interface Choice<Row> {
  /** Ids; may hold some that are not listed. */
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** What the box in the head is called. */
  all: string;
  /** What the box of a row is called. */
  nameOf: (row: Row) => string;
}

/** The set with `id` in or out of it, the other way than it was. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Ticks all listed rows and only those, or none. */
export function ChooseAll<Row>({ ids, choice }: { ids: readonly string[]; choice: Choice<Row> }) {
  const { chosen, onChoose, all: label } = choice;
  const all = ids.length > 0 && ids.every((id) => chosen.has(id));
  const some = ids.some((id) => chosen.has(id));
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = some && !all;
      }}
      onChange={() => onChoose(new Set(all ? [] : ids))}
    />
  );
}
