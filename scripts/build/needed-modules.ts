// Which modules run before an entry does, looking through the files in which packages list all that they have.
import type { Rolldown } from 'vite';

type Context = Pick<Rolldown.PluginContext, 'getModuleInfo' | 'parse' | 'resolve'>;
type Program = ReturnType<Context['parse']>;

/** Asked for as a whole, or in a way that names nothing. */
const ALL = '*';

interface Import {
  id: string;
  /** As they are called there. */
  names: string[];
}

interface Lines {
  imports: Import[];
  /** What a file that only passes on does: name of an export → where it comes from; `rest`: files whose every export is passed on. */
  passedOn: { named: Map<string, { id: string; name: string }>; rest: string[] } | undefined;
}

/**
 * Ids of the modules that are loaded before `entry` runs. One import of `Button` from a package of two hundred components
 * needs the button alone, which the list of imported ids does not tell. Too many are named when a name cannot be followed,
 * never too few.
 */
export async function neededModules(entry: string, context: Context): Promise<Set<string>> {
  const needed = new Set<string>();
  const seen = new Set<string>();
  const known = new Map<string, Lines>();
  const open = [{ id: entry, name: ALL }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { id, name } = next;
    const key = `${id}\n${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    needed.add(id);
    const lines = known.get(id) ?? (await linesOf(id, context));
    known.set(id, lines);
    const { imports, passedOn } = lines;
    if (name === ALL || !passedOn)
      for (const { id: from, names } of imports)
        for (const there of names) open.push({ id: from, name: there });
    else {
      const source = passedOn.named.get(name);
      if (source) open.push(source);
      else for (const from of passedOn.rest) open.push({ id: from, name });
    }
  }
  return needed;
}

async function linesOf(id: string, context: Context): Promise<Lines> {
  const info = context.getModuleInfo(id);
  const all = info?.importedIds ?? [];
  const whole: Lines = {
    imports: all.map((from) => ({ id: from, names: [ALL] })),
    passedOn: undefined,
  };
  if (!info?.code || !/\.(?:[cm]?js|tsx?)$/.test(id)) return whole;
  const { body } = context.parse(info.code);
  const ids = new Map<string, string>();
  for (const line of body) {
    const source = 'source' in line ? line.source?.value : undefined;
    if (source === undefined || ids.has(source)) continue;
    const found = await context.resolve(source, id);
    if (!found || !all.includes(found.id)) return whole;
    ids.set(source, found.id);
  }
  const lines = readLines(body, ids);
  // What other plugins have added has no line.
  const found = new Set(ids.values());
  lines.imports.push(...whole.imports.filter(({ id: from }) => !found.has(from)));
  return lines;
}

function readLines(body: Program['body'], ids: ReadonlyMap<string, string>): Lines {
  const imports: Import[] = [];
  const imported = new Map<string, { id: string; name: string }>();
  const named = new Map<string, { id: string; name: string }>();
  const rest: string[] = [];
  let passesOnOnly = true;
  for (const line of body) {
    if (line.type === 'ImportDeclaration') {
      const id = ids.get(line.source.value) ?? '';
      for (const each of line.specifiers) imported.set(each.local.name, { id, name: importedName(each) });
      const names = line.specifiers.map(importedName);
      imports.push({ id, names: names.length > 0 ? names : [ALL] });
    } else if (line.type === 'ExportAllDeclaration') {
      const id = ids.get(line.source.value) ?? '';
      imports.push({ id, names: [ALL] });
      if (line.exported) named.set(nameOf(line.exported), { id, name: ALL });
      else rest.push(id);
    } else if (line.type === 'ExportNamedDeclaration' && line.source) {
      const id = ids.get(line.source.value) ?? '';
      imports.push({ id, names: line.specifiers.map(({ local }) => nameOf(local)) });
      for (const { local, exported } of line.specifiers)
        named.set(nameOf(exported), { id, name: nameOf(local) });
    } else if (line.type !== 'ExportNamedDeclaration' || line.declaration) passesOnOnly = false;
  }
  for (const line of body) {
    if (line.type !== 'ExportNamedDeclaration' || line.source) continue;
    for (const { local, exported } of line.specifiers) {
      const source = imported.get(nameOf(local));
      if (source) named.set(nameOf(exported), source);
    }
  }
  return { imports, passedOn: passesOnOnly ? { named, rest } : undefined };
}

type Specifier = Extract<Program['body'][number], { type: 'ImportDeclaration' }>['specifiers'][number];

function importedName(specifier: Specifier): string {
  if (specifier.type === 'ImportSpecifier') return nameOf(specifier.imported);
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : ALL;
}

function nameOf(name: { type: string; name?: string; value?: unknown }): string {
  return name.name ?? String(name.value);
}
