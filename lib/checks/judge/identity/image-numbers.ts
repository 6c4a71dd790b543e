// Judges filing numbers that a page shows only as a picture: in an image's words, a link's title, or the address behind it.
import type { NumberHit } from '@/lib/text/filing-numbers';
import { isPoliceCode } from '@/lib/text/filing-numbers';
import { filingRegisterOf, recordCodeOf } from '@/lib/text/identity-addresses';
import { type Candidate, type FrameView, placed } from './candidate';

/** Candidates for the number that `find` finds, in the words of images and of links around images. `name`: plain Chinese. */
export function inImages(view: FrameView, find: (text: string) => NumberHit[], name: string): Candidate[] {
  return view.facts.traces.flatMap((trace) => {
    if (trace.kind !== 'image' && !(trace.kind === 'link' && trace.holdsImage)) return [];
    const hit = find(trace.text)[0];
    if (!hit) return [];
    return [
      {
        rank: 6 + (view.foreign ? 10 : 0),
        state: 'present' as const,
        value: hit.value,
        canonical: hit.canonical,
        notes: ['只在图片的说明文字中'],
        doubts: [
          {
            kind: 'image-only' as const,
            outcome: 'review' as const,
            message: `${name}只在图片的说明文字中，页面上没有文字，请核对图片内容。`,
            expected: '以文字显示',
            found: hit.value,
          },
        ],
        ...(trace.target ? { href: trace.target } : {}),
        ...placed(view, trace),
      },
    ];
  });
}

/** Candidates for the police number: an image that leads to this site's record in the register, with no number printed. */
export function policeImages(view: FrameView): Candidate[] {
  return view.facts.traces.flatMap((trace) => {
    if (trace.kind !== 'link' || !trace.holdsImage || filingRegisterOf(trace.target) !== 'police') return [];
    const code = recordCodeOf(trace.target).replace(/\D/g, '');
    if (!isPoliceCode(code)) return [];
    return [
      {
        rank: 7 + (view.foreign ? 10 : 0),
        state: 'present' as const,
        value: code,
        canonical: code,
        notes: ['仅见图标，没有文字号码'],
        doubts: [
          {
            kind: 'image-only' as const,
            outcome: 'review' as const,
            message: '公安备案只有图标和链接，页面上没有文字号码，请核对。',
            expected: '以文字显示公安备案号',
            found: code,
          },
        ],
        href: trace.target,
        ...placed(view, trace),
      },
    ];
  });
}
