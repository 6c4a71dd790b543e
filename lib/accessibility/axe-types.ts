// The part of axe-core's public surface that the runners use; axe itself is handed in by entrypoints/axe.ts.
import type { RunOptions } from 'axe-core';

export interface AxeApi {
  version: string;
  run(context: unknown, options: RunOptions): Promise<AxeAnswer>;
  configure(spec: unknown): void;
}

export interface AxeAnswer {
  violations: AxeRule[];
  incomplete: AxeRule[];
  passes: AxeRule[];
}

export interface AxeRule {
  id: string;
  impact?: string | null;
  tags: string[];
  help: string;
  nodes: AxeNode[];
}

export interface AxeNode {
  element?: Element | null;
  any: { message?: string }[];
  all: { message?: string }[];
  none: { message?: string }[];
}
