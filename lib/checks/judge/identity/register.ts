// Compares what the page says of itself with what the register holds: site code and sponsor. Only a person can settle it.
import type { CheckContext, FindingDraft } from '@/lib/checks/engine/define-check';
import { comparable } from '@/lib/text/fold';
import { isSiteCode } from '@/lib/text/site-code';
import { best, type Candidate } from './candidate';
import type { CodeSource } from './codes';

/** `sources` are the codes on the page, `sponsors` the candidates for the sponsor. */
export function registerFindings(
  pageUrl: string,
  sources: readonly CodeSource[],
  printed: Candidate | undefined,
  sponsors: Candidate[],
  subject: CheckContext<unknown>['subject'],
): FindingDraft[] {
  const found: FindingDraft[] = [];
  const register = (subject?.siteIdCode ?? '').trim().toLowerCase();
  const others = sources.filter(({ code }) => code !== register);
  if (isSiteCode(register) && others.length > 0) {
    const listed = others.map(({ place, code }) => `${place}${code}`).join('，');
    found.push({
      ...place(pageUrl, printed),
      kind: 'register-mismatch',
      item: 'siteIdCode',
      outcome: 'review',
      group: '网站标识码',
      message: `网站标识码与台账不一致：台账为${register}，${listed}，请核对。`,
      expected: `台账：${register}`,
      found: listed,
    });
  }
  const sponsor = best(sponsors);
  const unit = subject?.unit || (subject?.adHoc ? '' : subject?.name) || '';
  if (
    sponsor?.visible &&
    sponsor.value &&
    unit &&
    subject?.adHoc !== true &&
    !alike(sponsor.value, [unit, subject?.name ?? ''])
  )
    found.push({
      ...place(pageUrl, sponsor),
      kind: 'register-mismatch',
      item: 'sponsor',
      outcome: 'review',
      group: '主办单位',
      message: `页面标明的主办单位与台账登记的单位不一致，请核对。`,
      expected: `台账：${unit}`,
      found: sponsor.value,
    });
  return found;
}

function place(url: string, candidate: Candidate | undefined): Pick<FindingDraft, 'locator'> {
  return {
    locator: {
      url,
      frame: candidate?.frame ?? '',
      selector: candidate?.selector ?? '',
      ...(candidate?.value ? { text: candidate.value } : {}),
      ...(candidate?.rect ? { rect: candidate.rect } : {}),
    },
  };
}

/** true when one name holds the other, or both begin alike for most of the shorter: offices are written long and short. */
function alike(value: string, names: readonly string[]): boolean {
  const own = core(value);
  return names.map(core).some((name) => {
    if (name.length < 2) return false;
    if (own.includes(name) || name.includes(own)) return true;
    let same = 0;
    while (same < own.length && same < name.length && own[same] === name[same]) same += 1;
    return same >= 4 && same * 3 >= Math.min(own.length, name.length) * 2;
  });
}

function core(name: string): string {
  return comparable(name)
    .replace(/^(?:中共|中国)/, '')
    .replace(/(?:政务)?(?:门户|官方)?(?:网站|网|站)$/, '')
    .replace(/(?:办公室|办公厅|办)$/, '')
    .replace(/人民政府$/, '政府');
}
