// The words that every check needs, one file per check and language.

/** Wording of one check, in `lib/locale/zh-CN/checks/<id>.ts`. Plain, short office Chinese. */
export interface CheckWording {
  /** e.g. “网站标识要素” */
  title: string;
  /** Said when nothing is wrong. */
  passing: string;
  /** Said when something is; {n} is the number of findings. */
  failing: string;
  /** What the unit should do. */
  advice: string;
  /** What the check sees, and what it cannot see; for docs/checks.md and the panel's help. */
  sees: string;
  cannotSee: string;
  /** Only of checks that are started by themselves (`onDemand`). */
  onDemand?: {
    /** On the menu, e.g. “检查链接可用性”. */
    button: string;
    /** One sentence below it: what it does and what it needs. */
    reason: string;
    /** Further ways to start it, each with an entry of its own on the menu. */
    variants?: { id: string; button: string; reason: string }[];
  };
}
