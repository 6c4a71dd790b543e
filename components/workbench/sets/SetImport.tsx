// Reads a set from a JSON or XLSX file, shows all that is wrong with it, and stores it only when nothing is.
import { DataList, Text } from '@mantine/core';
import { useLocation } from 'wouter';
import { useDeskClient } from '@/components/client';
import { knownChecks } from '@/lib/checks/engine/catalogue';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { SetProblem } from '@/lib/indicators/set-problem';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { SUBJECT_WORD } from '@/lib/report/words';
import { FileReading, MistakesAlert, useFileReading } from '../import/FileReading';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { ProblemList } from './ProblemList';
import { setPath } from './SetDownloadMenu';
import classes from './SetImport.module.css';

interface Reading {
  set?: IndicatorSet;
  problems: SetProblem[];
}

export function SetImport({ file, onClose }: { file: File; onClose: () => void }) {
  const client = useDeskClient();
  const notices = useNotices();
  const [, navigate] = useLocation();
  const { reading, error } = useFileReading(file, readSetFile);
  const set = reading?.set;
  const errors = reading?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
  const warnings = (reading?.problems.length ?? 0) - errors;
  return (
    <ConfirmDialog
      title="导入指标体系"
      confirmName="导入"
      disabled={!set}
      onClose={onClose}
      onConfirm={async () => {
        if (!set) return;
        await client.desk.putSet(set);
        notices.done(`已导入“${set.title}”（${set.version} 版）。`);
        navigate(setPath(set));
      }}
    >
      <FileReading file={file} done={reading !== undefined} error={error} />
      <MistakesAlert errors={errors} />
      {set && (
        <DataList>
          {(
            [
              ['名称', set.title],
              ['编号', set.id],
              ['版本', set.version],
              ['适用对象', SUBJECT_WORD[set.appliesTo]],
              ['评分点', `${criteriaOf(set).length} 个`],
            ] as const
          ).map(([label, value]) => (
            <DataList.Item key={label}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      )}
      {reading && reading.problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard.
        <section className={classes.problems} aria-label="核对结果" tabIndex={0}>
          {set && warnings > 0 && (
            <Text size="sm" mb={4}>
              可以导入，但有 {warnings} 处提醒：
            </Text>
          )}
          <ProblemList problems={reading.problems} />
        </section>
      )}
    </ConfirmDialog>
  );
}

/** By content, not by name: a workbook is a zip file. */
async function readSetFile(file: File): Promise<Reading> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { readSetXlsx } = await import('@/lib/indicators/set-xlsx');
    return readSetXlsx(bytes, knownChecks);
  }
  const { readSetJson } = await import('@/lib/indicators/set-json');
  return readSetJson(new TextDecoder().decode(bytes), knownChecks);
}
