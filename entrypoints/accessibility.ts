// Injected after axe.ts, as a task of its own: accessibility of one document. Two short tasks instead of one long one.
import zhCn from 'axe-core/locales/zh_CN.json';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installAccessibility } from '@/lib/accessibility/install';

export default defineUnlistedScript(() => {
  if (globalThis.__gsiAxe) installAccessibility(globalThis.__gsiAxe, zhCn);
});
