// The two messages of the road between dock and desk: a call and its answer; what they carry has schemas of its own.
import { z } from 'zod';

/** A call as it travels. `callId` names one call, also when it is sent twice. */
export const DeskCallMessage = z.object({
  desk: z.string(),
  input: z.unknown(),
  callId: z.string().min(1).max(200).optional(),
});

/** The answer as it travels. */
export const DeskReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.enum(['not-found', 'locked', 'blind', 'invalid', 'conflict', 'storage', 'unreachable']),
      message: z.string(),
    }),
  }),
]);
export type DeskReply = z.infer<typeof DeskReply>;
