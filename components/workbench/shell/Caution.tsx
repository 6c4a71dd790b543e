// A framed remark that something is not as final or as harmless as it looks.
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Caution.module.css';

export function Caution({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert
      role="note"
      variant="outline"
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      classNames={{ root: classes.root, title: classes.signal, icon: classes.signal, body: classes.body }}
    >
      {children}
    </Alert>
  );
}
