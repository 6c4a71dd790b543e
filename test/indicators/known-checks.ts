// The checks that the shipped sets may be linked to: all that exist.
import { checkIds } from '@/lib/checks/engine/catalogue';

export const KNOWN_CHECKS: ReadonlySet<string> = checkIds;
