// Links to checks as text that people can write in a cell and that loses nothing: `broken-images 问题=not-loaded 结果=fail`.
import type { CheckLink } from '@/lib/model/indicator-set';

const FIELDS = { kinds: '问题', items: '对象', outcomes: '结果' } as const;
type Field = keyof typeof FIELDS;
const ORDER: readonly Field[] = ['kinds', 'items', 'outcomes'];

/** Words that need no quotes; all others are written as JSON strings. */
const BARE = /^[^\s,，=＝"“”]+$/u;
const NO_BREAK = /[\n\r\u2028\u2029]/g;

/** Links one a line. */
export function linksToText(links: readonly CheckLink[]): string {
  return links.map(linkToText).join('\n');
}

function linkToText(link: CheckLink): string {
  const fields = ORDER.flatMap((field) => {
    const list = link[field];
    return list === undefined ? [] : [`${FIELDS[field]}=${list.map(word).join(',')}`];
  });
  return [word(link.check), ...fields].join(' ');
}

function word(text: string): string {
  return BARE.test(text)
    ? text
    : JSON.stringify(text).replace(NO_BREAK, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Reads the text form. Full-width commas and equal signs are understood.
 * @returns the links, or one Chinese clause that says what is wrong in which line.
 */
export function textToLinks(text: string): { links: CheckLink[] } | { wrong: string } {
  const links: CheckLink[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const tokens = tokensOf(line);
    const link = tokens === undefined ? undefined : linkOf(tokens);
    if (link === undefined) {
      return {
        wrong: `第 ${index + 1} 项“${line.trim().slice(0, 40)}”写法不对，应为“检查编号 问题=… 对象=… 结果=fail”`,
      };
    }
    links.push(link);
  }
  return { links };
}

type Token = { kind: 'word'; text: string } | { kind: '=' } | { kind: ',' } | { kind: 'space' };

function tokensOf(line: string): Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = /(\s+)|([,，])|([=＝])|("(?:[^"\\]|\\.)*")|([^\s,，=＝"“”]+)/uy;
  while (pattern.lastIndex < line.length) {
    const match = pattern.exec(line);
    if (match === null) return undefined;
    const [, space, comma, equals, quoted, bare] = match;
    if (space !== undefined) tokens.push({ kind: 'space' });
    else if (comma !== undefined) tokens.push({ kind: ',' });
    else if (equals !== undefined) tokens.push({ kind: '=' });
    else if (bare !== undefined) tokens.push({ kind: 'word', text: bare });
    else {
      const text = unquote(quoted ?? '');
      if (text === undefined) return undefined;
      tokens.push({ kind: 'word', text });
    }
  }
  return withoutIdleSpaces(tokens);
}

/** Spaces separate fields only; around commas and equal signs they mean nothing. */
function withoutIdleSpaces(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => {
    if (token.kind !== 'space') return true;
    const before = tokens[index - 1]?.kind;
    const after = tokens[index + 1]?.kind;
    if (before === undefined || after === undefined || before === ',' || after === ',' || after === '=') {
      return false;
    }
    // `问题= 对象=a`: the next word names a field, so the list before it is empty and the space does separate.
    return before !== '=' || kindAfterWord(tokens, index + 1) === '=';
  });
}

function kindAfterWord(tokens: readonly Token[], word: number): Token['kind'] | undefined {
  const next = tokens[word + 1]?.kind;
  return next === 'space' ? tokens[word + 2]?.kind : next;
}

function unquote(quoted: string): string | undefined {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

function linkOf(tokens: readonly Token[]): CheckLink | undefined {
  const groups = splitAtSpaces(tokens);
  const [head, ...fields] = groups;
  const [check] = head ?? [];
  if (head?.length !== 1 || check?.kind !== 'word') return undefined;
  const lists: Partial<Record<Field, string[]>> = {};
  for (const group of fields) {
    const parsed = fieldOf(group);
    if (parsed === undefined || lists[parsed.field] !== undefined) return undefined;
    lists[parsed.field] = parsed.list;
  }
  const outcomes = lists.outcomes?.map((text) => (text === 'fail' || text === 'review' ? text : undefined));
  if (outcomes?.includes(undefined)) return undefined;
  return {
    check: check.text,
    ...(lists.kinds ? { kinds: lists.kinds } : {}),
    ...(lists.items ? { items: lists.items } : {}),
    ...(outcomes ? { outcomes: outcomes.filter((outcome) => outcome !== undefined) } : {}),
  };
}

function splitAtSpaces(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'space') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

/** `问题=a,b`, or `问题=` for an empty list. */
function fieldOf(group: readonly Token[]): { field: Field; list: string[] } | undefined {
  const [name, equals, ...rest] = group;
  if (name?.kind !== 'word' || equals?.kind !== '=') return undefined;
  const field = ORDER.find((one) => FIELDS[one] === name.text);
  if (field === undefined) return undefined;
  const list: string[] = [];
  for (const [index, token] of rest.entries()) {
    if (index % 2 === 1 ? token.kind !== ',' : token.kind !== 'word') return undefined;
    if (token.kind === 'word') list.push(token.text);
  }
  if (rest.length > 0 && rest.length % 2 === 0) return undefined;
  return { field, list };
}
