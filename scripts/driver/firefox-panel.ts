// Drives the panel in Firefox's sidebar by the names that a user sees: text in, text out, because no test runner reaches it.

/** Evaluates a script in the panel's page and gives its value as text. Rejects while the panel is not there. */
export type Evaluate = (source: string) => Promise<string>;

export interface FirefoxPanel {
  /** Clicks the first button, tab or menu item of that name, once it is there and can be clicked. */
  click(name: string, timeout?: number): Promise<void>;
  /** Replaces the text of the field with that label. */
  fill(label: string, text: string): Promise<void>;
  /** Chooses a verdict in the row of that criterion. */
  tick(criterion: string, verdict: string): Promise<void>;
  /** Waits until the panel shows (or no longer shows) a button, tab or menu item of that name. */
  waitFor(name: string, state?: 'there' | 'gone', timeout?: number): Promise<void>;
  text(): Promise<string>;
}

const PATIENCE_MS = 20_000;
const POLL_MS = 150;

/** In the panel's page: a thing by its name as assistive technology would say it; the whole name before one that only begins so. */
const FIND = `const named = (name) => {
  const all = [...document.querySelectorAll('button, [role=menuitem], [role=tab], a[href]')].filter((each) => each.checkVisibility());
  const own = (each) => (each.getAttribute('aria-label') ?? each.textContent).trim();
  return all.find((each) => own(each) === name) ?? all.find((each) => own(each).startsWith(name));
};`;

export function panelIn(evaluate: Evaluate): FirefoxPanel {
  const patiently = async (source: string, what: string, timeout = PATIENCE_MS): Promise<void> => {
    const deadline = Date.now() + timeout;
    let last = '';
    while (Date.now() < deadline) {
      last = await evaluate(source).catch((error: unknown) => String(error));
      if (last === 'true') return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    const shown = await evaluate('document.body.innerText').catch(String);
    throw new Error(`Firefox 侧边栏：${what}（${last}）。当前内容：${shown.slice(0, 600)}`);
  };
  return {
    click: (name, timeout) =>
      patiently(
        `(() => { ${FIND} const it = named(${JSON.stringify(name)}); if (!it || it.disabled) return false; it.click(); return true; })()`,
        `没有可点的“${name}”`,
        timeout,
      ),
    fill: (label, text) =>
      patiently(
        `(() => { const label = [...document.querySelectorAll('label')].find((each) => each.textContent.trim().startsWith(${JSON.stringify(label)}));
          const field = label?.control ?? document.querySelector('[aria-label=' + CSS.escape(${JSON.stringify(label)}) + ']'); if (!field) return false;
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
          field.dispatchEvent(new Event('input', { bubbles: true })); return field.value === ${JSON.stringify(text)}; })()`,
        `没有“${label}”一栏`,
      ),
    tick: (criterion, verdict) =>
      patiently(
        `(() => { const row = [...document.querySelectorAll('[role=group]')]
          .find((each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent.trim() === ${JSON.stringify(criterion)});
          const label = [...(row?.querySelectorAll('label') ?? [])].find((each) => each.textContent.trim() === ${JSON.stringify(verdict)});
          if (!label) return false; label.click(); return label.querySelector('input').checked; })()`,
        `“${criterion}”不能认定为“${verdict}”`,
      ),
    waitFor: (name, state = 'there', timeout) =>
      patiently(
        `(() => { ${FIND} return Boolean(named(${JSON.stringify(name)})) === ${state === 'there'}; })()`,
        state === 'there' ? `没有出现“${name}”` : `“${name}”没有消失`,
        timeout,
      ),
    text: () => evaluate('document.body.innerText'),
  };
}
