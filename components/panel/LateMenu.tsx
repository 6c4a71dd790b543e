// A menu whose button is in the first picture; what a menu needs to float comes one paint later, because it draws all twice.
import { Menu, type MenuProps } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { useDrawn } from './use-drawn';

export function LateMenu(
  props: Omit<MenuProps, 'opened' | 'onChange'> & {
    opened: boolean;
    onChange(opened: boolean): void;
    button: ReactElement<{ onClick?: () => void }>;
    children: ReactNode;
  },
) {
  const { button, children, ...menu } = props;
  // A click that comes sooner than the menu opens it all the same.
  if (!useDrawn()) return cloneElement(button, { onClick: () => menu.onChange(true) });
  return (
    <Menu {...menu}>
      <Menu.Target>{button}</Menu.Target>
      {children}
    </Menu>
  );
}
