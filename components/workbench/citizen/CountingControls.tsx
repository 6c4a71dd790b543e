// How the round's messages are counted: the day told for, the number of units, the days for an answer.
import { Group, NumberInput, TextInput } from '@mantine/core';
import { useDeskClient } from '@/components/client';
import type { CitizenCounting } from '@/lib/model/citizen-report';
import { useNotices } from '../shell/notices';
import classes from './citizen.module.css';

export function CountingControls({
  roundId,
  counting,
  day,
  onDay,
  locked,
}: {
  roundId: string;
  counting: CitizenCounting;
  day: string;
  onDay: (day: string) => void;
  /** The round is closed. */
  locked: boolean;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const save = async (next: CitizenCounting) => {
    if (next.topUnits === counting.topUnits && next.answerDays === counting.answerDays) return;
    try {
      await client.desk.setCitizenCounting({ roundId, counting: next });
    } catch (failure) {
      notices.failed(failure);
    }
  };
  return (
    // A round's stored numbers come in anew when they change elsewhere.
    <Group align="end" gap="sm" key={`${roundId} ${counting.topUnits} ${counting.answerDays ?? ''}`}>
      <TextInput
        className={classes.controls}
        label="统计日"
        type="date"
        value={day}
        onChange={({ currentTarget }) => currentTarget.value !== '' && onDay(currentTarget.value)}
      />
      <NumberInput
        className={classes.controls}
        label="占比统计前几家单位"
        min={1}
        max={100}
        allowDecimal={false}
        disabled={locked}
        defaultValue={counting.topUnits}
        onBlur={({ currentTarget }) => {
          const topUnits = Number(currentTarget.value);
          if (topUnits >= 1) void save({ ...counting, topUnits });
        }}
      />
      <NumberInput
        className={classes.controls}
        label="没有期限的，提交后几天内办结"
        placeholder="不填则不判断"
        min={1}
        max={366}
        allowDecimal={false}
        disabled={locked}
        defaultValue={counting.answerDays ?? ''}
        onBlur={({ currentTarget }) => {
          const { answerDays: _, ...rest } = counting;
          const days = Number(currentTarget.value);
          void save(days >= 1 ? { ...rest, answerDays: days } : rest);
        }}
      />
    </Group>
  );
}
