// Narrows the register down by words and choices.
import { Group, NativeSelect } from '@mantine/core';
import { SearchField } from '../list/SearchField';
import {
  FILING_CHOICES,
  GROUP_CHOICES,
  KIND_CHOICES,
  PLATFORM_CHOICES,
  type RegisterFilter,
} from './register-filter';

export function FilterBar({
  filter,
  onChange,
}: {
  filter: RegisterFilter;
  onChange: (filter: RegisterFilter) => void;
}) {
  const choice = <K extends Exclude<keyof RegisterFilter, 'text'>>(name: K) => ({
    value: filter[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...filter, [name]: currentTarget.value }),
  });
  return (
    <Group role="search" aria-label="筛选检查对象" align="end" gap="sm">
      <SearchField
        searched="名称、单位、网址、标识码、账号"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <NativeSelect label="类型" data={KIND_CHOICES} {...choice('kind')} />
      <NativeSelect label="分组" data={GROUP_CHOICES} {...choice('group')} />
      <NativeSelect label="平台" data={PLATFORM_CHOICES} {...choice('platform')} />
      <NativeSelect label="备案状态" data={FILING_CHOICES} {...choice('filing')} />
    </Group>
  );
}
