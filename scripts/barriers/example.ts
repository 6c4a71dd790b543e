// One example of a public collection of known barriers, whatever collection it comes from.

/** What the collection says of the example: 'failed' = it holds the barrier; the other two do not. */
export type Expected = 'passed' | 'failed' | 'inapplicable';

export interface Example {
  /** Name in its collection, unique there, e.g. 'c487ae failed 3'. */
  name: string;
  expected: Expected;
  /** Numbers of the success criteria that the example is about, e.g. '2.4.4'; empty = the collection names none. */
  criteria: string[];
  /**
   * Rules that speak of the barrier, where the collection is not sorted by criterion: ids of own rules, axe's with
   * 'axe:' before them. Left out = any rule of one of the criteria.
   */
  rules?: string[];
  /** Path under which the page is served, with a leading slash: relative addresses in it hold. */
  path: string;
  page: { body: string; type: string };
}

export interface Collection {
  title: string;
  /** Folder whose other files the pages may ask for. */
  folder: string;
  examples: Example[];
  /** Published results of other tools on the same examples: found with errors and warnings, and with manual prompts too. */
  published: { tool: string; reported: number; withPrompts: number; of: number }[];
}
