// How the extension's own elements on a page are told apart: one attribute on their hosts, respected by probes and axe.

export const OWN_UI_ATTRIBUTE = 'data-gov-site-inspector';

/**
 * An element of ours that page styles cannot reach, with a closed shadow root. `styles` are inline and important:
 * element-attached important declarations win over every page rule, layered ones included.
 */
export function createOwnHost(role: string, styles: Record<string, string>) {
  const host = document.createElement('div');
  host.setAttribute(OWN_UI_ATTRIBUTE, role);
  setImportant(host, { all: 'initial', transition: 'none', animation: 'none', ...styles });
  const root = host.attachShadow({ mode: 'closed' });
  return { host, root };
}

export function setImportant(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

/** Attaches a style sheet without markup, so that strict CSP and Trusted Types have nothing to refuse. */
export function adoptStyles(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
