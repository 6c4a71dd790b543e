// Injected on demand into every reachable frame, alone of all scripts with axe-core in it: accessibility of one document.
import axe from 'axe-core';
import zhCn from 'axe-core/locales/zh_CN.json';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { AxeApi } from '@/lib/accessibility/axe-types';
import { installAccessibility } from '@/lib/accessibility/install';

export default defineUnlistedScript(() => installAccessibility(axe as unknown as AxeApi, zhCn));
