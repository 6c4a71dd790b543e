// Judges the entry to “我为政府网站找错”: drawn by its script, a link, a handler, or only a picture or words.
import type { IdentityTrace } from '@/lib/model/facts/identity';
import { fold } from '@/lib/text/fold';
import { addressHost, errorEntryOf, hostKind, isErrorEntryScript } from '@/lib/text/identity-addresses';
import { isSiteCode } from '@/lib/text/site-code';
import type { Candidate, Doubt, FrameView } from './candidate';
import { candidateOf, hintOf, isInArticle, sourceOf, usable, withoutSilence } from './traces';

const ENTRY_FILE = /jiucuo[\w-]*\.(?:png|jpe?g|gif|svg|webp)/i;

const ENTRY_WORDS = /政府网站找错|我为政府网站找错/;

const OWN_FORM_WORDS = /我要纠错|网页纠错|内容纠错|我要找错误/;

/** Candidates for the find-error entry in one frame. */
export function findErrorEntries(view: FrameView): Candidate[] {
  const candidates = view.facts.traces.flatMap((trace) => (trace.disabled ? [] : entryOf(view, trace)));
  const drawn = candidates.some(({ rank, visible }) => rank <= 1 && visible);
  const shown = candidates.some(({ rank, visible }) => rank === 4 && visible);
  return drawn || shown
    ? candidates.map((entry) => ({ ...entry, doubts: withoutSilence(entry.doubts) }))
    : candidates;
}

function entryOf(view: FrameView, trace: IdentityTrace): Candidate[] {
  const { attributes } = trace;
  const source = sourceOf(trace);
  if (trace.kind === 'script' || trace.kind === 'inline-script') return entryScript(view, trace, source);
  const handler = `${trace.target} ${attributes.onclick ?? ''}`;
  const linked = errorEntryOf(handler);
  if (linked) {
    const doubts: Doubt[] = [];
    if (linked.host === 'retired')
      doubts.push(retiredEntry(addressHost(trace.target) || trace.target.slice(0, 120)));
    if (linked.host === 'other')
      doubts.push({
        kind: 'wrong-link',
        outcome: 'review',
        message: '找错入口未指向国务院办公厅统一的找错平台，请核对能否打开。',
        expected: 'zfwzgl.www.gov.cn',
        found: addressHost(trace.target) || trace.target.slice(0, 120),
      });
    return [
      candidateOf(view, trace, 0, {
        ...codeState(linked.code, doubts),
        href: usable(trace.target) || handler.trim(),
        doubts,
      }),
    ];
  }
  const version = /exposure\/images\/jiucuo[^?]*\?v=((?:bm)?\d{8,10})/i.exec(source)?.[1];
  if (trace.kind === 'image' && version)
    return [candidateOf(view, trace, 1, { value: version, href: usable(trace.target), doubts: [] })];
  const code = Object.entries(attributes).find(
    ([name, value]) =>
      /^data-/.test(name) &&
      /jiucuo|zhaocuo|exposure|site-?_?code/i.test(`${name} ${hintOf(trace)}`) &&
      isSiteCode(value),
  );
  if (code && trace.kind !== 'image')
    return [candidateOf(view, trace, 3, { value: code[1], doubts: trace.holdsImage ? [] : [SILENT_ENTRY] })];
  return entryImage(view, trace, source);
}

function entryScript(view: FrameView, trace: IdentityTrace, source: string): Candidate[] {
  if (trace.kind === 'inline-script') {
    if (
      !/_jiucuo_|jiucuo[\w.-]*\.js|exposure\/jiucuo/i.test(trace.text) ||
      !/<|%3c|createElement|src\s*=/i.test(trace.text)
    )
      return [];
    const code = /site_?code\W{1,8}((?:bm)?\d{8,10})/i.exec(trace.text)?.[1] ?? '';
    if (!code) return [];
    return [candidateOf(view, trace, 2, { value: code, doubts: [SILENT_ENTRY] })];
  }
  const named = /^_?jiucuo_?$/i.test(trace.attributes.id ?? '');
  const code = (trace.attributes.sitecode ?? '').trim();
  if (!named && !isErrorEntryScript(source)) return [];
  if (!named && !code) return [];
  const doubts: Doubt[] = [SILENT_ENTRY];
  if (hostKind(source) === 'retired') doubts.push(retiredEntry(addressHost(source)));
  return [candidateOf(view, trace, 2, { ...codeState(code, doubts), href: source, doubts })];
}

/** An image that may be the entry's icon under another name: too little to call it present. */
export function suspectedEntry(view: FrameView): IdentityTrace | undefined {
  return view.facts.traces.find(
    (trace) =>
      trace.visible &&
      trace.region >= 0 &&
      trace.holdsImage &&
      /zhaocuo/i.test(`${sourceOf(trace)} ${hintOf(trace)}`),
  );
}

function entryImage(view: FrameView, trace: IdentityTrace, source: string): Candidate[] {
  const words = fold(`${trace.text} ${trace.attributes.alt ?? ''} ${trace.attributes.title ?? ''}`);
  if (OWN_FORM_WORDS.test(words)) return [];
  const picture = trace.kind === 'image' || trace.kind === 'background';
  const known =
    picture && (ENTRY_FILE.test(source) || (ENTRY_WORDS.test(words) && words.trim().length <= 40));
  const worded =
    trace.kind === 'text' &&
    ENTRY_WORDS.test(words) &&
    words.trim().length <= 24 &&
    !isInArticle(view, trace);
  const hinted = trace.kind === 'placeholder' && /jiucuo/i.test(hintOf(trace)) && trace.holdsImage;
  if (!known && !worded && !hinted) return [];
  return [
    candidateOf(view, trace, 4, {
      href: usable(trace.target),
      notes: [worded ? '仅见文字，链接未指向统一找错平台' : '仅见图片，没有找错平台链接'],
      doubts: [
        {
          kind: worded ? 'wrong-link' : 'image-only',
          outcome: 'review',
          message: `页面上有找错入口的${worded ? '文字' : '图片'}，但未见指向统一找错平台的链接，请点击核对。`,
          expected: '链接至 zfwzgl.www.gov.cn 并带网站标识码',
          found: usable(trace.target) || '无有效链接',
        },
      ],
    }),
  ];
}

const SILENT_ENTRY: Doubt = {
  kind: 'script-silent',
  outcome: 'review',
  message: '页面放置了找错入口的脚本，但本次未显示图标，请刷新后核对。',
  expected: '显示可点击的找错图标',
  found: '脚本未响应',
};

function retiredEntry(found: string): Doubt {
  return {
    kind: 'retired-link',
    outcome: 'review',
    message: '找错入口仍使用旧平台地址，请改用 zfwzgl.www.gov.cn。',
    expected: 'zfwzgl.www.gov.cn',
    found,
  };
}

/** State and value by the entry's code; adds the doubt when it is no site code. */
function codeState(code: string, doubts: Doubt[]): { state: Candidate['state']; value?: string } {
  if (isSiteCode(code)) return { state: 'present', value: code };
  doubts.push({
    kind: 'malformed',
    outcome: 'fail',
    message: code ? '找错入口所带的网站标识码格式不正确。' : '找错入口没有带网站标识码。',
    expected: '10位数字，或bm加8位数字',
    found: code || '无',
  });
  return { state: 'malformed', ...(code ? { value: code } : {}) };
}
