// Puts what the panel needs for its first picture into few files that load side by side: fifty small ones cost the dock its speed.
import { resolve } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { neededModules } from './needed-modules';

const PANEL = resolve('entrypoints/sidepanel/main.ts');
const SCREENS = resolve('components/panel/draw-panel.tsx');
const WORKBENCH = resolve('entrypoints/workbench/main.tsx');
const STYLES = /\.css(?:$|\?)/;
/** What WXT adds to every page. */
const OF_EVERY_PAGE = /wxt-(?:html-)?plugins/;

/**
 * Vite plugin. The panel's page asks the desk while its screens, an import of their own, load; so these are named in the page
 * for the browser to fetch at once. Code that the workbench loads at once, too, gets a file of its own, and so do the styles:
 * left in the panel's entry, their class names would make the workbench's lazy screens load that entry, which draws the
 * panel over them. Lazy parts stay as they are.
 */
export function panelChunk(): Plugin {
  let client: ReadonlySet<string> = new Set();
  let screens: ReadonlySet<string> = new Set();
  let workbench: ReadonlySet<string> = new Set();
  return {
    name: 'panel-chunk',
    async buildEnd() {
      client = await neededModules(PANEL, this);
      screens = await neededModules(SCREENS, this);
      workbench = await neededModules(WORKBENCH, this);
    },
    outputOptions(options) {
      // Scripts for pages are built one by one and have no second file.
      if (options.format !== 'es') return null;
      return {
        ...options,
        codeSplitting: {
          groups: [
            {
              debugName: 'panel',
              name: (id) => {
                if (id === PANEL) return null;
                if (client.has(id) && STYLES.test(id)) return 'panel-styles';
                if (client.has(id) || OF_EVERY_PAGE.test(id)) return 'panel-client';
                if (!screens.has(id)) return null;
                return workbench.has(id) ? 'panel-and-workbench' : 'panel-screens';
              },
              includeDependenciesRecursively: false,
            },
          ],
        },
      };
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }) {
        if (!bundle || chunk?.facadeModuleId?.includes('sidepanel') !== true) return;
        const later = Object.values(bundle).find(
          (file): file is Rolldown.OutputChunk => file.type === 'chunk' && file.moduleIds.includes(SCREENS),
        );
        if (!later) throw new Error(`panel-chunk: ${SCREENS} is not in the build`);
        const known = new Set(chunksOf(chunk, bundle));
        const chunks = chunksOf(later, bundle).filter((each) => !known.has(each));
        return chunks.map(({ fileName }) => fetchedAtOnce(fileName));
      },
    },
  };
}

/** The chunk and all that are loaded before it runs. */
function chunksOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const found = new Set([chunk]);
  for (const { imports } of found)
    for (const name of imports) {
      const file = bundle[name];
      if (file?.type === 'chunk') found.add(file);
    }
  return [...found];
}

function fetchedAtOnce(fileName: string): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
    injectTo: 'head',
  };
}
