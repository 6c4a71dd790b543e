// The ordinary button of a screen's head: icon and words.
import { Button, type ButtonProps } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './ActionButton.module.css';

/** A default-styled button with an icon in front of its words. */
export function ActionButton({
  icon: Icon,
  ...props
}: { icon: Icon } & ButtonProps & Omit<ComponentProps<'button'>, keyof ButtonProps>) {
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      classNames={{ root: classes.root, label: classes.label }}
      {...props}
    />
  );
}
