// The one road from the screens to stored data and to the browser; React knows only this.
import type { GatherOptions } from '@/lib/checks/engine/run-checks';
import type { DeskChange } from '@/lib/desk/desk-change';
import type { Desk } from '@/lib/desk/protocol';
import type { LinkStatus } from '@/lib/model/facts/link-status';
import type { Locator } from '@/lib/model/finding';
import type { FrameFacts, ProbeName } from '@/lib/model/page-facts';
import type { Skip, Viewport } from '@/lib/model/primitives';

export interface InspectionClient {
  desk: Desk;
  /** Calls back after every durable change, by whichever window. Returns the unsubscriber. */
  onDeskChange(listener: (change: DeskChange) => void): () => void;
  /** The inspected tab; only in the panel. */
  page: TargetPage;
  /** Asking for the addresses that pages lead to; only in the panel. */
  links: LinkRequests;
  /** Hands a file to the browser's download. Needs no permission. */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer> | Blob, mime: string): Promise<void>;
  /** Opens the workbench tab (or brings it to front), e.g. at `#/sessions/ID`. */
  openWorkbench(route?: string): Promise<void>;
  /**
   * Opens the page of a problem in a new tab, whose panel then rechecks this item. The panel comes by itself when the
   * site is granted, else with the click on the icon.
   */
  openRecheck(rectificationId: string, url: string): Promise<void>;
  /**
   * Opens an http(s) address in a new tab whose panel begins with this state (see writeUiState). The panel comes by itself
   * where the host is granted, else with the icon. Rejects with PageError for any other address.
   */
  openSite(url: string, panelState: unknown): Promise<void>;
  /**
   * Shows an http(s) address in a window beside, in the tab that the last such call used, while this window keeps the keys.
   * Rejects with PageError for any other address.
   */
  openBeside(url: string): Promise<void>;
  /** The keys that the browser has given to the icon and to the one-click check now, as it writes them; '' for none. */
  browserKeys(): Promise<{ toggle: string; runChecks: string }>;
  now(): Date;
}

/** Requests to linked addresses. They need access to the hosts, which the user grants. */
export interface LinkRequests {
  /** Those of the hosts that may be asked now. */
  mayAsk(hosts: readonly string[]): Promise<ReadonlySet<string>>;
  mayAskAll(): Promise<boolean>;
  /** Asks the user for all hosts; call it in a click. May stay pending as long as the browser's dialog is open. */
  requestAll(): Promise<boolean>;
  /** One GET, ended as soon as enough is known, 15 seconds at most. Never rejects. */
  ask(url: string, signal: AbortSignal): Promise<Omit<LinkStatus, 'tries'>>;
  /** A pause that the browser does not lengthen while the panel is out of sight. */
  pause(ms: number): Promise<void>;
}

/** The page in short; `siteName` and `siteIdCode` come from its page tags. */
export interface PageDescription {
  url: string;
  title: string;
  viewport: Viewport;
  /** The browser as it calls itself, and the width of all content, CSS pixels. */
  browser?: string;
  contentWidth?: number;
  siteName?: string;
  siteIdCode?: string;
}

/** Where the target tab is. */
export interface PageState {
  tabId: number;
  url: string;
  title: string;
  /** false while loading. */
  ready: boolean;
  /** Set when nothing can run here, one Chinese sentence: browser page, store, or access lost after a change of site. */
  blocked?: string;
}

export interface ProbeFrames {
  frames: FrameFacts[];
  skipped: Skip[];
  /** Taken by the probe itself, of something that is gone afterwards. */
  pictures?: Capture[];
}

export interface Capture {
  /** JPEG data URL. */
  image: string;
  width: number;
  height: number;
  viewport: Viewport;
  url: string;
  title: string;
}

/** Failure of the page side; `message` is one clear Chinese sentence. */
export class PageError extends Error {
  constructor(
    readonly code: 'blocked' | 'timeout' | 'cancelled' | 'gone' | 'failed' | 'busy',
    message: string,
  ) {
    super(message);
    this.name = 'PageError';
  }
}

export type Place = 'left' | 'right' | 'side-panel';

/** Origin patterns of the inspected site for the permission prompt, and whether they are granted. */
export interface HostAccess {
  origins: string[];
  granted: boolean;
}

export interface TargetPage {
  /**
   * What a panel is opened with, at once: where the tab is (without asking the page: `blocked` only when the address alone
   * tells), and what `readUiState` and `recheckOrder` give. Before it has answered `place` may be wrong. Rejects with PageError.
   */
  readStart(): Promise<{
    state: PageState;
    ui: unknown;
    recheck: string | undefined;
    /** As `hostAccess` gives it, where the tab's memory tells the site. */
    access: HostAccess | undefined;
  }>;
  /** Calls back with the present state and after every navigation. Returns the unsubscriber. */
  watch(listener: (state: PageState) => void): () => void;
  /** Address, title, viewport and declared site tags of the page as it is now. Rejects with PageError. */
  describe(): Promise<PageDescription>;
  /** Puts the scripts of the one-click check into the page, ahead of its probes. Rejects where the probes will, too. */
  prepare(): Promise<void>;
  /** Runs one probe in every frame that can be reached. Rejects with PageError. */
  gather(probe: ProbeName, options: GatherOptions): Promise<ProbeFrames>;
  /** Scrolls to the spot, marks it strongly, takes the earlier strong mark away. 'hidden': there, but not shown now. */
  jumpTo(locator: Locator): Promise<'shown' | 'hidden' | 'gone'>;
  /** Weak, numbered marks on all of them; an empty list takes all marks away. Number of spots found. */
  markAll(marks: { locator: Locator; label: string }[]): Promise<number>;
  clearMarks(): Promise<void>;
  /** Picture without the dock. With a locator: that element with a margin in CSS pixels, mark kept. */
  capture(what: { locator?: Locator; margin?: number }): Promise<Capture>;
  /** Tells the dock's holder; 'side-panel' moves the same panel into the browser's side panel. Call it in a click. */
  move(place: Place): Promise<void>;
  /** Where this panel is now. */
  place(): Place;
  /** Where this browser can put it. */
  places(): readonly Place[];
  fold(): Promise<void>;
  /** Shows the page at a phone's size over itself until the user closes it. Call it in a click. Rejects with PageError. */
  showMobileView(): Promise<void>;
  /** Rejects with PageError. */
  hostAccess(): Promise<HostAccess>;
  /** Asks the user; call it in a click. May stay pending as long as the browser's dialog is open. */
  requestHostAccess(): Promise<boolean>;
  /** Panel state that survives navigation in this tab (open category, scroll, filter): plain JSON. */
  readUiState(): Promise<unknown>;
  writeUiState(state: unknown): Promise<void>;
  /** The item that this tab was opened to recheck; undefined when there is none. */
  recheckOrder(): Promise<string | undefined>;
  /** Forgets the order: the panel is an ordinary one again. */
  endRecheck(): Promise<void>;
  /** Orders from outside the panel, e.g. the run-checks key. Returns the unsubscriber. */
  onCommand(listener: (command: 'run-checks') => void): () => void;
}
