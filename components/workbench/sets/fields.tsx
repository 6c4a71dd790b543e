// Labelled fields of the set editor, each bound to one path of the draft.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { jsonPath, type Path } from '@/lib/indicators/set-problem';
import { formatPoints } from '@/lib/scoring/format-points';
import { readPoints } from '../read-points';
import { useEditor } from './editor-context';
import { valueAt, withValue } from './set-draft';

interface FieldProps {
  path: Path;
  label: string;
  /** The name for screen readers where the label alone does not say which one it is. */
  name?: string;
}

/** One line of text, or several. */
export function TextField({
  path,
  label,
  name,
  lines,
  placeholder,
}: FieldProps & { lines?: number; placeholder?: string }) {
  const { set, update, errorAt } = useEditor();
  const at = jsonPath(path);
  const props = {
    label,
    'aria-label': name,
    'data-path': at,
    placeholder,
    value: String(valueAt(set, path) ?? ''),
    error: errorAt(path),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      update((draft) => withValue(draft, path, value), at);
    },
  };
  return lines ? <Textarea {...props} autosize minRows={lines} maxRows={10} /> : <TextInput {...props} />;
}

/** Points as people write them; stored in hundredths. What is no number is stored as NaN, so that it cannot be saved. */
export function PointsField({ path, label, name, optional }: FieldProps & { optional?: boolean }) {
  const { set, update, errorAt } = useEditor();
  const stored = valueAt(set, path);
  const [text, setText] = useState(() => shown(stored));
  useEffect(() => {
    // Undo and the like change the value from outside; what is being typed (“1.”) is left alone.
    if (Number.isNaN(stored)) return;
    setText((typed) => (readPoints(typed) === stored ? typed : shown(stored)));
  }, [stored]);
  const empty = text.trim() === '';
  const bad = empty ? !optional : readPoints(text) === undefined;
  const at = jsonPath(path);
  return (
    <TextInput
      label={label}
      aria-label={name}
      data-path={at}
      inputMode="decimal"
      value={text}
      error={bad ? '请填写不小于 0 的数，最多两位小数' : errorAt(path)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const value = typed.trim() === '' && optional ? undefined : (readPoints(typed) ?? Number.NaN);
        update((draft) => withValue(draft, path, value), at);
      }}
    />
  );
}

export function ChoiceField({
  path,
  label,
  name,
  data,
}: FieldProps & { data: { value: string; label: string }[] }) {
  const { set, update, errorAt } = useEditor();
  return (
    <NativeSelect
      label={label}
      aria-label={name}
      data-path={jsonPath(path)}
      data={data}
      value={String(valueAt(set, path) ?? '')}
      error={errorAt(path)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        update((draft) => withValue(draft, path, value), '');
      }}
    />
  );
}

/** “分值已核对” and its like. `fallback` is what a left-out value means. */
export function CheckField({ path, label, name, fallback }: FieldProps & { fallback?: boolean }) {
  const { set, update } = useEditor();
  const value = valueAt(set, path) ?? fallback;
  return (
    <Checkbox
      label={label}
      aria-label={name}
      data-path={jsonPath(path)}
      checked={value === true}
      onChange={(event) => {
        const { checked } = event.currentTarget;
        update((draft) => withValue(draft, path, checked), '');
      }}
    />
  );
}

function shown(stored: unknown): string {
  return typeof stored === 'number' && !Number.isNaN(stored) ? formatPoints(stored) : '';
}
