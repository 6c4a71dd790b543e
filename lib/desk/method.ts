// How a call of the desk is declared: the schemas of what goes in and what comes out.
import { z } from 'zod';
import { Id } from '@/lib/model/primitives';

export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
export const None = z.object({});
export const BySession = z.object({ sessionId: Id });
export const ByRound = z.object({ roundId: Id });
