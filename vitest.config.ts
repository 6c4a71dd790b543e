// Unit tests run in Node with the alias and browser fakes of WXT; the end-to-end tests have their own runner (playwright.config.ts).
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  // Property tests draw much; a busy machine must not turn them red.
  test: {
    testTimeout: 60_000,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**'],
  },
});
