// The second and present version: many inspections as lines of JSON with a content hash; see handover-format.
import { defineHandoverVersion } from './define-handover-version';

export default defineHandoverVersion({ version: 2 });
