// Links, attachments and pictures that lead nowhere, elsewhere, or to a notice that there is no such page.
import { z } from 'zod';
import { answeringOrigins, classify, type LinkJudgement } from '@/lib/link-status/classify';
import { joinTargets, neverAsked, targetsOf } from '@/lib/link-status/targets';
import wording, {
  groups,
  type LinkProblem,
  messages,
  named,
  notes,
} from '@/lib/locale/zh-CN/checks/dead-links';
import type { LinkStatus, LinkTarget } from '@/lib/model/facts/link-status';
import type { PageFacts } from '@/lib/model/page-facts';
import type { Skip } from '@/lib/model/primitives';
import type { LinksSummary } from '@/lib/model/summary';
import { asciiHost } from '@/lib/text/hosts';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { addressFault } from './judge/image-address';
import { doubtOf, foundOf, nameOf, sentenceOf } from './judge/link-words';
import { ownHosts } from './judge/own-hosts';

/** So many doubtful links of one host with one reason are told one by one; more are told together. */
const DOUBTS_APART = 3;

interface Judged {
  target: LinkTarget;
  answer: LinkStatus;
  judgement: LinkJudgement;
}

export default defineCheck({
  id: 'dead-links',
  probes: ['links', 'images', 'linkStatus'],
  scope: 'site',
  onDemand: true,
  params: z.object({}),
  run(facts, context) {
    const status = facts.frames.find(({ facts: { linkStatus } }) => linkStatus)?.facts.linkStatus;
    const own = ownHosts(facts, context.subject);
    const targets = joinTargets([targetsOf(facts), status?.otherPages ?? []]);
    const asked = targets.filter((target) => !neverAsked(target, own));
    const answers = new Map(status?.statuses.map((answer) => [answer.url, answer]));
    const around = {
      own,
      governmentHosts: context.governmentHosts,
      answering: answeringOrigins(status?.statuses ?? []),
    };
    const judged = asked.flatMap((target): Judged[] => {
      const answer = answers.get(target.url);
      return answer ? [{ target, answer, judgement: classify(target, answer, around) }] : [];
    });
    const problems = judged.filter(({ judgement }) => judgement.class !== 'ok');
    const open = leftOver(asked, answers, status?.deniedHosts ?? [], status?.refusingHosts ?? []);
    const doubtful = problems.filter(({ judgement }) => judgement.class === 'unsure');
    const files = fileLinks(facts, own);
    const findings = [
      ...files,
      ...targets.filter((target) => neverAsked(target, own) === 'intranet').flatMap(intranet),
      ...problems.filter(({ judgement }) => judgement.class !== 'unsure').map(problem),
      ...doubts(doubtful),
      ...[...open.refusing].map(([host, list]) => refusing(host, list)),
      ...(open.rest.length > 0 ? [unchecked(open.rest, messages.unchecked(open.rest.length))] : []),
      ...(judged.length === 0 && open.denied.length > 0
        ? [unchecked(open.denied, messages.noAccess(open.denied.length))]
        : []),
    ];
    const summary: LinksSummary = {
      scope: status?.scope ?? 'page',
      pages: 1 + (status?.otherPageCount ?? 0),
      total: targets.length,
      checked: judged.length,
      ok: judged.length - problems.length,
      rest: open.rest.length,
      denied: open.denied.length,
      problems: problems.map(summaryOf).sort((a, b) => (a.url < b.url ? -1 : 1)),
    };
    return {
      ...(targets.length === 0 && files.length === 0 && { outcome: 'inapplicable' as const }),
      findings,
      skipped: skips(facts, targets, own, open, status?.stopped),
      summary,
    };
  },
});

interface LeftOver {
  /** Could be asked for at the next start. */
  rest: LinkTarget[];
  denied: LinkTarget[];
  refusing: Map<string, LinkTarget[]>;
}

/** Targets without an answer, by the reason. */
function leftOver(
  asked: readonly LinkTarget[],
  answers: ReadonlyMap<string, LinkStatus>,
  deniedHosts: readonly string[],
  refusingHosts: readonly string[],
): LeftOver {
  const left: LeftOver = { rest: [], denied: [], refusing: new Map() };
  for (const target of asked) {
    if (answers.has(target.url)) continue;
    const host = new URL(target.url).hostname;
    if (deniedHosts.includes(host)) left.denied.push(target);
    else if (refusingHosts.includes(host))
      left.refusing.set(host, [...(left.refusing.get(host) ?? []), target]);
    else left.rest.push(target);
  }
  return left;
}

function kindOf({ target, judgement }: Judged): LinkProblem {
  // Pictures have a check and indicators of their own: a broken one must not count as a dead link as well.
  if (target.kind === 'image' && judgement.class !== 'unsure') return 'image-broken';
  return judgement.class as LinkProblem;
}

