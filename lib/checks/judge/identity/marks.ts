// Judges the government-site mark (党政机关网站标识): a certificate link, the script that draws it, or only a picture.
import type { IdentityTrace } from '@/lib/model/facts/identity';
import { fold } from '@/lib/text/fold';
import { addressHost, hostBelow, markAddressOf } from '@/lib/text/identity-addresses';
import { isSiteCode } from '@/lib/text/site-code';
import type { Candidate, Doubt, FrameView } from './candidate';
import { candidateOf, hintOf, isInArticle, sourceOf, usable, withoutSilence } from './traces';

const CERTIFICATE_ID = /^[0-9a-f]{32}$/i;

const MARK_FILE =
  /(?:^|[/\\_-])(?:conac|dzjg\w*|dangzheng\w*|dangjiguan|imgconac)[\w-]*\.(?:png|jpe?g|gif|svg|webp)/i;

const MARK_COLOUR_FILE = /(?:^|[/\\_-])a?(?:red|blue)\d*\.(?:png|jpe?g|gif|svg|webp)/i;

const MARK_WORDS = /党政机关|全国党政机关事业单位|事业单位(?:网站)?标识/;

/** Candidates for the government-site mark in one frame. */
export function findMarks(view: FrameView): Candidate[] {
  const { traces } = view.facts;
  const candidates = traces.flatMap((trace) => (trace.disabled ? [] : markOf(view, trace)));
  const drawn = candidates.some(({ rank, visible }) => rank <= 1 && visible);
  return drawn
    ? candidates.map((candidate) => ({ ...candidate, doubts: withoutSilence(candidate.doubts) }))
    : candidates;
}

function markOf(view: FrameView, trace: IdentityTrace): Candidate[] {
  const { attributes } = trace;
  const source = sourceOf(trace);
  const linked = markAddressOf(trace.target);
  if (linked?.kind === 'certificate' && trace.kind !== 'script' && trace.kind !== 'inline-script') {
    if (!CERTIFICATE_ID.test(linked.id) && isWordsOnly(view, trace)) return [];
    const doubts: Doubt[] = [];
    if (!linked.official)
      doubts.push({
        kind: 'wrong-link',
        outcome: 'review',
        message: '党政机关网站标识的链接未指向 bszs.conac.cn，请核对能否打开标识证书。',
        expected: 'bszs.conac.cn',
        found: addressHost(trace.target) || trace.target.slice(0, 120),
      });
    const whole = CERTIFICATE_ID.test(linked.id);
    if (!whole)
      doubts.push({
        kind: 'malformed',
        outcome: 'fail',
        message: '党政机关网站标识的链接缺少完整的证书编号。',
        expected: '32位证书编号',
        found: linked.id || '无',
      });
    const notes = /blue/i.test(source) ? ['使用的是蓝色（事业单位）标识图片'] : [];
    return [
      candidateOf(view, trace, 0, {
        state: whole ? 'present' : 'malformed',
        value: linked.id,
        href: trace.target,
        doubts,
        notes,
      }),
    ];
  }
  if (trace.kind === 'script' || trace.kind === 'inline-script') {
    const script = markAddressOf(trace.kind === 'script' ? source : trace.text);
    if (!script) return [];
    return [
      candidateOf(view, trace, 2, {
        value: script.id,
        href: trace.kind === 'script' ? source : '',
        doubts: [SILENT_MARK],
      }),
    ];
  }
  const held = Object.entries(attributes).find(
    ([name, value]) =>
      name.startsWith('data-') &&
      (CERTIFICATE_ID.test(value)
        ? /conac|mark|dzjg|dangzheng/i.test(`${name} ${hintOf(trace)}`) || /E0530\w2819AC/i.test(value)
        : /conac|dzjg|dangzheng/i.test(`${name} ${hintOf(trace)}`) && isSiteCode(value)),
  );
  if (held)
    return [candidateOf(view, trace, 3, { value: held[1], doubts: trace.holdsImage ? [] : [SILENT_MARK] })];
  return markImage(view, trace, source);
}

/** A link of text to the register of marks, without a certificate: a partner link, or a sentence that names it. */
function isWordsOnly(view: FrameView, trace: IdentityTrace): boolean {
  if (trace.kind === 'image' || trace.holdsImage) return false;
  return isInArticle(view, trace) || !MARK_WORDS.test(fold(`${trace.text} ${trace.attributes.title ?? ''}`));
}

function markImage(view: FrameView, trace: IdentityTrace, source: string): Candidate[] {
  const words = fold(`${trace.attributes.alt ?? ''} ${trace.attributes.title ?? ''}`);
  const picture = trace.kind === 'image' || trace.kind === 'background';
  const known =
    picture &&
    (hostBelow(addressHost(source), 'conac.cn') ||
      /imgconac/i.test(trace.attributes.id ?? '') ||
      MARK_FILE.test(source) ||
      (trace.kind === 'image' && MARK_WORDS.test(words) && words.trim().length <= 24) ||
      (trace.region >= 0 && MARK_COLOUR_FILE.test(source)));
  const hinted =
    (trace.kind === 'placeholder' || trace.kind === 'link') &&
    /conac|dzjg|dangzheng/i.test(hintOf(trace)) &&
    trace.holdsImage;
  if (!known && !hinted) return [];
  return [
    candidateOf(view, trace, known ? 4 : 5, {
      href: usable(trace.target),
      notes: ['仅见图片，没有证书链接'],
      doubts: [
        {
          kind: 'image-only',
          outcome: 'review',
          message: '页面上有党政机关网站标识的图片，但没有指向标识证书的链接，请人工核对。',
          expected: '链接至 bszs.conac.cn 的标识证书',
          found: usable(trace.target) || '无有效链接',
        },
      ],
    }),
  ];
}

const SILENT_MARK: Doubt = {
  kind: 'script-silent',
  outcome: 'review',
  message: '页面放置了党政机关网站标识的脚本，但本次未显示图标，请刷新后核对。',
  expected: '显示可点击的标识图标',
  found: '脚本未响应',
};
