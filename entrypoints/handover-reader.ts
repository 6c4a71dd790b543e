// The worker in which the workbench reads hand-over files.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveReading } from '@/lib/store/handover-reading';

export default defineUnlistedScript(() => serveReading(globalThis as unknown as Worker));
