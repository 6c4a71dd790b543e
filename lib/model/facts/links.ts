// Placeholder shape until the probe lands.
import { z } from 'zod';

export const LinkFacts = z.object({});
export type LinkFacts = z.infer<typeof LinkFacts>;
