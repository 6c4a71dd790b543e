// Observes in one pass what hinders people with disabilities and what axe-core leaves out, without holding the page.
import type { BarrierFacts } from '@/lib/model/facts/barriers';
import type { Skip } from '@/lib/model/primitives';
import { formTheme } from './barriers/forms';
import { keyboardTheme } from './barriers/keyboard';
import { languageTheme } from './barriers/language';
import { linkTheme } from './barriers/links';
import { mediaTheme } from './barriers/media';
import { openNotebook } from './barriers/scene';
import { structureTheme } from './barriers/structure';
import { styleTheme } from './barriers/style-rules';
import { tableTheme } from './barriers/tables';
import { textTheme } from './barriers/text';
import { defineProbe } from './define-probe';
import { attribute, listAll, localNameOf, queryAll } from './dom/native';
import { rootsOf } from './dom/roots';
import { styleSheetsOf } from './dom/style-sheets';

/** Elements, or style rules, between two looks at the clock. */
const LOOK_EVERY = 8;
/** Elements looked at per frame, and style rules read per tree. */
const MAX_ELEMENTS = 30_000;
const MAX_RULES = 8000;
const UNREAD =
  /^(?:script|style|noscript|template|head|meta|link|title|base|path|g|use|defs|symbol|stop|circle|rect|tspan|param|source|track|colgroup|col|wbr)$/;

export default defineProbe<BarrierFacts>({
  name: 'barriers',
  async gather(context) {
    const view = context.document.defaultView;
    if (!view) throw new Error('页面没有窗口，无法观察。');
    const { scene, sightings } = openNotebook(context, view);
    const language = languageTheme(scene);
    const themes = [
      linkTheme(scene),
      textTheme(scene),
      tableTheme(scene),
      structureTheme(scene),
      formTheme(scene),
      mediaTheme(scene),
      keyboardTheme(scene),
      language,
    ];
    const skipped: Skip[] = [];
    const roots = rootsOf(context.document);
    let seen = 0;
    for (const root of roots) {
      await context.breathe();
      const elements = listAll(root, '*');
      for (let at = 0; at < elements.length && seen < MAX_ELEMENTS; at++) {
        const element = elements[at];
        if (!element) break;
        seen += 1;
        const name = localNameOf(element);
        if (UNREAD.test(name)) continue;
        for (const theme of themes) theme.visit(element, name);
        const pause = seen % LOOK_EVERY === 0 && context.breathe();
        if (pause) await pause;
      }
    }
    for (const theme of themes) {
      await context.breathe();
      for (const _ of theme.finish?.() ?? []) await context.breathe();
    }
    for (const root of roots) await readStyles(root);

    async function readStyles(root: Document | ShadowRoot): Promise<void> {
      if (!view) return;
      const styles = styleTheme(scene);
      const sheets = styleSheetsOf(root, view);
      let rules = 0;
      for (const rule of sheets.rules) {
        if (++rules > MAX_RULES) break;
        styles.read(rule);
        if (rules % LOOK_EVERY === 0) await context.breathe();
      }
      for (const step of styles.steps(root)) {
        step();
        await context.breathe();
      }
      if (sheets.unreadable.length > 0)
        skipped.push({
          what: `${sheets.unreadable.length} 个样式表`,
          why: '样式表来自其他网站，浏览器不允许读取，其中的焦点样式、悬停菜单等未检查',
        });
      if (rules > MAX_RULES)
        skipped.push({
          what: '部分样式规则',
          why: `样式规则超过 ${MAX_RULES} 条，只检查了前 ${MAX_RULES} 条`,
        });
    }

    if (seen >= MAX_ELEMENTS)
      skipped.push({
        what: '页面靠后的元素',
        why: `页面元素超过 ${MAX_ELEMENTS} 个，只检查了前 ${MAX_ELEMENTS} 个的无障碍情况`,
      });
    const seenThere = await sightings();
    const html = queryAll(context.document, 'html', 1)[0];
    const lang = html && attribute(html, 'lang');
    return {
      facts: {
        elements: seen,
        title: String(context.document.title ?? '').slice(0, 300),
        ...(lang === null || lang === undefined ? {} : { lang }),
        letters: language.letters,
        latinLanguage: language.latinLanguage(),
        sightings: seenThere,
      },
      skipped,
    };
  },
});
