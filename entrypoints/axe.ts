// Injected on demand into every reachable frame, alone of all scripts with axe-core in it: leaves it for accessibility.ts.
import axe from 'axe-core';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { AxeApi } from '@/lib/accessibility/axe-types';

declare global {
  /** axe-core, untouched. */
  var __gsiAxe: AxeApi | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.__gsiAxe ??= axe as unknown as AxeApi;
});
