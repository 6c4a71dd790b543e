// Takes the rows of a foreign table in: sheet, columns, preview with every bad row, and only then the storing.
import { Alert, Button, Group, NativeSelect, NumberInput, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useDeskClient } from '@/components/client';
import { XLSX_MIME } from '@/lib/export/exported-file';
import type { TableSheet } from '@/lib/export/read-table';
import {
  type ColumnMapping,
  chooseSheet,
  findHeader,
  guessMapping,
  type ImportField,
  lackOf,
} from '@/lib/import/column-mapping';
import { type ImportPlan, type ImportRow, planImport } from '@/lib/import/import-plan';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { ColumnChoice } from './ColumnChoice';
import { FileReading, useFileReading } from './FileReading';
import classes from './ImportWizard.module.css';
import { RowProblems } from './RowProblems';

/** What is imported. Keep its identity between renders. */
export interface ImportJob<F extends string, T> {
  /** Title of the dialog, e.g. “导入台账”. */
  title: string;
  fields: readonly ImportField<F>[];
  /** One sentence when these columns are not enough, besides required fields. */
  lacking?(mapping: ColumnMapping<F>): string | undefined;
  read(row: ImportRow<F>, mapping: ColumnMapping<F>): T | undefined;
  /** Last word on the whole, e.g. rows that mean the same thing. */
  settle?(plan: ImportPlan<T>): ImportPlan<T>;
  /** What storing would do, in words; beside the numbers of good and bad rows. */
  preview?(plan: ImportPlan<T>): ReactNode;
  /** Stores the good rows, all or none; gives the sentence that says so. */
  store(plan: ImportPlan<T>): Promise<string>;
}

/** A dialog over one chosen file; nothing is stored before “导入”. */
export function ImportWizard<F extends string, T>({
  file,
  job,
  onClose,
}: {
  file: File;
  job: ImportJob<F, T>;
  onClose: () => void;
}) {
  const notices = useNotices();
  const { reading, error } = useFileReading(file, readFile);
  const sheets = reading?.sheets;
  const [chosen, setChosen] = useState<{ sheet: number; header: number; mapping?: ColumnMapping<F> }>();
  const place = useMemo(
    () => chosen ?? (sheets ? chooseSheet(sheets, job.fields) : { sheet: 0, header: -1 }),
    [chosen, sheets, job],
  );
  const rows = sheets?.[place.sheet]?.rows;
  const header = rows?.[place.header];
  const mapping = useMemo(
    () => chosen?.mapping ?? guessMapping(header ?? [], job.fields),
    [chosen, header, job],
  );
  const lacking = useMemo(() => lackOf(header, mapping, job), [job, header, mapping]);
  const plan = useMemo(() => {
    if (!rows || lacking) return undefined;
    const read = planImport(rows, place.header, mapping, (row: ImportRow<F>) => job.read(row, mapping));
    return job.settle ? job.settle(read) : read;
  }, [job, rows, place.header, mapping, lacking]);

  return (
    <ConfirmDialog
      title={job.title}
      size="xl"
      confirmName={plan && plan.bad.length > 0 ? `导入其余 ${plan.good.length} 行` : '导入'}
      disabled={!plan || plan.good.length === 0}
      onClose={onClose}
      onConfirm={async () => {
        if (plan) notices.done(await job.store(plan));
      }}
    >
      <FileReading file={file} done={sheets !== undefined} error={error} />
      {sheets && (
        <Group align="end" gap="sm" mb="sm">
          {sheets.length > 1 && (
            <NativeSelect
              label="工作表"
              value={String(place.sheet)}
              data={sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
              onChange={({ currentTarget }) => {
                const sheet = Number(currentTarget.value);
                setChosen({ sheet, header: findHeader(sheets[sheet]?.rows ?? [], job.fields) });
              }}
            />
          )}
          <NumberInput
            label="表头所在行"
            className={classes.header}
            min={1}
            max={rows?.length}
            value={place.header < 0 ? '' : place.header + 1}
            onChange={(value) =>
              typeof value === 'number' && setChosen({ sheet: place.sheet, header: value - 1 })
            }
          />
        </Group>
      )}
      {header && (
        <ColumnChoice
          fields={job.fields}
          header={header}
          mapping={mapping}
          opened={lacking !== undefined}
          onChange={(next) => setChosen({ ...place, mapping: next })}
        />
      )}
      {sheets && lacking && (
        <Alert role="alert" color="red" title="还不能导入" mt="sm">
          {lacking}
        </Alert>
      )}
      {plan && <Preview plan={plan} job={job} header={header ?? []} file={file} />}
    </ConfirmDialog>
  );
}

function Preview<F extends string, T>({
  plan,
  job,
  header,
  file,
}: {
  plan: ImportPlan<T>;
  job: ImportJob<F, T>;
  header: readonly string[];
  file: File;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const { good, bad } = plan;
  const download = async (kind: 'xlsx' | 'csv') => {
    try {
      const { badRowsCsv, badRowsXlsx } = await import('@/lib/export/bad-rows');
      const what = { header, rows: bad };
      const bytes = kind === 'xlsx' ? await badRowsXlsx(what, client.now()) : badRowsCsv(what);
      const name = `${file.name.replace(/\.\w{2,5}$/, '').slice(0, 60)}_有问题的行.${kind}`;
      await client.saveFile(name, bytes, kind === 'xlsx' ? XLSX_MIME : 'text/csv');
    } catch (reason) {
      notices.failed(reason);
    }
  };
  return (
    <section aria-label="预览" className={classes.preview}>
      <Text role="status" size="sm" fw={600}>
        可以导入 {good.length} 行{bad.length > 0 ? `，有问题 ${bad.length} 行，将不导入` : '，没有发现问题'}。
      </Text>
      {good.length > 0 && job.preview?.(plan)}
      {bad.length > 0 && (
        <Group gap="xs" mt="sm">
          <Text size="sm">有问题的行可下载改正后再导入：</Text>
          <Button size="compact-sm" variant="default" onClick={() => void download('xlsx')}>
            下载有问题的行（XLSX）
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void download('csv')}>
            CSV
          </Button>
        </Group>
      )}
      <RowProblems plan={plan} />
    </section>
  );
}

async function readFile(file: File): Promise<{ sheets: TableSheet[] }> {
  const { readTable } = await import('@/lib/export/read-table');
  return readTable(file, file.name);
}
