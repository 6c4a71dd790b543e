// Whether the markup shows that a visitor is warned before a link leaves the site; reading code is never proof.
import { doubts, marks } from '@/lib/locale/zh-CN/checks/unmarked-external-links';
import type { LinkFact, LinkFacts, PromptScript } from '@/lib/model/facts/links';
import { scriptHint } from '@/lib/text/leave-prompt';

export type LeaveMark =
  | { state: 'marked'; how: string }
  /** Something hints at a prompt, but it cannot be told whether it covers this link. */
  | { state: 'not-provable'; why: string }
  | { state: 'unmarked' };

/** Judges one external link by its own handler, then by the scripts and dialogs of its frame. */
export function leaveMark(link: LinkFact, page: LinkFacts): LeaveMark {
  return ownMark(link, page) ?? scriptMark(link, page) ?? doubt(link, page) ?? { state: 'unmarked' };
}

function ownMark(link: LinkFact, page: LinkFacts): LeaveMark | undefined {
  const handler = link.handler ?? '';
  if (/(?<![.\w])confirm\s*\(|window\s*\.\s*confirm\s*\(|layer\s*\.\s*confirm\s*\(/.test(handler))
    return { state: 'marked', how: marks.ownConfirm };
  for (const script of page.promptScripts) {
    const called = script.functions.find((name) => calls(handler, name));
    if (called) return { state: 'marked', how: marks.function(called, script.words) };
  }
  return undefined;
}

function scriptMark(link: LinkFact, page: LinkFacts): LeaveMark | undefined {
  const covering = page.promptScripts.filter((script, index) => covers(script, index, link));
  const open = covering.find((script) => exceptionFor(script, link) === undefined);
  if (open) return { state: 'marked', how: marks.script(open.words) };
  const [first] = covering;
  if (first) return { state: 'not-provable', why: doubts.exception(exceptionFor(first, link) ?? '') };
  return undefined;
}

/** Listening on the document covers links; other elements only when a selector names them. */
function covers(script: PromptScript, index: number, link: LinkFact): boolean {
  return (link.boundBy ?? []).includes(index) || (script.everyLink && link.kind === 'anchor');
}

/** The literal of the script's allow-list that occurs in this link's address or classes: such lists are substring tests. */
function exceptionFor(script: PromptScript, link: LinkFact): string | undefined {
  const address = link.address.toLowerCase();
  const classes = (link.classes ?? '').split(/\s+/);
  return script.exceptions.find((literal) => {
    const name = literal.replace(/^\./, '');
    return address.includes(literal.toLowerCase()) || classes.includes(name);
  });
}

const PROMPT_NAME = /out|leave|wai|ext(?!end)|jump|tips?|prompt|confirm|link|goto|likai|tiaozhuan/i;
const PROMPT_CLASS = /^(?:out-?(?:link|url|side)?|ext(?:ernal)?(?:-?link)?|wai-?lian|leave|is-?external)$/i;

function doubt(link: LinkFact, page: LinkFacts): LeaveMark | undefined {
  const why = doubtOfLink(link) ?? doubtOfPage(page);
  return why === undefined ? undefined : { state: 'not-provable', why };
}

function doubtOfLink(link: LinkFact): string | undefined {
  if (link.kind === 'form') return doubts.form;
  if (link.kind === 'handler' && !link.handler) return doubts.kept;
  const called = calledFunctions(link.handler ?? '').find(
    (name) => link.kind === 'option' || PROMPT_NAME.test(name),
  );
  if (called) return doubts.handler(called);
  if (link.kind === 'option' && !link.handler) return doubts.option;
  const named = (link.classes ?? '').split(/\s+/).find((name) => PROMPT_CLASS.test(name));
  return named ? doubts.className(named) : undefined;
}

function doubtOfPage(page: LinkFacts): string | undefined {
  const [prompt] = page.promptScripts;
  if (prompt) return doubts.inlineElsewhere(prompt.words);
  // Text in plain sight is an article or a notice; a prompt waits hidden.
  const dialog = page.dialogs.find(({ waiting }) => waiting);
  if (dialog) return doubts.dialog(dialog.text);
  const named = (hint: 'prompt' | 'dialog-library') =>
    page.externalScripts.find((address) => scriptHint(address) === hint);
  const script = named('prompt');
  if (script) return doubts.promptScript(fileName(script));
  const library = named('dialog-library');
  return library ? doubts.dialogLibrary(fileName(library)) : undefined;
}

function calls(handler: string, name: string): boolean {
  return calledFunctions(handler).includes(name);
}

const KNOWN_CALLS = new Set([
  'open',
  'assign',
  'replace',
  'if',
  'return',
  'void',
  'function',
  'encodeURIComponent',
  'encodeURI',
  'escape',
  'push',
]);

/** Names of functions that a handler calls, without the browser's own ways of opening an address. */
function calledFunctions(handler: string): string[] {
  const found: string[] = [];
  for (const match of handler.matchAll(/([\w$]+)\s*\(/g))
    if (match[1] && !KNOWN_CALLS.has(match[1])) found.push(match[1]);
  return found;
}

function fileName(address: string): string {
  return address
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '')
    .slice(0, 60);
}
