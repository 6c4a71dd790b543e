// Hands out an indicator set as a file: XLSX to edit in a spreadsheet, JSON for other programs.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useDeskClient } from '@/components/client';
import { XLSX_MIME } from '@/lib/export/exported-file';
import { useNotices } from '../shell/notices';

/** Route of one version of a set. */
export function setPath({ id, version }: { id: string; version: string }): string {
  return `/sets/${encodeURIComponent(id)}/${encodeURIComponent(version)}`;
}

/**
 * @param name the set in words, for the accessible name
 * @param size small in a row of a table
 */
export function SetDownloadMenu({
  set,
  name,
  size,
}: {
  set: { id: string; version: string };
  name: string;
  size: 'xs' | 'sm';
}) {
  const client = useDeskClient();
  const notices = useNotices();

  const save = async (format: 'xlsx' | 'json') => {
    try {
      const full = await client.desk.getSet({ id: set.id, version: set.version });
      const file = `${full.title}-${full.version}`.replace(/[\\/:*?"<>|\s]+/g, '_');
      if (format === 'xlsx') {
        const { writeSetXlsx } = await import('@/lib/indicators/set-xlsx');
        await client.saveFile(`${file}.xlsx`, await writeSetXlsx(full), XLSX_MIME);
      } else {
        const { writeSetJson } = await import('@/lib/indicators/set-json');
        await client.saveFile(
          `${file}.json`,
          new TextEncoder().encode(writeSetJson(full)),
          'application/json',
        );
      }
      notices.done(`已下载${name}。`);
    } catch (error) {
      notices.failed(error);
    }
  };

  return (
    <Menu
      position="bottom-end"
      shadow="md"
      withInitialFocusPlaceholder={false}
      portalProps={{ target: '#workbench-main' }}
    >
      <Menu.Target>
        <Button
          variant="default"
          size={size}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`下载${name}`}
        >
          下载
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('xlsx')}>XLSX 表格（可修改后导入）</Menu.Item>
        <Menu.Item onClick={() => void save('json')}>JSON 数据</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
