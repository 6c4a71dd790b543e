// The checks that the shipped sets may be linked to: all that exist.
import { checks } from '@/lib/checks/engine/catalogue';

export const KNOWN_CHECKS: ReadonlySet<string> = new Set(checks.keys());
