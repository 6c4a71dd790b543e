// Tells which lines of a register mean the same website or account.
import type { Subject } from '@/lib/model/session';
import { asciiHost } from '@/lib/text/hosts';

type Line = Pick<Subject, 'kind' | 'name'> &
  Partial<Pick<Subject, 'siteIdCode' | 'url' | 'platform' | 'account'>>;

/**
 * Places of the lines, grouped by subject; every line is in exactly one group.
 *
 * Websites are the same by site code, or by host (with or without `www.`). Sites with different codes may share a host:
 * there the whole address decides. Accounts are the same by platform and account; by platform and name when at most one
 * account of that name is known on the platform.
 */
export function sameGroups(lines: readonly Line[]): number[][] {
  const groups = new Groups(lines.length);
  const together = (places: readonly number[]) => {
    for (const place of places.slice(1)) groups.join(places[0] ?? place, place);
  };
  const by = (kind: Line['kind'], keyOf: (line: Line) => string | undefined) => {
    const buckets = new Map<string, number[]>();
    lines.forEach((line, place) => {
      const key = line.kind === kind ? keyOf(line) : undefined;
      if (key === undefined) return;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(place);
      else buckets.set(key, [place]);
    });
    return [...buckets.values()];
  };
  const distinct = (places: readonly number[], value: (line: Line) => string | undefined) =>
    new Set(places.flatMap((place) => (lines[place] ? (value(lines[place]) ?? []) : []))).size;

  for (const places of by('website', codeOf)) together(places);
  for (const places of by('website', hostOf)) if (distinct(places, codeOf) <= 1) together(places);
  for (const places of by('website', addressOf)) together(places);
  // A site without address and code is the same only by name.
  for (const places of by('website', (line) =>
    (codeOf(line) ?? hostOf(line)) === undefined ? line.name : undefined,
  ))
    together(places);
  for (const places of by('new-media', accountOf)) together(places);
  for (const places of by('new-media', nameOnPlatform)) {
    const nameless = places.filter((place) => lines[place] && accountOf(lines[place]) === undefined);
    together(distinct(places, accountOf) <= 1 ? places : nameless);
  }
  return groups.all();
}

/** The subject of the register that the line means, if any. */
export function sameSubject(register: readonly Subject[], line: Line): Subject | undefined {
  const group = sameGroups([...register, line]).find((places) => places.includes(register.length));
  const place = group?.find((one) => one < register.length);
  return place === undefined ? undefined : register[place];
}

function codeOf({ siteIdCode }: Line): string | undefined {
  return siteIdCode?.trim().toLowerCase() || undefined;
}

function hostOf({ url }: Line): string | undefined {
  const host = url === undefined ? '' : asciiHost(url).replace(/^www\./, '');
  return host === '' ? undefined : host;
}

/** Host and path; scheme, query and the names of front pages do not matter. */
function addressOf(line: Line): string | undefined {
  const host = hostOf(line);
  if (host === undefined || line.url === undefined || !URL.canParse(line.url)) return undefined;
  const { pathname, port } = new URL(line.url);
  return `${host}:${port}${pathname.replace(/\/(?:index|default|main|home)\.\w+$/i, '/').replace(/\/+$/, '')}`;
}

function accountOf({ platform, account }: Line): string | undefined {
  const plain = folded(account ?? '');
  return plain === '' ? undefined : `${platform ?? ''}\n${plain}`;
}

function nameOnPlatform({ platform, name }: Line): string {
  return `${platform ?? ''}\n${folded(name)}`;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'@]/g, '');
}

/** Union-find. */
class Groups {
  private readonly parent: number[];

  constructor(count: number) {
    this.parent = Array.from({ length: count }, (_, place) => place);
  }

  join(a: number, b: number): void {
    const [low, high] = [this.root(a), this.root(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) this.parent[high] = low;
  }

  all(): number[][] {
    const groups = new Map<number, number[]>();
    this.parent.forEach((_, place) => {
      const root = this.root(place);
      groups.set(root, [...(groups.get(root) ?? []), place]);
    });
    return [...groups.values()];
  }

  private root(place: number): number {
    let root = place;
    while (this.parent[root] !== root) root = this.parent[root] ?? root;
    for (let at = place; at !== root; ) {
      const next = this.parent[at] ?? root;
      this.parent[at] = root;
      at = next;
    }
    return root;
  }
}
