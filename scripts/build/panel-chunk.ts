// Puts everything that the panel needs for its first picture into two files: fifty small ones cost the dock its speed.
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const PANEL = resolve('entrypoints/sidepanel/main.tsx');
const WORKBENCH = resolve('entrypoints/workbench/main.tsx');

type ModuleInfo = { importedIds: readonly string[] } | null;

/**
 * Vite plugin. Code that the workbench loads at once, too, gets a file of its own, and so do the styles: left in the
 * panel's entry, their class names would make the workbench's lazy screens load that entry, which draws the panel over
 * them. Lazy parts stay as they are.
 */
export function panelChunk(): Plugin {
  let panel: ReadonlySet<string> = new Set();
  let workbench: ReadonlySet<string> = new Set();
  return {
    name: 'panel-chunk',
    buildEnd() {
      panel = neededBy(PANEL, this.getModuleInfo);
      workbench = neededBy(WORKBENCH, this.getModuleInfo);
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
                if (id === PANEL || !panel.has(id)) return null;
                if (/\.css(?:$|\?)/.test(id)) return 'panel-styles';
                return workbench.has(id) ? 'panel-and-workbench' : 'panel-start';
              },
              includeDependenciesRecursively: false,
            },
          ],
        },
      };
    },
  };
}

/** The modules that are loaded before `entry` runs. */
function neededBy(entry: string, infoOf: (id: string) => ModuleInfo): Set<string> {
  const found = new Set<string>();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(infoOf(id)?.importedIds ?? []));
  }
  return found;
}
