// Injected on demand into every reachable frame, alone of all scripts with axe-core in it: leaves accessibility.ts a way to load it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { AxeApi } from '@/lib/accessibility/axe-types';

declare global {
  /** axe-core. This file's task only reads the script; running it is a task of its own, when the page has had its turn. */
  var __gsiLoadAxe: (() => Promise<AxeApi>) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.__gsiLoadAxe ??= async () => (await import('axe-core')).default as unknown as AxeApi;
});
