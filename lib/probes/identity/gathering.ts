// From the walk over a frame to its facts: page, tags, frames, foot lines with their parts, traces, comments.
import type {
  IdentityFacts,
  IdentityLine,
  IdentityLinePart,
  IdentitySpot,
  IdentityTrace,
} from '@/lib/model/facts/identity';
import { yearlyReportRow } from '@/lib/text/yearly-report';
import type { ProbeContext } from '../define-probe';
import { parentElementOf, queryAll } from '../dom/native';
import { attributeOf, attributesOf, bodyOf, boxOf, isVisible } from './dom';
import { outlineOf } from './outline';
import { findRegions, isWithin, liesInArticle, type Region } from './regions';
import { backgroundOf, handlerAbove, isClickable, targetOf } from './targets';
import type { RawLine, RawTrace, Walk } from './walk-result';

/** A frame with less text than this may be nothing but a page foot. */
const SMALL_FRAME = 1500;
const MAX_LINES = 320;
/** Lines between two looks at the clock. */
const LOOK_EVERY = 32;
const MAX_LOCATED_LINES = 120;
const MAX_PARTS = 30;
const STRONG =
  /[ＩI]\s?[ＣC]\s?[ＰP]\s*[备備证]|公.{0,6}[备備]|标识码|識別碼|標識碼|识别码|标志码|网站(?:标识|识别)号|主\s?[办辦]\s?(?:单\s?位|單位|方)?\s*[:：]|site\s?id/i;
const MAX_FOOT_ELEMENTS = 1500;
/** The national certificate ids share this middle. */
const CERTIFICATE_ID = /^[\dA-F]{16}E0530[\dA-F]2819AC[\dA-F]{4}$/i;
const DATA_NAME = /conac|dzjg|mark|jiucuo|zhaocuo|site-?_?code|exposure/;

/** The facts of one frame, made of what the walk saw and what is asked of its elements afterwards. */
export class Gathering {
  private readonly document: Document;
  private readonly regions: Region[];

  constructor(
    private readonly context: ProbeContext,
    private readonly seen: Walk,
  ) {
    this.document = context.document;
    this.regions = findRegions(this.document, seen, this.isSmallFrame());
  }

  async facts(waited: { settled: boolean; waitedMs: number }): Promise<IdentityFacts> {
    await this.context.breathe();
    const outline = await outlineOf(this.context, this.seen, (element) => this.selector(element));
    const lines = await this.lines();
    const traces = await this.traces();
    await this.context.breathe();
    return {
      page: { ...this.page(), settled: waited.settled, waitedMs: waited.waitedMs },
      metas: this.metas(),
      outline,
      frames: this.frames(),
      regions: this.regions.map(({ root, kind, inArticle }) => ({
        selector: this.selector(root),
        kind,
        inArticle,
      })),
      lines,
      traces,
      comments: this.seen.comments.map(({ elements, text, parent }) => ({
        elements,
        text,
        selector: parent ? this.selector(parent) : '',
      })),
    };
  }

  private isSmallFrame(): boolean {
    let top = true;
    try {
      top = this.document.defaultView === null || this.document.defaultView.top === this.document.defaultView;
    } catch {
      top = false;
    }
    return !top && this.seen.textLength <= SMALL_FRAME;
  }

  private page() {
    const body = bodyOf(this.document);
    const root = queryAll(this.document, ':root')[0];
    const containers = queryAll(
      this.document,
      '#app, #root, #__next, #__nuxt, #main-app, [ng-app], [data-reactroot]',
    );
    const scripts = queryAll(this.document, 'script[src]').map((script) => attributeOf(script, 'src'));
    return {
      title: (queryAll(this.document, 'title')[0]?.textContent ?? '').trim().slice(0, 300),
      language: root ? attributeOf(root, 'lang') : '',
      characterSet: String(this.document.characterSet ?? ''),
      frameset: body?.localName === 'frameset',
      elements: this.seen.elements,
      lines: this.seen.lines.length,
      cut: this.seen.cut,
      textLength: this.seen.textLength,
      emptyApp: this.seen.textLength < 200 && containers.some((container) => this.charsOf(container) < 20),
      footScripts: scripts
        .filter((src) =>
          /(?:^|[/_-])[a-z_-]*(?:foot|bottom|copyright|dibu)[\w-]*\.(?:js|php|jsp|aspx?)/i.test(src),
        )
        .slice(0, 10),
    };
  }

  private charsOf(element: Element): number {
    return this.seen.spans.get(element)?.chars ?? 0;
  }

  private metas(): IdentityFacts['metas'] {
    const head = queryAll(this.document, 'head')[0];
    return queryAll(this.document, 'meta')
      .slice(0, 200)
      .flatMap((meta) => {
        for (const attribute of ['name', 'property', 'http-equiv'] as const) {
          const name = attributeOf(meta, attribute);
          if (name)
            return [
              {
                name: name.slice(0, 100),
                content: attributeOf(meta, 'content').slice(0, 4000),
                attribute,
                inHead: parentElementOf(meta) === head,
              },
            ];
        }
        return [];
      });
  }

