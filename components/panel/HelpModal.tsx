// All keys, and what each check sees and cannot see.

import { Kbd, Modal } from '@mantine/core';
import { memo } from 'react';
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
          <tr>
            <th scope="row">
              <Kbd>Alt+Shift+I</Kbd>
            </th>
            <td>打开或收起检查台（可在浏览器的扩展快捷键设置中更改）</td>
          </tr>
          <tr>
            <th scope="row">
              <Kbd>Alt+Shift+C</Kbd>
            </th>
            <td>在网页上直接一键检查</td>
          </tr>
        </tbody>
      </table>
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
