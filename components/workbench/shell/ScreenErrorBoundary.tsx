// Keeps the navigation alive when one screen breaks, and says so.
import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { sentenceOf } from '@/components/client';

/** Shows a sentence and a way on in place of a screen that threw. */
export class ScreenErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Alert role="alert" color="red" title="页面无法显示" m="lg">
        <p>{sentenceOf(this.state.error)}</p>
        <Button variant="default" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      </Alert>
    );
  }
}
