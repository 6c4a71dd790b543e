// The desk's end of the message road: parses a call, does it, answers in one shape, never throws.
import { z } from 'zod';
import type { LocalDesk } from './local-desk';
import { DeskError, type DeskMethod, deskProtocol } from './protocol';

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

/**
 * Answers one call. Whoever calls this has made sure that the sender is a page of the extension; the desk itself checks
 * what it is asked (once: a run of a large page has a megabyte of facts).
 */
export async function serveDesk(desk: LocalDesk, message: unknown): Promise<DeskReply> {
  const call = DeskCallMessage.safeParse(message);
  if (!call.success || !isMethod(call.data.desk)) {
    return refusal('invalid', '后台不认识该请求，未作任何改动，请刷新页面后重试。');
  }
  try {
    const ask = desk[call.data.desk] as (input: unknown, callId?: string) => Promise<unknown>;
    return { ok: true, value: await ask(call.data.input, call.data.callId) };
  } catch (error) {
    if (error instanceof DeskError) return refusal(error.code, error.message);
    return refusal('storage', '后台处理失败，未能确认是否保存，请刷新后核对。');
  }
}

function isMethod(name: string): name is DeskMethod {
  return Object.hasOwn(deskProtocol, name);
}

function refusal(code: DeskError['code'], message: string): DeskReply {
  return { ok: false, error: { code, message } };
}
