// What a harmless click proves: the visitor was warned, left without a word, or it cannot be told.
import { proofs, sights } from '@/lib/locale/zh-CN/checks/unproved-leave-notice';
import type { ClickSight, LeaveNoticeClick } from '@/lib/model/facts/leave-notice';
import { warnsOfLeaving } from '@/lib/text/leave-prompt';
import { linkTarget } from './link-target';

export interface ClickVerdict {
  state: 'marked' | 'unmarked' | 'not-provable';
  /** How, where to, or why not; plain Chinese. */
  why: string;
}

/** `own` are hosts as `asciiHost` gives them; `governmentHosts` the user's own list of suffixes. */
export function clickVerdict(
  click: LeaveNoticeClick,
  own: ReadonlySet<string>,
  governmentHosts: readonly string[],
): ClickVerdict | undefined {
  const { claim } = click;
  if (!claim) return undefined;
  if (claim.state === 'gone') return { state: 'not-provable', why: proofs.gone };
  const leaving = claim.saw.findIndex(isLeaving);
  const warning = claim.saw.findIndex(isWarning);
  const shown = claim.saw[warning];
  if (shown && (leaving === -1 || warning < leaving))
    return { state: 'marked', why: sights[nameOf(shown)](shown.text.slice(0, 80)) };
  if (shown) return { state: 'not-provable', why: proofs.both(shown.text.slice(0, 60)) };
  const left = claim.saw[leaving];
  const words = claim.saw.find(isBox);
  if (left) {
    const verdict = leavingVerdict(left.text, click, own, governmentHosts);
    // Something was shown first whose words this program does not know for a warning: a person reads them.
    if (verdict.state === 'unmarked' && words)
      return { state: 'not-provable', why: proofs.words(words.text.slice(0, 60)) };
    return verdict;
  }
  if (words) return { state: 'not-provable', why: proofs.words(words.text.slice(0, 60)) };
  if (claim.saw.some(({ what }) => what === 'frame')) return { state: 'not-provable', why: proofs.frame };
  if (claim.state === 'broken') return { state: 'not-provable', why: proofs.broken };
  if (claim.saw.some(({ what }) => what === 'request')) return { state: 'not-provable', why: proofs.request };
  return { state: 'not-provable', why: proofs.nothing };
}

function leavingVerdict(
  address: string,
  click: LeaveNoticeClick,
  own: ReadonlySet<string>,
  governmentHosts: readonly string[],
): ClickVerdict {
  const target = linkTarget(address, own, governmentHosts);
  if (target.kind === 'external' && target.via === undefined)
    return { state: 'unmarked', why: proofs.left(target.host) };
  const { host, pathname } = new URL(address);
  if (target.kind === 'external' || (target.kind === 'own' && names(address, click.address)))
    return { state: 'marked', why: sights.interstitial(pathname) };
  if (click.role === 'government') return { state: 'unmarked', why: proofs.left(host) };
  return { state: 'not-provable', why: proofs.elsewhere(`${host}${pathname}`.slice(0, 80)) };
}

/** true: an address carries another one's host in its query or fragment, whole or encoded. */
function names(address: string, other: string): boolean {
  const { search, hash } = new URL(address);
  const { host } = new URL(other);
  return [search + hash, decoded(search + hash)].some((text) => text.includes(host));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isLeaving({ what, text }: ClickSight): boolean {
  return /^(navigate|open|submit)$/.test(what) && /^https?:/i.test(text) && URL.canParse(text);
}

function isBox({ what }: ClickSight): boolean {
  return /^(confirm|alert|prompt|dialog)$/.test(what);
}

function isWarning(sight: ClickSight): boolean {
  return isBox(sight) && warnsOfLeaving(sight.text);
}

function nameOf({ what }: ClickSight): 'confirm' | 'alert' | 'dialog' {
  if (what === 'alert') return 'alert';
  return what === 'dialog' ? 'dialog' : 'confirm';
}
