// One click to a file: the sheet in each format, or the hand-over file; and the printer.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeskClient } from '@/components/client';
import { renderEvidence } from '@/components/shared/crop-picture';
import type { NamedFile } from '@/lib/client/workbench-files';
import type { SessionView } from '@/lib/desk/protocol';
import { useFiles } from '../files-context';
import { ActionButton } from '../shell/ActionButton';
import { useNotices } from '../shell/notices';

const FORMATS = [
  { format: 'xlsx', name: 'XLSX 表格' },
  { format: 'csv', name: 'CSV 表格' },
  { format: 'html', name: 'HTML 网页（可打印）' },
  { format: 'json', name: 'JSON 数据' },
] as const;

export function ExportMenu({ view }: { view: SessionView }) {
  const client = useDeskClient();
  const files = useFiles();
  const notices = useNotices();
  const [busy, setBusy] = useState(false);

  const save = async (make: () => Promise<NamedFile>) => {
    setBusy(true);
    try {
      const { name, bytes, mime } = await make();
      await client.saveFile(name, bytes, mime);
      notices.done(`已导出“${name}”。`);
    } catch (error) {
      notices.failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Menu
        position="bottom-end"
        shadow="md"
        withInitialFocusPlaceholder={false}
        portalProps={{ target: '#workbench-main' }}
      >
        <Menu.Target>
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconDownload size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            导出
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map(({ format, name }) => (
            <Menu.Item
              key={format}
              onClick={() =>
                void save(async () => {
                  const { exportSheet } = await import('@/lib/export/export-sheet');
                  return exportSheet({
                    desk: client.desk,
                    view,
                    format,
                    now: client.now(),
                    renderPicture: renderEvidence,
                  });
                })
              }
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => void save(() => files.exportHandover(view.session.id))}>
            交接文件（含取证图片）
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionButton icon={IconPrinter} onClick={() => window.print()}>
        打印
      </ActionButton>
    </>
  );
}
