// The search of a list: where “/” leads on every screen that has one.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import classes from './SearchField.module.css';

/** `searched` names what the words are looked for in. */
export function SearchField({
  searched,
  value,
  onChange,
}: {
  searched: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      className={classes.search}
      label="搜索"
      type="search"
      placeholder={searched}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
