// The desk's end of the message road: parses a call, does it, answers in one shape, never throws.
import { DeskError } from './desk-error';
import { DeskCallMessage, type DeskReply } from './desk-messages';
import type { LocalDesk } from './local-desk';
import { type DeskMethod, deskProtocol } from './protocol';

/**
 * Answers one call. Whoever calls this has made sure that the sender is a page of the extension; the desk itself checks
 * what it is asked (once: a run of a large page has a megabyte of facts). The answer is checked here, where the schemas are
 * loaded anyway: the dock opens sooner without them.
 */
export async function serveDesk(desk: LocalDesk, message: unknown): Promise<DeskReply> {
  const call = DeskCallMessage.safeParse(message);
  if (!call.success || !isMethod(call.data.desk)) {
    return refusal('invalid', '后台不认识该请求，未作任何改动，请刷新页面后重试。');
  }
  try {
    const ask = desk[call.data.desk] as (input: unknown, callId?: string) => Promise<unknown>;
    const answer = await ask(call.data.input, call.data.callId);
    const value = deskProtocol[call.data.desk].output.safeParse(answer);
    if (!value.success) return refusal('invalid', '后台返回的内容无法识别，请刷新页面后重试。');
    return { ok: true, value: value.data };
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
