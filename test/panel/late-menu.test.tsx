// @vitest-environment happy-dom
// A menu that comes one paint after its button: the button is there at once, and a click in between is not lost.
import { Button, MantineProvider, Menu } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LateMenu } from '@/components/panel/LateMenu';

// Time passes as in a browser: what React puts off until after the first paint stays put off.
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);

const container = document.createElement('div');
const root = createRoot(container);
beforeEach(() => {
  document.body.append(container);
  flushSync(() =>
    root.render(
      <MantineProvider>
        <Sample />
      </MantineProvider>,
    ),
  );
});
afterEach(() => root.render(null));

function Sample() {
  const [opened, setOpened] = useState(false);
  return (
    <LateMenu
      opened={opened}
      onChange={setOpened}
      withinPortal={false}
      transitionProps={{ duration: 0 }}
      button={<Button>专项检查</Button>}
    >
      <Menu.Dropdown>
        <Menu.Item>检查链接</Menu.Item>
      </Menu.Dropdown>
    </LateMenu>
  );
}

const button = () => container.querySelector<HTMLButtonElement>('button');
const item = () => container.querySelector('[role=menuitem]')?.textContent;

it('opens by a click that comes before it and by one that comes after', async () => {
  expect(button()?.textContent).toBe('专项检查');
  expect(button()?.hasAttribute('aria-haspopup')).toBe(false);
  button()?.click();
  await vi.waitFor(() => expect(item()).toBe('检查链接'));
  button()?.click();
  await vi.waitFor(() => expect(item()).toBeUndefined());
  expect(button()?.getAttribute('aria-haspopup')).toBe('menu');
  button()?.click();
  await vi.waitFor(() => expect(item()).toBe('检查链接'));
});