  private frames(): IdentityFacts['frames'] {
    return queryAll(this.document, 'iframe, frame')
      .filter((frame) => !this.context.isOwn(frame))
      .slice(0, 60)
      .map((frame) => {
        const box = boxOf(frame);
        return {
          url: this.frameUrl(frame),
          visible: frame.localName === 'frame' || isVisible(frame),
          width: box?.width ?? 0,
          height: box?.height ?? 0,
        };
      });
  }

  /** Where the frame is now when it may be read, else where its attribute sends it. */
  private frameUrl(frame: Element): string {
    try {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      if (inner) return inner.URL;
    } catch {
      // A frame of another site does not tell.
    }
    const src = attributeOf(frame, 'src');
    try {
      return src ? new URL(src, this.document.baseURI).href : 'about:blank';
    } catch {
      return src;
    }
  }

  private async lines(): Promise<IdentityLine[]> {
    const chosen: IdentityLine[] = [];
    let located = 0;
    const regionOf = (order: number) =>
      this.regions.findIndex((region) => order >= region.firstLine && order <= region.lastLine);
    for (const [order, line] of this.seen.lines.entries()) {
      if (chosen.length >= MAX_LINES) break;
      const pause = order % LOOK_EVERY === 0 && this.context.breathe();
      if (pause) await pause;
      const region = regionOf(order);
      const strong = line.key && line.text.length <= 600 && STRONG.test(line.text);
      // Rows of a yearly report are kept so that its codes and units are not taken for the page's own.
      if (region < 0 && !strong && yearlyReportRow(line.text) < 0) continue;
      chosen.push({
        order,
        region,
        text: line.text.slice(0, 800),
        inArticle: this.inArticle(line, region),
        parts: line.key && located++ < MAX_LOCATED_LINES ? this.parts(line) : [],
      });
    }
    return chosen;
  }

  private inArticle(line: RawLine, region: number): boolean {
    const known = this.regions[region];
    if (known) return known.inArticle;
    const element = line.pieces[0]?.element;
    return element ? liesInArticle(element) : false;
  }

  private parts(line: RawLine): IdentityLinePart[] {
    return line.pieces.slice(0, MAX_PARTS).map((piece, index) => ({
      from: piece.from,
      to: line.pieces[index + 1]?.from ?? line.text.length,
      ...this.spot(piece.element),
      href: piece.anchor ? targetOf(piece.anchor) : targetOf(piece.element),
      linkSelector: piece.anchor ? this.selector(piece.anchor) : '',
    }));
  }

  private async traces(): Promise<IdentityTrace[]> {
    const seenBefore = new Set<string>();
    const traces: IdentityTrace[] = [];
    for (const raw of [...this.seen.traces, ...this.dataTraces()]) {
      await this.context.breathe();
      const trace = this.trace(raw);
      const identity = JSON.stringify([trace.selector, trace.kind, trace.text]);
      if (seenBefore.has(identity)) continue;
      seenBefore.add(identity);
      traces.push(trace);
      const background = trace.kind === 'placeholder' ? backgroundOf(raw.element) : '';
      if (background)
        traces.push({ ...trace, kind: 'background', attributes: { ...trace.attributes, src: background } });
    }
    return traces;
  }

  /** Elements of the foot that hold a certificate id or site code in a data attribute for a script to draw from. */
  private dataTraces(): RawTrace[] {
    const known = new Set(this.seen.traces.map(({ element }) => element));
    const found: RawTrace[] = [];
    for (const region of this.regions) {
      const elements = queryAll(region.root, '*').slice(0, MAX_FOOT_ELEMENTS);
      for (const element of elements) {
        if (known.has(element) || this.context.isOwn(element)) continue;
        const held = Object.entries(attributesOf(element)).some(
          ([name, value]) =>
            name.startsWith('data-') &&
            (CERTIFICATE_ID.test(value) || (DATA_NAME.test(name) && /^[\da-z]{10,32}$/i.test(value))),
        );
        if (held)
          found.push({
            element,
            kind: 'placeholder',
            anchor: null,
            text: '',
            disabled: false,
            line: region.firstLine,
          });
      }
    }
    return found;
  }

  private holdsImage(element: Element): boolean {
    return queryAll(element, 'img, svg, input[type="image"]').length > 0 || backgroundOf(element) !== '';
  }

  private trace(raw: RawTrace): IdentityTrace {
    const own = targetOf(raw.element);
    const target = own || (raw.anchor ? targetOf(raw.anchor) : '') || handlerAbove(raw.element);
    const region = this.regions.findIndex((candidate) => isWithin(candidate, raw));
    return {
      kind: raw.kind,
      attributes: attributesOf(raw.element),
      text: raw.text.slice(0, 600),
      target: target.slice(0, 1000),
      clickable: raw.kind === 'text' || raw.kind === 'image' ? isClickable(raw.element) : false,
      holdsImage: raw.kind === 'image' || this.holdsImage(raw.element),
      disabled: raw.disabled,
      region,
      ...this.spot(raw.element),
    };
  }

  private spot(element: Element): IdentitySpot {
    const rect = boxOf(element);
    return { selector: this.selector(element), visible: isVisible(element), ...(rect ? { rect } : {}) };
  }

  private selector(element: Element): string {
    try {
      return this.context.selectorOf(element);
    } catch {
      return '';
    }
  }
}
