// Settings: who inspects, which sets are proposed, which hosts count as government ones, the look, backup, privacy.
import { Alert, List, SegmentedControl, Text } from '@mantine/core';
import { useSettings } from '@/components/client';
import type { Settings } from '@/lib/model/settings';
import { useNotices } from '../shell/notices';
import { Loading, ScreenHead } from '../shell/screen-states';
import { BackupSection } from './BackupSection';
import { HostsSection } from './HostsSection';
import { InspectorSection } from './InspectorSection';
import { Section } from './Section';
import classes from './SettingsScreen.module.css';
import { WordListsSection } from './WordListsSection';

/** `#/settings` */
export function SettingsScreen() {
  const { settings, known, change } = useSettings();
  const notices = useNotices();
  return (
    <div className={classes.screen}>
      <ScreenHead title="设置" />
      {known ? (
        <>
          <InspectorSection settings={settings} change={change} />
          <HostsSection settings={settings} change={change} />
          <WordListsSection />
          <Section title="外观">
            <SegmentedControl
              aria-label="外观"
              value={settings.theme}
              onChange={(theme) =>
                void change({ theme: theme as Settings['theme'] }).catch((error) => notices.failed(error))
              }
              data={[
                { value: 'auto', label: '跟随系统' },
                { value: 'light', label: '浅色' },
                { value: 'dark', label: '深色' },
              ]}
            />
          </Section>
        </>
      ) : (
        <Loading what="设置" />
      )}
      <BackupSection />
      <Section title="数据与隐私">
        <Alert color="blue" role="note">
          <List size="sm" spacing={4}>
            <List.Item>检查结果、取证图片和设置只存在本机的浏览器中，不上传到任何服务器。</List.Item>
            <List.Item>只有您检查的网站会被访问；没有检查的网页，本扩展不读取、不改动。</List.Item>
            <List.Item>卸载扩展或清除其数据时，记录一并删除，请先备份。</List.Item>
          </List>
        </Alert>
        <Text size="sm" c="dimmed" mt="xs">
          交接文件和备份文件含有检查结果和图片，请按单位规定保管。
        </Text>
      </Section>
    </div>
  );
}
