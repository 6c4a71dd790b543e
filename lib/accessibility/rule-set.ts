// Which of axe's rules are run: WCAG 2.2 level A and AA, and best practices, told apart.

/** WCAG 2.0 to 2.2, level A and AA. */
export const WCAG_TAGS: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const RULE_TAGS: readonly string[] = [...WCAG_TAGS, 'best-practice'];

/**
 * `frame-tested` only says that a frame was not visited; every frame is visited on its own here, and unreachable
 * ones are told in `skipped`.
 */
export const LEFT_OUT_RULES: readonly string[] = ['frame-tested'];

/** Rules that one frame can satisfy for the whole page: a frame that lacks the thing is no fault when another has it. */
export const PAGE_WIDE_RULES: readonly string[] = ['bypass', 'landmark-one-main', 'page-has-heading-one'];

/** true = not required by WCAG A or AA. */
export function isBestPractice(tags: readonly string[]): boolean {
  return !tags.some((tag) => WCAG_TAGS.includes(tag));
}

/** axe's options for the rules that are run; `leftOut` = rules not to run, besides those that never are. */
export function runOptions(leftOut: readonly string[] = []) {
  return {
    runOnly: { type: 'tag' as const, values: [...RULE_TAGS] },
    rules: Object.fromEntries([...LEFT_OUT_RULES, ...leftOut].map((id) => [id, { enabled: false }])),
  };
}