function problem(judged: Judged): FindingDraft {
  const { target, answer, judgement } = judged;
  const kind = kindOf(judged);
  return {
    kind,
    item: target.url,
    outcome: judgement.certain ? 'fail' : 'review',
    group: groups[kind],
    message: sentenceOf(nameOf(target), target, answer, judgement),
    found: foundOf(answer),
    advice: wording.advice,
    locator: locatorOf(target),
  };
}

function locatorOf({ page, frame, selector, text }: LinkTarget): FindingDraft['locator'] {
  return { url: page, frame, selector, ...(text && { text }) };
}

/** Doubtful answers: one by one, or together when one host gave many with the same reason. */
function doubts(doubtful: readonly Judged[]): FindingDraft[] {
  const byReason = new Map<string, Judged[]>();
  for (const judged of doubtful) {
    const key = `${asciiHost(judged.target.url)} ${doubtOf(judged.answer)}`;
    byReason.set(key, [...(byReason.get(key) ?? []), judged]);
  }
  return [...byReason.values()].flatMap((list) => {
    const [first] = list;
    if (!first || list.length <= DOUBTS_APART) return list.map(problem);
    const host = asciiHost(first.target.url);
    return [
      {
        ...problem(first),
        item: `${host} ${first.answer.status ?? first.answer.error ?? ''}`,
        message: messages.unsureMany(host, list.length, doubtOf(first.answer)),
        found: list
          .map(({ target }) => target.url)
          .join('\n')
          .slice(0, 2_000),
      },
    ];
  });
}

function refusing(host: string, list: readonly LinkTarget[]): FindingDraft {
  return {
    kind: 'host-refuses',
    item: host,
    outcome: 'review',
    group: groups['host-refuses'],
    message: messages.hostRefuses(host, list.length),
    locator: locatorOf(list[0] as LinkTarget),
  };
}

/** Keeps a check that did not look at everything from passing. */
function unchecked(list: readonly LinkTarget[], message: string): FindingDraft {
  const { page } = list[0] as LinkTarget;
  return {
    kind: 'unchecked',
    item: '',
    outcome: 'review',
    group: groups.unchecked,
    message,
    locator: { url: page, frame: '', selector: '' },
  };
}

/** Pictures with such addresses are told by the check of pictures. */
function intranet(target: LinkTarget): FindingDraft[] {
  if (target.kind === 'image') return [];
  return [
    {
      kind: 'intranet-address',
      item: target.url,
      outcome: 'fail',
      group: groups['intranet-address'],
      message: messages.intranet(nameOf(target), asciiHost(target.url)),
      found: target.url,
      advice: wording.advice,
      locator: locatorOf(target),
    },
  ];
}

function fileLinks(facts: PageFacts, own: ReadonlySet<string>): FindingDraft[] {
  const found = new Map<string, FindingDraft>();
  for (const frame of facts.frames)
    for (const { written, text, selector } of frame.facts.links?.fileLinks ?? []) {
      if (addressFault(written, '', own) !== 'local-address' || found.has(written)) continue;
      const name = text || (written.split(/[\\/]/).pop() ?? written);
      found.set(written, {
        kind: 'local-address',
        item: written,
        outcome: 'fail',
        group: groups['local-address'],
        message: messages.local(named('link', name.slice(0, 40))),
        found: written,
        advice: wording.advice,
        locator: { url: facts.url, frame: frame.top ? '' : frame.url, selector, ...(text && { text }) },
      });
    }
  return [...found.values()];
}

function summaryOf(judged: Judged): LinksSummary['problems'][number] {
  const { target, answer, judgement } = judged;
  return {
    url: target.url,
    kind: kindOf(judged),
    outcome: judgement.certain ? 'fail' : 'review',
    page: target.page,
    text: target.text,
    ...(answer.status !== undefined && { status: answer.status }),
    ...(answer.error && { error: answer.error }),
    ...(answer.finalUrl && { finalUrl: answer.finalUrl }),
    ...(answer.redirects && { redirects: answer.redirects }),
    at: answer.at,
    ms: answer.ms,
  };
}

function skips(
  facts: PageFacts,
  targets: readonly LinkTarget[],
  own: ReadonlySet<string>,
  open: LeftOver,
  stopped: keyof typeof notes.stopped | undefined,
): Skip[] {
  const unsafe = targets.filter((target) => neverAsked(target, own) === 'unsafe').length;
  const forms = facts.frames
    .flatMap((frame) => frame.facts.links?.links ?? [])
    .filter(({ kind }) => kind === 'form');
  const deniedHosts = new Set(open.denied.map(({ url }) => new URL(url).hostname)).size;
  return [
    ...(open.denied.length > 0 ? [notes.denied(open.denied.length, deniedHosts)] : []),
    ...(stopped && open.rest.length > 0 ? [notes.stopped[stopped](open.rest.length)] : []),
    ...(unsafe > 0 ? [notes.unsafe(unsafe)] : []),
    ...(forms.length > 0 ? [notes.forms(forms.length)] : []),
  ];
}
