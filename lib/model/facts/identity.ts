// Placeholder shape until the probe lands.
import { z } from 'zod';

export const IdentityFacts = z.object({});
export type IdentityFacts = z.infer<typeof IdentityFacts>;
