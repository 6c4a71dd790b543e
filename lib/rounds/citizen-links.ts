// Finds the registered website that a citizen report is about: by identification code, host, name, then unit.
import type { CitizenReport } from '@/lib/model/citizen-report';
import type { Subject } from '@/lib/model/session';
import { comparable } from '@/lib/text/fold';
import { asciiHost, isUnder } from '@/lib/text/hosts';

/** `subjectId` when exactly one fits; `candidates`, sorted, when a person has to choose; both empty when none fits. */
export interface CitizenLink {
  subjectId?: string;
  candidates: string[];
}

/** Candidates that a person is offered at most. */
const MOST_CANDIDATES = 20;

/** Looks up messages in a register. */
export function citizenLinker(
  subjects: readonly Subject[],
): (report: Pick<CitizenReport, 'unit' | 'site' | 'siteIdCode' | 'url'>) => CitizenLink {
  const sites = subjects
    .filter(({ kind }) => kind === 'website')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((subject) => ({
      id: subject.id,
      code: comparable(subject.siteIdCode ?? ''),
      hosts: [subject.host, subject.url, ...subject.aliases]
        .map((one) => asciiHost(one ?? ''))
        .filter((host) => host !== ''),
      name: plainName(subject.name),
      unit: plainUnit(subject.unit ?? ''),
    }));
  type Site = (typeof sites)[number];

  const byHost = (host: string): Site[] => {
    const depth = (site: Site) =>
      site.hosts.filter((own) => isUnder(host, own)).reduce((most, own) => Math.max(most, own.length), 0);
    const best = sites.reduce((most, site) => Math.max(most, depth(site)), 0);
    return best === 0 ? [] : sites.filter((site) => depth(site) === best);
  };

  return ({ unit, site, siteIdCode, url }) => {
    const code = comparable(siteIdCode ?? '') || codeIn(site);
    const name = plainName(site);
    const unitName = plainUnit(unit);
    const hosts = [...new Set([hostIn(site), hostIn(url ?? '')].filter((host) => host !== ''))];
    const ofUnit = (some: Site[]) => {
      const narrowed = some.filter((one) => unitName !== '' && one.unit === unitName);
      return some.length > 1 && narrowed.length > 0 ? narrowed : some;
    };
    const sure = [
      code === '' ? [] : sites.filter((one) => one.code === code),
      ...hosts.map(byHost),
      name === '' ? [] : sites.filter((one) => one.name === name),
    ];
    for (const found of sure) {
      const fitting = ofUnit(found);
      if (fitting.length > 0) return linkOf(fitting);
    }
    const units = unitName === '' ? [] : sites.filter((one) => one.unit === unitName);
    // A code or host that the register does not know speaks against the unit's known site.
    return code !== '' || hosts.length > 0 ? { candidates: idsOf(units) } : linkOf(units);
  };

  function linkOf(found: readonly Site[]): CitizenLink {
    const [only] = found;
    return found.length === 1 && only ? { subjectId: only.id, candidates: [] } : { candidates: idsOf(found) };
  }
  function idsOf(found: readonly Site[]): string[] {
    return found.slice(0, MOST_CANDIDATES).map(({ id }) => id);
  }
}

/** A host of the text, when it is an address or a host and nothing else; '' otherwise. */
function hostIn(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const address = /^(?:https?:\/\/)?[^\s/:@?#，。；]+\.[^\s/:@?#，。；]+(?::\d+)?(?:[/?#]\S*)?$/i.test(plain);
  return address ? asciiHost(plain) : '';
}

function codeIn(text: string): string {
  return /(?<![\da-z])(?:\d{10}|bm\d{8})(?![\da-z])/.exec(comparable(text))?.[0] ?? '';
}

/** Without what a name may have or leave out: quotes, brackets' remarks, 门户网站, 官网. */
function plainName(text: string): string {
  return comparable(text)
    .replace(/[“”"'《》]|\(.*?\)/g, '')
    .replace(/(?:政府)?(?:门户网站|官方网站|门户|官网|网站|网)$/, '')
    .replace(/人民政府$/, '');
}

function plainUnit(text: string): string {
  return comparable(text)
    .replace(/\(.*?\)/g, '')
    .replace(/(?:人民)?政府(?:办公[室厅])?$/, '');
}
