// The choice of a round on screens that show one round each.
import { NativeSelect, Text } from '@mantine/core';
import type { Round } from '@/lib/model/round';

/**
 * @param round the round that is shown; undefined when there is none of the id that was asked for
 * @param missing the address names a round that does not exist
 */
export function RoundChooser({
  rounds,
  round,
  missing,
  className,
  onChoose,
}: {
  rounds: readonly Round[];
  round: Round | undefined;
  missing: boolean;
  className: string | undefined;
  onChoose: (roundId: string) => void;
}) {
  return (
    <>
      <NativeSelect
        label="检查轮次"
        className={className}
        value={round?.id ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        data={[
          ...(round ? [] : [{ value: '', label: '请选择' }]),
          ...rounds.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {missing && <Text role="alert">没有这个检查轮次，可能已被删除，请另选一个。</Text>}
    </>
  );
}
