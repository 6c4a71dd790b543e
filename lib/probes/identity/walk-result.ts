// What the walk over a frame brings back: lines, traces, comments, evidence; and how much of each is kept at most.
import type { IdentityElement } from '@/lib/model/summary';

export interface Piece {
  element: Element;
  anchor: Element | null;
  from: number;
}

export interface RawLine {
  text: string;
  pieces: Piece[];
  /** Holds a word that one of the elements may be told by. */
  key: boolean;
}

export interface RawTrace {
  element: Element;
  kind: 'link' | 'image' | 'script' | 'inline-script' | 'placeholder' | 'text';
  anchor: Element | null;
  text: string;
  disabled: boolean;
  line: number;
}

/** What an element covers: lines and characters, from the walk's counters. */
export interface Span {
  firstLine: number;
  lastLine: number;
  chars: number;
}

export interface Walk {
  lines: RawLine[];
  traces: RawTrace[];
  comments: { elements: IdentityElement[]; text: string; parent: Element | undefined }[];
  evidence: { element: Element; bit: number; line: number }[];
  spans: Map<Element, Span>;
  /** Elements that are called foot, bottom or copyright. */
  feet: Element[];
  /** Elements that are called like an article's text. */
  articles: Element[];
  textLength: number;
  elements: number;
  /** Lists that reached their limit. */
  cut: boolean;
}

export const MAX = {
  elements: 60_000,
  lines: 40_000,
  tokens: 60,
  traces: 400,
  comments: 60,
  evidence: 60,
  feet: 60,
  articles: 60,
  text: 4_000_000,
};

export function emptyWalk(): Walk {
  return {
    lines: [],
    traces: [],
    comments: [],
    evidence: [],
    spans: new Map(),
    feet: [],
    articles: [],
    textLength: 0,
    elements: 0,
    cut: false,
  };
}
