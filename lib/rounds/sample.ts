// Which subjects a round inspects: the whole register, or a sample that anyone can draw again.
import type { SubjectKind } from '@/lib/model/primitives';
import type { RoundSet } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';
import { byCodePoint } from '@/lib/text/order';
import { setRuleFor } from './round-set';

/**
 * Subjects of the register that a round can inspect: those that a set is named for. Left out are subjects made on the
 * fly from a page, and accounts whose filing says that they are closed.
 */
export function eligibleSubjects(subjects: readonly Subject[], sets: readonly RoundSet[]): Subject[] {
  return subjects.filter(
    (subject) =>
      !subject.adHoc && subject.filing?.state !== 'closed' && setRuleFor(sets, subject) !== undefined,
  );
}

/**
 * Draws `size` subjects, each kind and group in proportion to its share (largest remainders first, then the larger
 * group, then the group's name). Within a group the subjects with the lowest hash of seed and identity are taken, so
 * the same register, seed and size give the same subjects, whatever order the register is in. The identity is the site
 * code, else the host, else platform and account, else the name: not our own id, so that another office that has
 * imported the same register draws the same.
 * @param kinds drawn from; subjects of other kinds are all in, on top of `size`. Left out = all kinds.
 * @returns in no particular order; all when there are no more than `size`.
 */
export function drawSample(
  subjects: readonly Subject[],
  { seed, size, kinds }: { seed: string; size: number; kinds?: readonly SubjectKind[] | undefined },
): Subject[] {
  const drawn = (subject: Subject) => kinds === undefined || kinds.includes(subject.kind);
  const whole = subjects.filter((subject) => !drawn(subject));
  const strata = new Map<string, Subject[]>();
  for (const subject of subjects.filter(drawn)) {
    const name = `${subject.kind} ${subject.group ?? ''}`;
    strata.set(name, [...(strata.get(name) ?? []), subject]);
  }
  const seats = shareSeats(new Map([...strata].map(([name, members]) => [name, members.length])), size);
  const chosen = [...strata].flatMap(([name, members]) =>
    byHash(members, seed).slice(0, seats.get(name) ?? 0),
  );
  return [...whole, ...chosen];
}

/**
 * Spreads `seats` over groups in proportion to their sizes (Hare quota, largest remainders). Never more seats than
 * members; the seats given are min(seats, all members).
 */
export function shareSeats(sizes: ReadonlyMap<string, number>, seats: number): Map<string, number> {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(seats, all);
  if (all === 0) return new Map();
  const shares = [...sizes].map(([name, size]) => ({
    name,
    size,
    whole: Math.floor((wanted * size) / all),
    remainder: (wanted * size) % all,
  }));
  let left = wanted - shares.reduce((sum, { whole }) => sum + whole, 0);
  shares.sort((a, b) => b.remainder - a.remainder || b.size - a.size || byCodePoint(a.name, b.name));
  // A quota is at most the group's size, and one with a remainder is below it: one more always fits.
  return new Map(shares.map(({ name, whole }) => [name, whole + (left-- > 0 ? 1 : 0)]));
}

function byHash(subjects: readonly Subject[], seed: string): Subject[] {
  return subjects
    .map((subject) => ({ subject, rank: hash(`${seed}\n${identity(subject)}`) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        byCodePoint(identity(a.subject), identity(b.subject)) ||
        byCodePoint(a.subject.id, b.subject.id),
    )
    .map(({ subject }) => subject);
}

function identity({ siteIdCode, host, url, platform, account, name }: Subject): string {
  if (siteIdCode) return `code ${siteIdCode}`;
  if (platform) return `account ${platform} ${account ?? name}`;
  return host || url ? `host ${host || url}` : `name ${name}`;
}

/** A 53-bit hash of a text (cyrb53, public domain): spreads well, the same on every computer. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
