// Drives the panel in the browser's own side panel, which is no tab: through the debugging protocol, by roles and names.
import type { CDPSession } from '@playwright/test';
import type { InspectedBrowser } from './browser';

/** An exact name, or a pattern that the name must match. */
type Name = string | RegExp;

interface AxNode {
  ignored: boolean;
  backendDOMNodeId?: number;
  role?: { value?: string };
  name?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
}

/** One thing in the side panel as assistive technology sees it. */
export interface PanelItem {
  name: string;
  /** ARIA states such as `checked` (`'true'`), `disabled`, `expanded`. */
  states: Record<string, unknown>;
}

/** Where something is: role and name of the thing, before it those of what it lies in. */
export type PanelPath = readonly (readonly [role: string, name: Name])[];

export interface SidePanel {
  /** All that fits the last step of the path, within the first that fits each earlier step. */
  find(...path: PanelPath): Promise<PanelItem[]>;
  /** The first; waits until it is there. */
  get(...path: PanelPath): Promise<PanelItem>;
  /** Scrolls to the first and clicks it as a mouse would, so that it counts as the user's act. */
  click(...path: PanelPath): Promise<void>;
  /** All text. */
  text(): Promise<string>;
}

/** Whether the browser shows its side panel now, and as which target. */
export async function sidePanelTarget(browser: InspectedBrowser): Promise<string | undefined> {
  const { targetInfos } = await browser.cdp.send('Target.getTargets', { filter: [{}] });
  const own = `chrome-extension://${browser.extensionId}/sidepanel.html`;
  // The dock's frame is a target of type 'iframe'.
  return targetInfos.find(({ type, url }) => type === 'page' && url.startsWith(own))?.targetId;
}

/** Attaches to the side panel once it is open. */
export async function sidePanelOf(browser: InspectedBrowser, timeout = 30_000): Promise<SidePanel> {
  const targetId = await until(() => sidePanelTarget(browser), timeout, '侧边栏没有打开');
  const send = await attach(browser.cdp, targetId);
  await send('DOM.enable');
  await send('Accessibility.enable');

  const nodes = async (path: PanelPath): Promise<(PanelItem & { node: number })[]> => {
    const { root } = (await send('DOM.getDocument', { depth: 0 })) as { root: { backendNodeId: number } };
    let found: (PanelItem & { node: number })[] = [{ name: '', node: root.backendNodeId, states: {} }];
    for (const [role, name] of path) {
      const inside = found[0];
      if (!inside) return [];
      const answer = await send('Accessibility.queryAXTree', { backendNodeId: inside.node, role });
      found = (answer.nodes as AxNode[]).flatMap((each) => itemOf(each, name));
    }
    return found;
  };
  const patiently = <T>(path: PanelPath, use: (item: PanelItem & { node: number }) => Promise<T>) =>
    until(
      async () => {
        const [first] = await nodes(path);
        return first && (await use(first));
      },
      timeout,
      `侧边栏里没有 ${path.map(([role, name]) => `${role} ${name}`).join(' › ')}`,
    );

  return {
    find: async (...path) => (await whileItStands(() => nodes(path))) ?? [],
    get: (...path) => patiently(path, async (item) => item),
    click: (...path) =>
      patiently(path, async ({ node: backendNodeId }) => {
        await send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
        const { quads } = (await send('DOM.getContentQuads', { backendNodeId })) as { quads: number[][] };
        const [left = 0, top = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
        const at = { x: (left + right) / 2, y: (top + bottom) / 2, button: 'left', clickCount: 1 };
        await send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
        await send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
        return true;
      }).then(() => undefined),
    async text() {
      const expression = 'document.body.textContent';
      const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
      return String((result as { value?: unknown }).value ?? '');
    },
  };
}

function itemOf(node: AxNode, name: Name): (PanelItem & { node: number })[] {
  const text = node.name?.value ?? '';
  const fits = typeof name === 'string' ? text === name : name.test(text);
  if (node.ignored || node.backendDOMNodeId === undefined || !fits) return [];
  const states = Object.fromEntries((node.properties ?? []).map((each) => [each.name, each.value.value]));
  return [{ name: text, node: node.backendDOMNodeId, states }];
}

type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

/** A session of its own for the target, spoken to by enveloped messages: a side panel is not in the browser's tab list. */
async function attach(cdp: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<
    number,
    { done(value: Record<string, unknown>): void; failed(error: Error): void }
  >();
  let last = 0;
  const onMessage = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message) as {
      id?: number;
      result?: Record<string, unknown>;
      error?: { message: string };
    };
    const call = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !call) return;
    waiting.delete(id);
    if (error) call.failed(new Error(error.message));
    else call.done(result ?? {});
  };
  const onDetached = (event: { sessionId: string }) => {
    if (event.sessionId !== sessionId) return;
    for (const { failed } of waiting.values()) failed(new Error('侧边栏已关闭'));
    waiting.clear();
    cdp.off('Target.receivedMessageFromTarget', onMessage);
    cdp.off('Target.detachedFromTarget', onDetached);
  };
  cdp.on('Target.receivedMessageFromTarget', onMessage);
  cdp.on('Target.detachedFromTarget', onDetached);
  return (method, params = {}) =>
    new Promise((done, failed) => {
      const id = ++last;
      waiting.set(id, { done, failed });
      const message = JSON.stringify({ id, method, params });
      cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch((error: Error) => {
        waiting.delete(id);
        failed(error);
      });
    });
}

/** The panel redraws itself: what was found may be gone a moment later, which is no failure but a reason to look again. */
async function whileItStands<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (/Could not find node|No node|does not belong|layout object/i.test(String(error))) return undefined;
    throw error;
  }
}

async function until<T>(look: () => Promise<T | undefined>, timeout: number, otherwise: string): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const found = await whileItStands(look);
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(otherwise);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}
