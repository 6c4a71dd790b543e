// What each key does in an open inspection.
import { type RefObject, useEffect, useRef } from 'react';
import type { Run, Verdict, VerdictStatus } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';
import { rowId } from './CriterionRow';
import { type ChecklistCategory, nextFilter, visibleCriteria } from './checklist-model';
import type { CriterionActions } from './criterion-actions';
import type { FindingActions } from './FindingRow';
import type { FindingsHandle } from './FindingsTab';
import type { PanelCommand } from './key-map';
import { PanelTab, type UiState } from './ui-state';
import type { PageTools } from './use-page-tools';
import { usePanelKeys } from './use-panel-keys';
import type { ChangeUiState } from './use-ui-state';

interface Commands {
  ui: UiState;
  change: ChangeUiState;
  categories: readonly ChecklistCategory[];
  suggested: ReadonlyMap<string, Suggestion[]>;
  verdicts: ReadonlyMap<string, Verdict>;
  locked: boolean;
  actions: CriterionActions;
  tools: PageTools;
  run: Run | undefined;
  findingActions: FindingActions;
  findings: RefObject<FindingsHandle | null>;
  searches: Record<'checklist' | 'findings', RefObject<HTMLInputElement | null>>;
  canUndo: boolean;
  canRedo: boolean;
  undo(): void;
  redo(): void;
  runChecks(): void;
  moreChecks(): void;
  help(): void;
}

const STATUS_OF: Partial<Record<PanelCommand, VerdictStatus>> = {
  ok: 'ok',
  hit: 'hit',
  na: 'na',
  disputed: 'disputed',
  untested: 'untested',
};

/** Binds the keys. Commands that change verdicts are silent while the session is locked. */
export function useSessionCommands(input: Commands): void {
  const { ui, categories } = input;
  const visible = visibleCriteria(categories, ui.closed);
  const moved = useRef(false);
  const lastIndex = useRef(0);
  const index = ui.active === undefined ? -1 : visible.indexOf(ui.active);
  if (index >= 0) lastIndex.current = index;

  // The active row was filtered away by its own verdict: the row that takes its place becomes the active one.
  const { change } = input;
  const successor =
    ui.active !== undefined && index < 0
      ? visible[Math.min(lastIndex.current, visible.length - 1)]
      : undefined;
  useEffect(() => {
    if (successor !== undefined) change({ active: successor });
  }, [successor, change]);

  // After a move by key the row is focused and brought into sight; it is there only once it was drawn.
  useEffect(() => {
    if (!moved.current || ui.active === undefined) return;
    moved.current = false;
    const row = document.getElementById(rowId(ui.active));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, [ui.active]);

  usePanelKeys((command) => {
    switch (command) {
      case 'help':
        input.help();
        return true;
      case 'run-checks':
        input.runChecks();
        return true;
      case 'more-checks':
        input.moreChecks();
        return true;
      case 'marks':
        void input.tools.mark(input.run, !input.tools.marked);
        return true;
      case 'undo':
        if (input.canUndo) input.undo();
        return true;
      case 'redo':
        if (input.canRedo) input.redo();
        return true;
      case 'previous-tab':
      case 'next-tab': {
        const tabs = PanelTab.options;
        const step = command === 'next-tab' ? 1 : tabs.length - 1;
        const next = tabs[(tabs.indexOf(ui.tab) + step) % tabs.length];
        if (next) change({ tab: next });
        return true;
      }
      case 'search':
        if (ui.tab === 'evidence') return false;
        input.searches[ui.tab].current?.focus();
        return true;
      default:
        if (ui.tab === 'checklist') return onChecklist(command);
        return ui.tab === 'findings' && onFindings(command);
    }
  });

  function onChecklist(command: PanelCommand): boolean {
    if (command === 'next' || command === 'previous') {
      const target =
        visible[
          index < 0 && command === 'previous' ? visible.length - 1 : index + (command === 'next' ? 1 : -1)
        ];
      if (target === undefined) return index >= 0;
      moved.current = true;
      change({ active: target });
      return true;
    }
    if (command === 'filter') {
      change({ filter: nextFilter(ui.filter) });
      return true;
    }
    const id = index >= 0 ? ui.active : undefined;
    if (id === undefined) return false;
    if (command === 'details') {
      input.actions.toggleDetails(id);
      return true;
    }
    if (input.locked) return false;
    const status = STATUS_OF[command];
    const verdict = input.verdicts.get(id);
    if (status !== undefined) {
      if ((verdict?.status ?? 'untested') !== status) input.actions.setStatus(id, status);
      return true;
    }
    switch (command) {
      case 'more':
        input.actions.setCount(id, verdict?.status === 'hit' ? verdict.count + 1 : 1);
        return true;
      case 'fewer':
        if (verdict?.status === 'hit' && verdict.count > 1) input.actions.setCount(id, verdict.count - 1);
        return true;
      case 'note':
        input.actions.editNote(id);
        return true;
      case 'evidence':
      case 'mark-evidence':
        input.actions.capture(id, command === 'evidence' ? 'visible' : 'mark');
        return true;
      case 'accept':
      case 'reject': {
        const first = input.suggested.get(id)?.[0];
        if (first && command === 'accept') input.actions.accept(first);
        else if (first) input.actions.reject(first);
        return true;
      }
      default:
        return false;
    }
  }

  function onFindings(command: PanelCommand): boolean {
    const list = input.findings.current;
    if (!list) return false;
    if (command === 'next' || command === 'previous') {
      list.move(command === 'next' ? 1 : -1);
      return true;
    }
    if (command === 'filter') {
      const order = ['all', 'fail', 'review'] as const;
      const outcome = order[(order.indexOf(ui.findings.outcome) + 1) % order.length] ?? 'all';
      change((now) => ({ ...now, findings: { ...now.findings, outcome } }));
      return true;
    }
    const finding = list.active();
    if (!finding || input.locked) return false;
    if (command === 'accept') input.findingActions.decide(finding, 'accepted');
    else if (command === 'reject') input.findingActions.decide(finding, 'rejected');
    else if (command === 'evidence' || command === 'mark-evidence') input.findingActions.capture(finding);
    else return false;
    return true;
  }
}
