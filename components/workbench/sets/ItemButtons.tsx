// Up, down and delete for one item of a list in the set editor.
import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { jsonPath, type Path } from '@/lib/indicators/set-problem';
import { useEditor } from './editor-context';
import { withMoved, withoutItem } from './set-draft';

/** @param name the item in words, e.g. “指标‘政策文件’” */
export function ItemButtons({
  list,
  index,
  count,
  name,
}: {
  list: Path;
  index: number;
  count: number;
  name: string;
}) {
  const { update, focusOn } = useEditor();
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        aria-label={`上移${name}`}
        title="上移"
        disabled={index === 0}
        onClick={() => update((draft) => withMoved(draft, list, index, -1), '')}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={`下移${name}`}
        title="下移"
        disabled={index === count - 1}
        onClick={() => update((draft) => withMoved(draft, list, index, 1), '')}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={`删除${name}`}
        title="删除（可撤销）"
        onClick={() => {
          update((draft) => withoutItem(draft, list, index), '');
          focusOn(`add:${jsonPath(list)}`);
        }}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
