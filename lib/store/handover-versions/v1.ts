// The first version of the hand-over file, and the present one.
import { defineHandoverVersion } from './define-handover-version';

export default defineHandoverVersion({ version: 1 });
