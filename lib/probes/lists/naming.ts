// What a list is called: the heading, tab label or caption nearest before it, and where its 更多 leads.

import { shortText } from '../dom/appearance';
import { attribute, localNameOf, parentElementOf, queryAll, textOf } from '../dom/native';
import { type Tree, targetOf } from './tree';

export interface ListName {
  heading: string;
  headingFrom: 'heading' | 'tab' | 'caption' | 'none';
  more?: string;
}

const LEVELS = 6;
const SIBLINGS = 4;
const HEADING = /^(h[1-6]|caption|legend|dt)$/;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, caption, legend';
const HEAD_CLASS = /tit|head|(?:^|[\s_-])(?:hd|tab|bt|top|name|lm|mc)|lanmu|column|caption|biaoti/i;
const MORE = /更多|more|查看全部|查看详情|^(?:>+|»|\+|…)$/i;
const ACTIVE = /(?:^|[\s_-])(?:on|active|cur|current|selected|hover|now|this|sel|act|focus)(?:$|[\s_-]|\d)/i;
const LONGEST_LABEL = 16;
const STORY = /\d{1,4}\s*[-/.月]\s*\d{1,2}|(?:\.{2,}|…)\s*$/;

/** Looks at the siblings before the list, then at those before its parent, and so on for a few levels. */
export function nameOf(list: Element, tree: Tree, visible: boolean): ListName {
  let branch = list;
  let inner: Element | undefined;
  let more: string | undefined;
  for (let level = 0; level < LEVELS; level++) {
    for (const sibling of tree.before(branch).slice(0, SIBLINGS)) {
      const name = fromSibling(sibling, branch, inner, tree, visible);
      if (name) return { ...name, ...((name.more ?? more) && { more: name.more ?? more }) };
    }
    const parent = parentElementOf(branch);
    if (!parent || /^(body|html|main)$/.test(localNameOf(parent))) break;
    more ??= level < 3 ? moreAfter(branch, tree) : undefined;
    inner = branch;
    branch = parent;
  }
  return { heading: '', headingFrom: 'none', ...(more && { more }) };
}

function fromSibling(
  sibling: Element,
  branch: Element,
  inner: Element | undefined,
  tree: Tree,
  visible: boolean,
): ListName | undefined {
  const name = localNameOf(sibling);
  if (name === 'script' || name === 'style') return undefined;
  const text = textOf(sibling) ?? '';
  // A story with its date is the news on top of the list, not the list's name.
  if (text.length > 600 || STORY.test(text)) return undefined;
  const links = queryAll(sibling, 'a', 12);
  if (name === 'a') links.unshift(sibling);
  const moreLink = links.find((link) => isMore(link));
  const more = moreLink && targetOf(moreLink);
  const labels = labelsOf(sibling, tree);
  if (labels.length >= 2) {
    const label = tabLabel(labels, sibling, branch, inner, tree, visible);
    if (label === undefined) return undefined;
    const own = label && (queryAll(label, 'a', 1)[0] ?? (localNameOf(label) === 'a' ? label : undefined));
    const target = (own && targetOf(own)) ?? more;
    return {
      heading: label ? clean(textOf(label) ?? '') : '',
      headingFrom: 'tab',
      ...(target && { more: target }),
    };
  }
  const heading = HEADING.test(name) ? sibling : queryAll(sibling, HEADINGS, 1)[0];
  const written = clean(heading ? (textOf(heading) ?? '') : text);
  const headed = heading !== undefined || moreLink !== undefined || HEAD_CLASS.test(classOf(sibling));
  if (!headed || written === '' || written.length > 24 || !/[\u4e00-\u9fffa-z]/i.test(written))
    return undefined;
  const named = links.find((link) => link !== moreLink && clean(textOf(link) ?? '') === written);
  const target = more ?? (named && targetOf(named));
  const headingFrom = name === 'caption' || name === 'legend' ? 'caption' : 'heading';
  return { heading: written, headingFrom, ...(target && { more: target }) };
}

/** Short labels side by side: the innermost elements that each hold one. */
function labelsOf(head: Element, tree: Tree): Element[] {
  let holder = head;
  for (let depth = 0; depth < 4; depth++) {
    const children = tree.childrenOf(holder).filter((child) => (textOf(child) ?? '').trim() !== '');
    const labels = children.filter((child) => !isMore(child) && isLabel(child));
    if (labels.length >= 2 && labels.length >= children.length - 1) return labels;
    const [only] = children.filter((child) => !isMore(child));
    if (!only) return [];
    holder = only;
  }
  return [];
}

function isLabel(element: Element): boolean {
  const text = clean(textOf(element) ?? '');
  return text.length >= 2 && text.length <= LONGEST_LABEL && !/\d{4}|[|>]/.test(text);
}

/** The label of the panel that holds the list; undefined when the labels are no tabs; null when it cannot be told. */
function tabLabel(
  labels: readonly Element[],
  head: Element,
  branch: Element,
  inner: Element | undefined,
  tree: Tree,
  visible: boolean,
): Element | null | undefined {
  for (const panel of [branch, inner]) {
    const parent = panel && parentElementOf(panel);
    if (!panel || !parent) continue;
    const panels = tree
      .childrenOf(parent)
      .filter((child) => child !== head && localNameOf(child) === localNameOf(panel));
    const first = panels.length - labels.length;
    if (
      first === 0 ||
      (first > 0 && panel === branch && tree.before(panel).includes(head) && panels.length === labels.length)
    )
      return labels[panels.indexOf(panel)] ?? null;
  }
  const active = labels.filter(
    (label) =>
      ACTIVE.test(classOf(label)) ||
      queryAll(label, '.on, .active, .cur, .current, .selected, .hover', 1).length > 0,
  );
  if (active.length === 1 && visible) return active[0];
  return labels.length <= 6 && HEAD_CLASS.test(classOf(head)) ? null : undefined;
}

/** 更多 often stands below the list. */
function moreAfter(branch: Element, tree: Tree): string | undefined {
  const parent = parentElementOf(branch);
  const siblings = parent ? tree.childrenOf(parent) : [];
  for (const sibling of siblings.slice(siblings.indexOf(branch) + 1).slice(0, 2)) {
    if ((textOf(sibling) ?? '').trim().length > 12) continue;
    const link = localNameOf(sibling) === 'a' ? sibling : queryAll(sibling, 'a', 1)[0];
    if (link && isMore(link)) return targetOf(link);
  }
  return undefined;
}

function isMore(element: Element): boolean {
  const text = shortText(textOf(element), 20);
  return (
    text.length <= 10 && (MORE.test(text) || (text.length <= 2 && /more|gengduo/i.test(classOf(element))))
  );
}

function clean(text: string): string {
  return shortText(text, 200)
    .replace(/[[(（【]?\s*(?:查看)?(?:更多|more)\s*[\])）】]?|[>»+·•|…]+/gi, ' ')
    .replace(/^[\s:：]+|[\s:：]+$/g, '')
    .replace(/\s+/g, ' ');
}

function classOf(element: Element): string {
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
}
