// All keys, and what each check sees and cannot see.

import { Kbd, Modal } from '@mantine/core';
import { memo, useEffect, useState } from 'react';
import { useClient } from '@/components/client';
import { checkWording } from '@/components/shared/check-wording';
import styles from './header.module.css';
import { KEY_BINDINGS } from './key-map';

export const HelpModal = memo(function HelpModal({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="快捷键与说明" size="md">
      <table className={styles.keys} aria-label="快捷键">
        <tbody>
          {KEY_BINDINGS.map(({ shown, does }) => (
            <tr key={shown}>
              <th scope="row">
                <Kbd>{shown}</Kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <Kbd>Enter</Kbd>
            </th>
            <td>在网页上定位并标记（发现页）</td>
          </tr>
          {opened && <BrowserKeys />}
        </tbody>
      </table>
      <p className={styles.about}>
        后两个由浏览器管理，未设置或想更改时，请打开 chrome://extensions/shortcuts（Edge 为
        edge://extensions/shortcuts）。
      </p>
      <p className={styles.about}>正在输入文字时快捷键不起作用；按 Esc 退出输入框。</p>
      <h3 className={styles.explainTitle}>自动检查能看到什么</h3>
      {[...checkWording].map(([id, wording]) => (
        <p key={id} className={styles.about}>
          <strong>{wording.title}</strong>：{wording.sees} <em>看不到的：</em>
          {wording.cannotSee}
        </p>
      ))}
      <p className={styles.about}>自动检查只提出建议，是否扣分由检查员认定。</p>
    </Modal>
  );
});

/** What the browser has really assigned: it may have kept a key for itself. */
function BrowserKeys() {
  const client = useClient();
  const [keys, setKeys] = useState<{ toggle: string; runChecks: string }>();
  useEffect(() => {
    void client.browserKeys().then(setKeys, () => undefined);
  }, [client]);
  if (!keys) return null;
  return [
    { key: keys.toggle, does: '打开或收起检查台' },
    { key: keys.runChecks, does: '在网页上直接一键检查' },
  ].map(({ key, does }) => (
    <tr key={does}>
      <th scope="row">{key ? <Kbd>{key}</Kbd> : '未设置'}</th>
      <td>{does}</td>
    </tr>
  ));
}
