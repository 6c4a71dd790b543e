// Placeholder shape until the probe lands.
import { z } from 'zod';

export const ImageFacts = z.object({});
export type ImageFacts = z.infer<typeof ImageFacts>;
