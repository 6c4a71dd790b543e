// What the panel remembers per tab so that it looks the same after a navigation: tab, filter, open categories, scroll.
import { z } from 'zod';

export const ChecklistFilter = z.enum(['all', 'untested', 'hit', 'suggested', 'na']);
export type ChecklistFilter = z.infer<typeof ChecklistFilter>;

export const PanelTab = z.enum(['checklist', 'findings', 'evidence']);
export type PanelTab = z.infer<typeof PanelTab>;

export const OutcomeFilter = z.enum(['all', 'fail', 'review']);
export type OutcomeFilter = z.infer<typeof OutcomeFilter>;

export const UiState = z.object({
  /** The session shown in this tab. */
  sessionId: z.string().optional(),
  /** Host whose start screen was asked for: its only unfinished session is not opened by itself again. */
  left: z.string().optional(),
  tab: PanelTab,
  filter: ChecklistFilter,
  query: z.string(),
  /** Categories that are folded. */
  closed: z.array(z.string()),
  /** The criterion that the keys act on. */
  active: z.string().optional(),
  /** Scroll offset of each tab, pixels. */
  scroll: z.object({ checklist: z.number(), findings: z.number(), evidence: z.number() }),
  findings: z.object({
    query: z.string(),
    outcome: OutcomeFilter,
    /** Shown check; '' = all. */
    checkId: z.string(),
    pages: z.enum(['this', 'all']),
    /** Groups folded or opened by hand: id → open. */
    open: z.record(z.string(), z.boolean()),
  }),
  /** Folded list of checks under the one-click button. */
  stripClosed: z.boolean(),
  /** Origins whose grant was declined here; not asked again in this tab. */
  grantDismissed: z.array(z.string()),
});
export type UiState = z.infer<typeof UiState>;

export const EMPTY_UI_STATE: UiState = {
  tab: 'checklist',
  filter: 'all',
  query: '',
  closed: [],
  scroll: { checklist: 0, findings: 0, evidence: 0 },
  findings: { query: '', outcome: 'all', checkId: '', pages: 'this', open: {} },
  stripClosed: false,
  grantDismissed: [],
};

/** The stored state; the empty one when nothing or something unreadable was stored. */
export function parseUiState(stored: unknown): UiState {
  const parsed = UiState.safeParse(stored);
  return parsed.success ? parsed.data : EMPTY_UI_STATE;
}

/** The state for another session: what belongs to the old one's list is dropped, the person's choices stay. */
export function forSession(state: UiState, sessionId: string | undefined): UiState {
  if (state.sessionId === sessionId) return state;
  const { active: _dropped, sessionId: _old, ...kept } = state;
  return {
    ...EMPTY_UI_STATE,
    stripClosed: kept.stripClosed,
    grantDismissed: kept.grantDismissed,
    ...(sessionId === undefined ? {} : { sessionId }),
  };
}
