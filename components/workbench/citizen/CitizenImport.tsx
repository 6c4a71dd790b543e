// Takes the platform's export into a round; the preview says what is new, what changes, and what fits the register.
import { Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import {
  type CitizenField,
  citizenFields,
  readCitizenRow,
  settleCitizenRows,
} from '@/lib/import/citizen-reports';
import type { ImportedReport } from '@/lib/model/citizen-report';
import { mergeReports } from '@/lib/rounds/citizen-import';
import { citizenLinker } from '@/lib/rounds/citizen-links';
import { type ImportJob, ImportWizard } from '../import/ImportWizard';

export function CitizenImport({
  file,
  round,
  onClose,
}: {
  file: File;
  round: { id: string; name: string };
  onClose: () => void;
}) {
  const client = useDeskClient();
  const ask = useCallback(
    async () => ({
      subjects: await client.desk.listSubjects({}),
      rows: (await client.desk.citizenReports({ roundId: round.id })).rows,
    }),
    [client, round.id],
  );
  const { value: known } = useDeskQuery(ask, ({ what }) => what === 'subjects' || what === 'citizen-reports');
  const find = useMemo(() => citizenLinker(known?.subjects ?? []), [known]);
  const job = useMemo<ImportJob<CitizenField, ImportedReport>>(
    () => ({
      title: `导入找错留言到“${round.name}”`,
      fields: citizenFields,
      read: readCitizenRow,
      settle: settleCitizenRows,
      preview: ({ good }) => {
        if (!known) return null;
        const { records, added, changed, same } = mergeReports(
          round.id,
          known.rows.map(({ report }) => report),
          good.map(({ record }) => record),
          find,
        );
        const linked = records.filter(({ subjectId }) => subjectId !== undefined).length;
        const choose = records.filter(
          (one) => one.subjectId === undefined && !one.linkedByHand && find(one).candidates.length > 0,
        ).length;
        return (
          <Text size="sm">
            新增 {added} 条，更新 {changed} 条，没有变化 {same} 条。
            {records.length > 0 &&
              `新增和更新的留言中，${linked} 条与台账中的网站对应，${choose} 条需手工选择，${
                records.length - linked - choose
              } 条没有相符的网站。`}
          </Text>
        );
      },
      store: async ({ good }) => {
        const { added, changed, same, linked } = await client.desk.importCitizenReports({
          roundId: round.id,
          reports: good.map(({ record }) => record),
        });
        return `已导入：新增 ${added} 条，更新 ${changed} 条，没有变化 ${same} 条，其中 ${linked} 条已关联检查对象。`;
      },
    }),
    [client, round, known, find],
  );
  return <ImportWizard file={file} job={job} onClose={onClose} />;
}
