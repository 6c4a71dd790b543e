// Injected after axe.ts, as a task of its own: accessibility of one document.
import zhCn from 'axe-core/locales/zh_CN.json';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installAccessibility } from '@/lib/accessibility/install';
import { installToJson } from '@/lib/probes/engine/to-json';

export default defineUnlistedScript(() => {
  installToJson();
  if (globalThis.__gsiLoadAxe) installAccessibility(globalThis.__gsiLoadAxe, zhCn);
});
