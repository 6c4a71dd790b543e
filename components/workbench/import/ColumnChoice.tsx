// Which column of the file holds which field: guessed, to be looked through and changed by hand.
import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { type ColumnMapping, type ImportField, remap } from '@/lib/import/column-mapping';
import { shorten } from '@/lib/import/import-plan';
import classes from './ImportWizard.module.css';

/** @param opened the choices are shown at once, because the guess is not enough */
export function ColumnChoice<F extends string>({
  fields,
  header,
  mapping,
  opened,
  onChange,
}: {
  fields: readonly ImportField<F>[];
  header: readonly string[];
  mapping: ColumnMapping<F>;
  opened: boolean;
  onChange: (mapping: ColumnMapping<F>) => void;
}) {
  // Stays open once it had to be: it must not close under the hand that chooses.
  const [open, setOpen] = useState(opened);
  const known = Object.keys(mapping).length;
  const columns = header.map((title, index) => ({
    value: String(index),
    label: `${letters(index)} 列${title.trim() === '' ? '' : `：${shorten(title.replace(/\s+/g, ' ').trim(), 20)}`}`,
  }));
  const left = header.filter(
    (title, index) => title.trim() !== '' && !Object.values(mapping).includes(index),
  ).length;
  return (
    <details open={open || opened} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={classes.summary}>
        列的对应关系：已对应 {known} 项{left > 0 && `，文件中另有 ${left} 列不导入`}
      </summary>
      <Text size="sm" mt="xs">
        按表头自动对应，不对的请在这里改选。
      </Text>
      <div className={classes.columns}>
        {fields.map(({ name, title, required }) => (
          <NativeSelect
            key={name}
            label={required ? `${title}（必填）` : title}
            value={mapping[name] === undefined ? '' : String(mapping[name])}
            data={[{ value: '', label: '不导入' }, ...columns]}
            onChange={({ currentTarget: { value } }) =>
              onChange(remap(mapping, name, value === '' ? undefined : Number(value)))
            }
          />
        ))}
      </div>
    </details>
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
