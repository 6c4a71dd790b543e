// Injected on demand into every reachable frame: runs one probe and returns its facts.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

export default defineUnlistedScript(() => {});
