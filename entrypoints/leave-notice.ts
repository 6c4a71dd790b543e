// Injected on demand into the top document, in the page's own world: leaves one function that clicks links harmlessly.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type ClickTarget, runRound } from '@/lib/leave-notice/run';
import type { ClickRound } from '@/lib/model/facts/leave-notice';

declare global {
  /** Clicks these links one after the other with every exit closed; taken away by the call that uses it. */
  var __gsiLeaveNotice: ((targets: readonly ClickTarget[]) => Promise<ClickRound>) | undefined;
}

export default defineUnlistedScript({
  // The page's world is no place for a global of the build's making.
  globalName: false,
  main() {
    globalThis.__gsiLeaveNotice = runRound;
  },
});
