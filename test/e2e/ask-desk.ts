// Asks the desk from a test, for what a test needs to be there but does not test itself.
import type { Page } from '@playwright/test';
import type { DeskInput, DeskMethod, DeskOutput } from '@/lib/desk/protocol';

/** Asks the desk over the same messages as the dock; a refusal comes as an error with its sentence. */
export async function ask<M extends DeskMethod>(
  page: Page,
  method: M,
  input: DeskInput<M>,
): Promise<DeskOutput<M>> {
  const message = JSON.stringify({ desk: method, input, callId: crypto.randomUUID() });
  const reply: unknown = await page.evaluate((text) => {
    type Extension = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    const { chrome } = globalThis as unknown as { chrome: Extension };
    return chrome.runtime.sendMessage({ to: 'desk', call: JSON.parse(text) });
  }, message);
  const answer = reply as { ok: true; value: DeskOutput<M> } | { ok: false; error: { message: string } };
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
