// Turns what a row asks for into steps of the session; the returned actions stay the same object for the rows' sake.
import { useCallback, useMemo, useRef, useState } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import { checkTitle } from '@/components/shared/check-wording';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Finding } from '@/lib/model/finding';
import type { Suggestion } from '@/lib/model/suggestion';
import type { CriterionActions } from './criterion-actions';
import type { FindingActions } from './FindingRow';
import type { FindingDecisions } from './findings-model';
import { useSay } from './notice';
import type { PageTools } from './use-page-tools';
import type { OpenSession } from './use-session';
import type { ChangeUiState } from './use-ui-state';

interface Input {
  session: OpenSession;
  suggestions: readonly Suggestion[];
  tools: PageTools;
  change: ChangeUiState;
  showEvidence(): void;
}

export interface CriterionControl {
  actions: CriterionActions;
  openDetails: ReadonlySet<string>;
  noteOpen: string | undefined;
  /** Accepts all open suggestions of a check that rest on sure findings, as one step. */
  acceptAll(checkId: string): void;
  criterionText(criterionId: string): string | undefined;
}

export function useCriterionActions(input: Input): CriterionControl {
  const say = useSay();
  const [openDetails, setOpenDetails] = useState<ReadonlySet<string>>(new Set());
  const [noteOpen, setNoteOpen] = useState<string>();
  const latest = useRef(input);
  latest.current = input;

  const actions = useMemo<CriterionActions>(() => {
    const act = (op: Parameters<OpenSession['act']>[0]) => latest.current.session.act(op);
    const edit = (criterionId: string, part: object) =>
      act({ type: 'verdicts', edits: [{ criterionId, ...part }] });
    const decide = (decision: 'accepted' | 'rejected', suggestion: Suggestion, count?: number) =>
      act({
        type: 'decide',
        decision,
        suggestions: [
          {
            criterionId: suggestion.criterionId,
            findingKeys: suggestion.findingKeys,
            ...(count === undefined ? {} : { count }),
          },
        ],
      });
    return {
      activate: (id) => latest.current.change((ui) => (ui.active === id ? ui : { ...ui, active: id })),
      setStatus: (id, status) => edit(id, { status }),
      choose(id, status) {
        const stored = edit(id, { status });
        latest.current.session.underway.show();
        return stored;
      },
      setCount: (id, count) => void edit(id, { status: 'hit', count: Math.max(1, count) }),
      setNote: (id, note) => void edit(id, { note }),
      setAmount: (id, amount) => void edit(id, { amount }),
      editNote: setNoteOpen,
      toggleDetails: (id) =>
        setOpenDetails((open) => {
          const next = new Set(open);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
      accept: (suggestion, count) => void decide('accepted', suggestion, count),
      reject: (suggestion) => void decide('rejected', suggestion),
      findingsOf: (suggestion) => findingsBehind(latest.current.session, suggestion),
      jumpTo: (finding) => void latest.current.tools.jumpTo(finding),
      capture: (criterionId, what) => {
        const { tools } = latest.current;
        if (what === 'mark' && !tools.spot) {
          say('problem', '尚未标记位置：请先在“发现”中点一条问题，再按 Shift+E。');
          return;
        }
        void tools.capture({
          criterionId,
          ...(what === 'mark' && tools.spot ? { finding: tools.spot } : {}),
        });
      },
      showEvidence: () => latest.current.showEvidence(),
    };
  }, [say]);

  const acceptAll = useCallback(
    (checkId: string) => {
      const { session, suggestions } = latest.current;
      const open = suggestions.filter(
        (suggestion) => suggestion.checkId === checkId && suggestion.outcome === 'fail',
      );
      if (open.length === 0) return;
      const title = checkTitle(checkId);
      void session
        .act({
          type: 'decide',
          decision: 'accepted',
          reason: `采纳“${title}”检查的全部建议`,
          suggestions: open.map(({ criterionId, findingKeys, count }) => ({
            criterionId,
            findingKeys,
            count,
          })),
        })
        .then((stored) => {
          if (!stored) return;
          const undo = () => void latest.current.session.act({ type: 'undo' });
          say('done', `已采纳“${title}”的 ${open.length} 条建议。`, { label: '撤销本次采纳', run: undo });
        });
    },
    [say],
  );

  const { set } = input.session.view;
  const texts = useMemo(
    () => new Map(criteriaOf(set).map(({ criterion }) => [criterion.id, criterion.text])),
    [set],
  );
  const criterionText = useCallback((id: string) => texts.get(id), [texts]);
  return { actions, openDetails, noteOpen, acceptAll, criterionText };
}

/** The same for rows of the findings list. */
export function useFindingActions(
  session: OpenSession,
  decisionsOf: (finding: Finding) => FindingDecisions,
  tools: PageTools,
): FindingActions {
  const client = useClient();
  const say = useSay();
  const latest = useRef({ session, decisionsOf, tools });
  latest.current = { session, decisionsOf, tools };
  return useMemo(
    () => ({
      jumpTo: (finding) => void latest.current.tools.jumpTo(finding),
      decide: (finding, decision) => {
        const { open } = latest.current.decisionsOf(finding);
        if (open.length === 0) return;
        void latest.current.session.act({
          type: 'decide',
          decision,
          suggestions: open.map(({ criterionId, findingKey }) => ({
            criterionId,
            findingKeys: [findingKey],
          })),
        });
      },
      capture: (finding) => {
        const criterionId = criterionOf(latest.current.session, latest.current.decisionsOf(finding), finding);
        void latest.current.tools.capture({ finding, ...(criterionId === undefined ? {} : { criterionId }) });
      },
      addAlias: ({ item }) => {
        const { subject } = latest.current.session.view;
        if (subject.aliases.includes(item)) {
          say('done', `${item} 已是本站域名，重新检查后生效。`);
          return;
        }
        client.desk.putSubject({ ...subject, aliases: [...subject.aliases, item].sort() }).then(
          async () => {
            await latest.current.session.reload();
            say('done', `已将 ${item} 记为本站域名，重新检查后生效。`);
          },
          (error: unknown) => say('problem', sentenceOf(error)),
        );
      },
    }),
    [client, say],
  );
}

/** The criterion a picture of this finding speaks for: one it was accepted on, else one it is suggested for. */
function criterionOf(
  session: OpenSession,
  decisions: FindingDecisions,
  finding: Finding,
): string | undefined {
  const accepted = session.view.verdicts.find(
    ({ findingKeys }) => findingKeys.includes(finding.key) || findingKeys.includes(finding.siteKey),
  );
  return accepted?.criterionId ?? decisions.open[0]?.criterionId;
}

/** Findings of the stored runs that a suggestion rests on, each once. */
function findingsBehind(session: OpenSession, suggestion: Suggestion): Finding[] {
  const wanted = new Set(suggestion.findingKeys);
  const found = new Map<string, Finding>();
  for (const run of session.view.runs)
    for (const result of run.results)
      for (const finding of result.findings) {
        const key = wanted.has(finding.key) ? finding.key : finding.siteKey;
        if (wanted.has(key) && !found.has(key)) found.set(key, finding);
      }
  return [...found.values()];
}
