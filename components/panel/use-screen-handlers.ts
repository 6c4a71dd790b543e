// What header, lists and filters do when used: stable functions, so that untouched parts of the screen are not drawn again.
import { useMemo } from 'react';
import { type ChecklistFilter, PanelTab, type UiState } from './ui-state';
import type { OpenSession } from './use-session';
import type { ChangeUiState } from './use-ui-state';

export type Asking = 'finish' | 'reopen' | 'help' | undefined;

export function useScreenHandlers(
  act: OpenSession['act'],
  change: ChangeUiState,
  quietly: (change: (state: UiState) => UiState) => void,
  ask: (what: Asking) => void,
) {
  return useMemo(() => {
    const scrolled = (tab: keyof UiState['scroll']) => (top: number) =>
      quietly((now) => ({ ...now, scroll: { ...now.scroll, [tab]: top } }));
    return {
      undo: () => void act({ type: 'undo' }),
      redo: () => void act({ type: 'redo' }),
      askFinish: () => ask('finish'),
      askReopen: () => ask('reopen'),
      help: () => ask('help'),
      close: () => ask(undefined),
      finish: () => {
        ask(undefined);
        void act({ type: 'finish' });
      },
      reopen: (reason: string) => {
        ask(undefined);
        void act({ type: 'reopen', reason });
      },
      dismissGrant: (origins: readonly string[]) =>
        change((now) => ({ ...now, grantDismissed: [...now.grantDismissed, ...origins] })),
      foldStrip: (stripClosed: boolean) => change({ stripClosed }),
      showCheck: (checkId: string) =>
        change((now) => ({ ...now, tab: 'findings', findings: { ...now.findings, checkId, pages: 'this' } })),
      showTab: (tab: string | null) => change({ tab: PanelTab.catch('checklist').parse(tab) }),
      showEvidence: () => change({ tab: 'evidence' }),
      filter: (filter: ChecklistFilter) => change({ filter }),
      query: (query: string) => change({ query }),
      toggle: (id: string) =>
        change((now) => ({
          ...now,
          closed: now.closed.includes(id) ? now.closed.filter((other) => other !== id) : [...now.closed, id],
        })),
      filterFindings: (part: Partial<UiState['findings']>) =>
        change((now) => ({ ...now, findings: { ...now.findings, ...part } })),
      scrolledChecklist: scrolled('checklist'),
      scrolledFindings: scrolled('findings'),
      scrolledEvidence: scrolled('evidence'),
    };
  }, [act, change, quietly, ask]);
}
