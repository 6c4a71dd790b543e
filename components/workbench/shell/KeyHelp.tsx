// The keys that work everywhere in the workbench (“/” and “?”), and the dialog that lists those of the screen in front.
import { Kbd, Modal, UnstyledButton } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import classes from './Shell.module.css';
import { keysAt } from './screen-keys';

/** Typing, and whatever lies over the screen, keeps its keys. */
const TAKEN =
  '[role="dialog"], [role="menu"], textarea, select, input:not([type="radio"], [type="checkbox"])';

/** @param route where the workbench is, without `#` */
export function KeyHelp({ route }: { route: string }) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.target instanceof Element && event.target.closest(TAKEN)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      if (event.key === '?') {
        event.preventDefault();
        setOpened(true);
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('main input[type="search"]');
        if (!search) return;
        event.preventDefault();
        search.focus();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <UnstyledButton className={classes.link} onClick={() => setOpened(true)}>
        <IconKeyboard size={20} stroke={1.6} aria-hidden />
        快捷键（?）
      </UnstyledButton>
      <Modal opened={opened} onClose={() => setOpened(false)} title="快捷键" size="md">
        <table className={classes.keys} aria-label="快捷键">
          <tbody>
            {keysAt(route).map(({ shown, does }) => (
              <tr key={`${shown} ${does}`}>
                <th scope="row">
                  <Kbd>{shown}</Kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.keysNote}>正在输入文字时快捷键不起作用。</p>
      </Modal>
    </>
  );
}
