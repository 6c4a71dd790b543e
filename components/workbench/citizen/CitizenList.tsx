// All messages of a round: narrowed down by words, state, link or an opened number; ticked for linking and removing.
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { useDeskClient } from '@/components/client';
import type { CitizenRow } from '@/lib/desk/calls/citizen-reports';
import type { AnswerState, CitizenNumbers } from '@/lib/model/citizen-numbers';
import type { CitizenCounting } from '@/lib/model/citizen-report';
import type { Round } from '@/lib/model/round';
import { ANSWER_WORD } from '@/lib/rounds/citizen-definitions';
import { SearchField } from '../list/SearchField';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { CitizenTable } from './CitizenTable';
import classes from './citizen.module.css';
import { type CitizenFilter, filterCitizen, NO_CITIZEN_FILTER } from './citizen-filter';
import { LinkDialog } from './LinkDialog';

/** @param title the list's heading, which gets the focus when a number is opened */
export function CitizenList({
  title,
  round,
  rows,
  counting,
  numbers,
  filter,
  onFilter,
}: {
  title: RefObject<HTMLHeadingElement | null>;
  round: Round;
  rows: readonly CitizenRow[];
  counting: CitizenCounting;
  numbers: CitizenNumbers;
  filter: CitizenFilter;
  onFilter: (filter: CitizenFilter) => void;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'link' | 'remove'>();
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterCitizen(rows, deferred, numbers), [rows, deferred, numbers]);
  const picked = rows.filter(({ report }) => chosen.has(report.number));
  const locked = round.state === 'closed';
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={classes.listTitle}>
        全部留言
      </h2>
      <Group role="search" aria-label="筛选留言" align="end" gap="sm" className={classes.hideInPrint}>
        <SearchField
          searched="编号、单位、网站、类型、内容"
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
        />
        <NativeSelect
          label="办理"
          value={filter.state}
          onChange={({ currentTarget }) =>
            onFilter({ ...filter, state: currentTarget.value as CitizenFilter['state'] })
          }
          data={[
            { value: '', label: '全部' },
            ...(Object.keys(ANSWER_WORD) as AnswerState[]).map((value) => ({
              value,
              label: ANSWER_WORD[value],
            })),
          ]}
        />
        <NativeSelect
          label="关联"
          value={filter.link}
          onChange={({ currentTarget }) =>
            onFilter({ ...filter, link: currentTarget.value as CitizenFilter['link'] })
          }
          data={[
            { value: '', label: '全部' },
            { value: 'linked', label: '已关联' },
            { value: 'choose', label: '需手工选择' },
            { value: 'none', label: '没有相符的' },
          ]}
        />
        <Button variant="default" disabled={picked.length === 0 || locked} onClick={() => setAsking('link')}>
          关联所选（{picked.length}）
        </Button>
        <Button
          variant="default"
          disabled={picked.length === 0 || locked}
          onClick={() => setAsking('remove')}
        >
          删除所选（{picked.length}）
        </Button>
      </Group>
      <Text size="sm" role="status" className={classes.hideInPrint}>
        {filter.behind && `${filter.behind.title}：`}
        {shown.length === rows.length
          ? `共 ${rows.length} 条留言`
          : `筛选出 ${shown.length} 条，共 ${rows.length} 条留言`}
        {filter !== NO_CITIZEN_FILTER && (
          <Button variant="subtle" size="compact-sm" ml="sm" onClick={() => onFilter(NO_CITIZEN_FILTER)}>
            清除筛选
          </Button>
        )}
      </Text>
      <div className={classes.hideInPrint}>
        <CitizenTable
          rows={shown}
          day={numbers.day}
          counting={counting}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
      {asking === 'link' && (
        <LinkDialog
          roundId={round.id}
          rows={picked}
          onClose={() => {
            setAsking(undefined);
            setChosen(new Set());
          }}
        />
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={`删除 ${picked.length} 条留言？`}
          confirmName="删除"
          danger
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await client.desk.removeCitizenReports({
              roundId: round.id,
              numbers: picked.map(({ report }) => report.number),
            });
            setChosen(new Set());
            notices.done(`已删除 ${picked.length} 条留言。`);
          }}
        >
          <Text>删除后不能恢复，如有需要可以重新导入平台导出的文件。</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
