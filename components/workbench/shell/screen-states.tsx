// What a screen shows while it has nothing to show: loading, failed, not found, empty; and its heading.
import { Alert, Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import classes from './screen-states.module.css';

/** `what` is being read: “正在读取检查列表…”. */
export function Loading({ what }: { what: string }) {
  return (
    <Group role="status" p="lg" gap="sm">
      <Loader size="sm" aria-hidden />
      <Text>正在读取{what}…</Text>
    </Group>
  );
}

/** A read that failed; `message` is the desk's own sentence. */
export function Failure({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title="读取失败" m="lg">
      <Text mb="sm">{message}</Text>
      <Button variant="default" onClick={onRetry}>
        重新读取
      </Button>
    </Alert>
  );
}

/** Nothing lies at this address. */
export function NotFound({ what, back, backName }: { what: string; back: string; backName: string }) {
  return (
    <Empty title={`没有这个${what}`}>
      <p>它可能已被删除，或者地址有误。</p>
      <p>
        <Link href={back}>{backName}</Link>
      </p>
    </Empty>
  );
}

/** Nothing here yet, and how to get something. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </div>
  );
}

/** The screen's heading with its actions; also names the browser tab. */
export function ScreenHead({
  title,
  detail,
  actions,
}: {
  title: string;
  detail?: ReactNode;
  actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · 政务网站检查台`;
  }, [title]);
  return (
    <div className={classes.head}>
      <div className={classes.titles}>
        <Title order={1} size="h3" className={classes.title}>
          {title}
        </Title>
        {detail}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
