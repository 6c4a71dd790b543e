// Shorter ways to the same answers inside axe-core 4.14.1: where it asks the browser again for what it knows, or for what it drops.

/** One place of axe-core's text: what it has, how often, and what stands there instead. */
interface Shortcut {
  was: string;
  is: string;
  times: number;
}

/** Beside axe's own functions, whose names are those of its text. */
const HELPERS = `
    /* A node's style as axe's own node keeps it: what was read once is not asked of the browser again. */
    function heldStyle(node) {
      var vNode = get_node_from_tree_default(node);
      if (!vNode) return window.getComputedStyle(node);
      vNode._heldStyle = vNode._heldStyle || {
        getPropertyValue: function(property) {
          return vNode.getComputedStylePropertyValue(property);
        }
      };
      return vNode._heldStyle;
    }
    /* The sides of a DOMRect without a call into the browser for each: axe compares every box with hundreds of others. */
    function plainRect(x, y, width, height) {
      return {
        x: x, y: y, width: width, height: height,
        top: Math.min(y, y + height), right: Math.max(x, x + width),
        bottom: Math.max(y, y + height), left: Math.min(x, x + width)
      };
    }
`;

const SHORTCUTS: readonly Shortcut[] = [
  // Most elements cannot scroll by their style, which is held; their four scroll sizes need not be worked out.
  {
    was: 'function _getScroll(elm, buffer) {\n',
    is: `${HELPERS.trim()}
    function _getScroll(elm, buffer) {
      var held = heldStyle(elm);
      if (!isScrollable(held, 'overflow-x') && !isScrollable(held, 'overflow-y')) {
        return;
      }
`,
    times: 1,
  },
  // The used height and width matter of what scrolls only.
  {
    was: 'var scroll = _getScroll(vNode.actualNode);\n',
    is: `var scroll = _getScroll(vNode.actualNode);
      if (!scroll) {
        return false;
      }
`,
    times: 1,
  },
  { was: 'new window.DOMRect(', is: 'plainRect(', times: 6 },
  // Colours and images of backgrounds: the same few ancestors lie behind every text of a page.
  {
    was: 'var bgElmStyle = window.getComputedStyle(bgElm);',
    is: 'var bgElmStyle = heldStyle(bgElm);',
    times: 1,
  },
  {
    was: 'get_own_background_color_default(window.getComputedStyle(document.documentElement))',
    is: 'get_own_background_color_default(heldStyle(document.documentElement))',
    times: 1,
  },
  {
    was: 'var htmlStyle = window.getComputedStyle(html);\n        var bodyStyle = window.getComputedStyle(body);',
    is: 'var htmlStyle = heldStyle(html);\n        var bodyStyle = heldStyle(body);',
    times: 1,
  },
  {
    was: "var style = window.getComputedStyle(node);\n      var overflow = style.getPropertyValue('overflow');\n      var paddingLeft",
    is: "var style = heldStyle(node);\n      var overflow = style.getPropertyValue('overflow');\n      var paddingLeft",
    times: 1,
  },
  {
    was: 'var style = window.getComputedStyle(node);\n      var textShadow',
    is: 'var style = heldStyle(node);\n      var textShadow',
    times: 1,
  },
  // The element's own style is looked at in one rare case.
  { was: 'var styl = window.getComputedStyle(domNode);\n', is: '', times: 1 },
  {
    was: "styl.position === 'absolute'",
    is: "heldStyle(domNode).getPropertyValue('position') === 'absolute'",
    times: 1,
  },
  {
    was: "window.getComputedStyle(document.body || docElement).getPropertyValue('direction')",
    is: "heldStyle(document.body || docElement).getPropertyValue('direction')",
    times: 1,
  },
];

/** axe-core's text with the shortcuts in it. Throws when it does not read as it did when they were written. */
export function withShortcuts(code: string): string {
  return SHORTCUTS.reduce((text, { was, is, times }) => {
    const parts = text.split(was);
    if (parts.length !== times + 1)
      throw new Error(
        `axe-core has ${JSON.stringify(was)} ${parts.length - 1} times instead of ${times}: look at its changes.`,
      );
    return parts.join(is);
  }, code);
}
