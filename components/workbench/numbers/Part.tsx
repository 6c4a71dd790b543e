// One part of a group's details under its heading.
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './numbers.module.css';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
