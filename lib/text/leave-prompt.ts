// Recognises, in text and inline script, the prompt that warns a visitor before leaving the site. Nothing is run.
import type { PromptScript } from '@/lib/model/facts/links';

const LEAVE_WORDS =
  /(?:即将|将要|将会|您将|你将|正在|是否|确定要?|确认要?)(?:离开|跳转|前往|跳出|进入外部|访问外部|打开外部)[^'"<>\n]{0,30}|离开(?:本|当前|我)?(?:网?站|门户)[^'"<>\n]{0,20}|(?:前往|跳转(?:到|至)?|进入|访问)(?:外部|第三方|站外|非本站|非政府)[^'"<>\n]{0,20}/;

/** One of these stands in whatever LEAVE_WORDS finds. */
const CORES = ['离开', '跳转', '前往', '跳出', '外部', '第三方', '站外', '非本站', '非政府'];

const SHOWS: [string, RegExp][] = [
  ['confirm', /(?<![.\w])confirm\s*\(|window\s*\.\s*confirm\s*\(/],
  ['layer', /\blayer\s*\.\s*(?:confirm|open|alert|msg)\s*\(/],
  ['alert', /(?<![.\w])alert\s*\(/],
  [
    'dialog',
    /\.\s*(?:modal|dialog|confirm|show|fadeIn|slideDown|addClass|open)\s*\(|\.\s*style\s*\.\s*display|showModal\s*\(/,
  ],
];

const EVERY_LINK =
  /document\s*\.\s*links\b|getElementsByTagName\s*\(\s*["']a["']\s*\)|\$\s*\(\s*(?:document|["'](?:body|html)["'])[^)]*\)\s*\.\s*(?:on|delegate)\s*\(|document\s*(?:\.\s*(?:body|documentElement)\s*)?\.\s*(?:addEventListener\s*\(\s*["']click|onclick\s*=)|window\s*\.\s*addEventListener\s*\(\s*["']click/;

/** `$('.links a')`, `querySelectorAll('a[target]')` and the like. */
const SELECTS_LINKS =
  /(?:\$|jQuery|querySelector(?:All)?)\s*\(\s*["'][^"'\n]{0,80}?(?:^|[\s,>"'])a(?![\w-])/m;

const SELECTOR_CALLS = [
  /(?:\$|jQuery)\s*\(\s*(["'])(.{1,120}?)\1\s*\)\s*\.\s*(?:not\s*\([^)]*\)\s*\.\s*)?(?:click|on|bind|live|each|delegate|attr|one)\s*\(/gs,
  /querySelectorAll\s*\(\s*(["'])(.{1,120}?)\1\s*\)/gs,
  /\.\s*on\s*\(\s*["']click["']\s*,\s*(["'])(.{1,120}?)\1/gs,
  /\.\s*delegate\s*\(\s*(["'])(.{1,120}?)\1\s*,\s*["']click/gs,
];

const EXCEPTION =
  /(?:indexOf|includes|match|test|endsWith|startsWith|search|hasClass|not|contains)\s*\(\s*(["'])([^"'\n]{2,60})\1|\/((?:[^/\\\n]|\\.){3,60})\/[a-z]*\s*\.\s*test\s*\(/g;

/** The leave-site wording in a text, at most 60 characters, or ''. Reads `\uXXXX` escapes of scripts too. */
export function leaveWords(text: string): string {
  // On most pages a plain search ends the matter: the pattern would try every position of a long text.
  if (!text.includes('\\u') && !CORES.some((core) => text.includes(core))) return '';
  return (LEAVE_WORDS.exec(unescapeUnicode(text))?.[0] ?? '').slice(0, 60).trim();
}

const WARNING =
  /离开|跳转|跳出|站外|外部|外链|第三方|非本站|非本网站|非政府|其他网站|(?:即将|将要|正在|是否|确定要?)(?:前往|打开|访问|进入)|免责/;

/** true: words shown after a click on a link warn of leaving; wider than `leaveWords`, which reads whole pages. */
export function warnsOfLeaving(shown: string): boolean {
  return WARNING.test(shown);
}

/** true: inline script listens on the document or walks over all links, so that reading one link proves nothing. */
export function listensToAllLinks(source: string): boolean {
  if (!source.includes('click') && !source.includes('links') && !source.includes('TagName')) return false;
  const code = withoutComments(source);
  return EVERY_LINK.test(code) || (/click/i.test(code) && SELECTS_LINKS.test(code));
}

/**
 * What an inline script that shows a leave-site prompt binds to, or null when the script does not look like one:
 * it must speak of leaving and show something. Reading code gives hints, never proof.
 */
export function readPromptScript(source: string): PromptScript | null {
  const code = withoutComments(unescapeUnicode(source));
  const words = leaveWords(code);
  if (!words) return null;
  const shows = SHOWS.find(([, pattern]) => pattern.test(code))?.[0];
  if (!shows) return null;
  const selectors = new Set<string>();
  for (const pattern of SELECTOR_CALLS)
    for (const match of code.matchAll(pattern)) if (match[2]) selectors.add(match[2].trim());
  const functions = new Set<string>();
  for (const match of code.matchAll(
    /function\s+([\w$]+)\s*\(|\b([\w$]+)\s*=\s*(?:async\s*)?(?:function\b|\([^)]*\)\s*=>)/g,
  ))
    functions.add(match[1] ?? match[2] ?? '');
  const exceptions = new Set<string>();
  for (const match of code.matchAll(EXCEPTION))
    exceptions.add((match[2] ?? (match[3] ?? '').replace(/\\(.)/g, '$1')).trim());
  const everyLink =
    EVERY_LINK.test(code) && ![...selectors].some((selector) => /(^|[\s,>])a[.#[:]/.test(selector));
  return {
    words,
    shows,
    selectors: [...selectors].slice(0, 10),
    everyLink,
    functions: [...functions].filter(Boolean).slice(0, 30),
    exceptions: [...exceptions]
      .filter((text) => !/^(?:https?:?)?\/{0,2}$|^(?:javascript|#|mailto|tel)/i.test(text))
      .slice(0, 30),
  };
}

/** Comments go; `//` inside an address stays because a colon or quote stands before it. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[\s;{}])\/\/[^\n]*/g, '$1');
}

function unescapeUnicode(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const SCRIPT_NAME =
  /(?:out[-_]?(?:url|link|site)|wai[-_]?lian|wailink|wltz|wlts|checklink|check[-_]?url|non[-_]?local|ext(?:ernal)?[-_]?links?|leave|lizhan|likai|tiaozhuan|jumptip|linktips?|urltips?)/i;
const DIALOG_LIBRARY =
  /(?:^|\/)(?:layer|layui(?:\.all)?|artdialog|jquery[-.]confirm|sweetalert2?|swal|lhgdialog|jbox)[\w.-]*\.js/i;

/** What the address of an external script hints at: the prompt itself, a dialog library, or nothing. */
export function scriptHint(address: string): 'prompt' | 'dialog-library' | undefined {
  const path = address.replace(/[?#].*$/, '');
  if (SCRIPT_NAME.test(path.slice(path.lastIndexOf('/')))) return 'prompt';
  return DIALOG_LIBRARY.test(path) ? 'dialog-library' : undefined;
}
