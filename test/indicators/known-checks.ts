// The checks that the shipped sets may be linked to: all that exist.
import { knownChecks } from '@/lib/checks/engine/catalogue';
import type { KnownChecks } from '@/lib/indicators/lint-set';

export const KNOWN_CHECKS: KnownChecks = knownChecks;
