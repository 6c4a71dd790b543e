// What is needed now and then: finish or reopen, files, workbench, where the panel stands, its look.
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDots,
  IconFileDownload,
  IconLayoutSidebarLeftExpand,
  IconLayoutSidebarRightExpand,
  IconLock,
  IconLockOpen,
  IconMoon,
  IconSwitchHorizontal,
  IconTable,
} from '@tabler/icons-react';
import { useState } from 'react';
import { sentenceOf, useClient, useSettings } from '@/components/client';
import { exportSheet, SHEET_FORMATS, type SheetFormat } from '@/components/shared/export-sheet';
import type { Place } from '@/lib/client/client';
import type { Session } from '@/lib/model/session';
import type { Settings } from '@/lib/model/settings';
import { LateMenu } from './LateMenu';
import { useSay } from './notice';

const PLACES: readonly { place: Place; label: string; Icon: typeof IconDots }[] = [
  { place: 'left', label: '停靠在网页左侧', Icon: IconLayoutSidebarLeftExpand },
  { place: 'right', label: '停靠在网页右侧', Icon: IconLayoutSidebarRightExpand },
  { place: 'side-panel', label: '移到浏览器侧边栏', Icon: IconDeviceDesktop },
];

const THEMES: readonly { theme: Settings['theme']; label: string }[] = [
  { theme: 'auto', label: '外观：跟随系统' },
  { theme: 'light', label: '外观：浅色' },
  { theme: 'dark', label: '外观：深色' },
];

export function PanelMenu(props: {
  /** Left out on the start screen. */
  session?: Session;
  /** The session's round is closed: it can be neither finished nor reopened. */
  closed?: boolean;
  onFinish?(): void;
  onReopen?(): void;
  onLeave?(): void;
}) {
  const client = useClient();
  const say = useSay();
  const { settings, change } = useSettings();
  const [opened, setOpened] = useState(false);
  const [exporting, setExporting] = useState(false);
  const { session } = props;
  const here = client.page.place();
  const possible = client.page.places();

  const failed = (error: unknown) => say('problem', sentenceOf(error));
  const save = async (format: SheetFormat) => {
    if (!session) return;
    setExporting(true);
    try {
      say('done', `已导出：${await exportSheet(client, session.id, format)}`);
    } catch (error) {
      failed(error);
    } finally {
      setExporting(false);
    }
  };

  return (
    <LateMenu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={230}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      button={
        <ActionIcon variant="subtle" color="gray" aria-label="更多操作" title="更多操作">
          <IconDots size={18} />
        </ActionIcon>
      }
    >
      <Menu.Dropdown style={{ maxHeight: 'calc(100dvh - 60px)', overflowY: 'auto' }}>
        {session && (
          <>
            {session.state === 'finished' ? (
              <Menu.Item
                leftSection={<IconLockOpen size={16} />}
                disabled={props.closed ?? false}
                onClick={props.onReopen}
              >
                重新打开检查
              </Menu.Item>
            ) : (
              <Menu.Item
                leftSection={<IconLock size={16} />}
                disabled={props.closed ?? false}
                onClick={props.onFinish}
              >
                完成检查
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconSwitchHorizontal size={16} />} onClick={props.onLeave}>
              更换检查对象
            </Menu.Item>
            <Menu.Divider />
            <Menu.Label>导出</Menu.Label>
            {SHEET_FORMATS.map(({ format, label }) => (
              <Menu.Item
                key={format}
                leftSection={<IconFileDownload size={16} />}
                disabled={exporting}
                onClick={() => void save(format)}
              >
                {label}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          leftSection={<IconTable size={16} />}
          onClick={() =>
            void client
              .openWorkbench(session ? `#/sessions/${encodeURIComponent(session.id)}` : undefined)
              .catch(failed)
          }
        >
          打开工作台
        </Menu.Item>
        {session && (
          <Menu.Item
            leftSection={<IconTable size={16} />}
            onClick={() =>
              void client.openWorkbench(`#/sessions/${encodeURIComponent(session.id)}/columns`).catch(failed)
            }
          >
            栏目更新情况
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconDeviceMobile size={16} />}
          onClick={() => void client.page.showMobileView().catch(failed)}
        >
          手机视图
        </Menu.Item>
        <Menu.Divider />
        {PLACES.filter(({ place }) => place !== here && possible.includes(place)).map(
          ({ place, label, Icon }) => (
            <Menu.Item
              key={place}
              leftSection={<Icon size={16} />}
              // The browser opens its side panel only inside the click itself.
              onClick={() => void client.page.move(place).catch(failed)}
            >
              {label}
            </Menu.Item>
          ),
        )}
        <Menu.Divider />
        {THEMES.map(({ theme, label }) => (
          <Menu.Item
            key={theme}
            leftSection={
              settings.theme === theme ? <IconCheck size={16} /> : <IconMoon size={16} opacity={0} />
            }
            aria-current={settings.theme === theme || undefined}
            onClick={() => void change({ theme }).catch(failed)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </LateMenu>
  );
}
