// What Word, Excel and WPS demand of a package and repair or refuse otherwise, told as a list of faults. Written against
// ECMA-376 and the limits that Excel names, without the libraries that write our files.
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** With its prefix as written. */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Text directly inside. */
  text: string;
}

/** Faults of a DOCX or XLSX file; none for one that opens everywhere. */
export function packageFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const names = entryNames(bytes);
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length)
    faults.push('a part stands twice in the archive');
  const parts = unzipSync(bytes);
  const xml = new Map<string, XmlElement>();
  for (const [path, data] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    const root = parseXml(strFromU8(data));
    if (typeof root === 'string') faults.push(`${path}: ${root}`);
    else xml.set(path, root);
  }
  faults.push(...typeFaults(Object.keys(parts), xml.get('[Content_Types].xml')));
  for (const path of Object.keys(parts)) {
    if (path.endsWith('.rels')) faults.push(...relationFaults(path, xml, new Set(Object.keys(parts))));
  }
  for (const [path, root] of xml) {
    if (path === 'xl/workbook.xml') faults.push(...bookFaults(root));
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path)) faults.push(...sheetFaults(path, root, xml));
    const ids = all(root)
      .filter(({ name }) => name === 'wp:docPr' || name === 'xdr:cNvPr')
      .map(({ attributes }) => attributes.id ?? '');
    faults.push(...doubled(ids).map((id) => `${path}: drawing id ${id} twice`));
  }
  return faults;
}

/** The root element of well-formed XML, or what is wrong with it. */
export function parseXml(text: string): XmlElement | string {
  const parser = new SaxesParser({ xmlns: true });
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let fault: string | undefined;
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      name,
      attributes: Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.write(text).close();
  return fault ?? top.children[0] ?? 'empty';
}

/** The element and all below it. */
export function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(all)];
}

function entryNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names;
}

function typeFaults(paths: string[], types: XmlElement | undefined): string[] {
  if (!types) return ['no [Content_Types].xml'];
  const extensions = types.children.flatMap(({ name, attributes }) =>
    name === 'Default' ? [attributes.Extension?.toLowerCase() ?? ''] : [],
  );
  const overrides = types.children.flatMap(({ name, attributes }) =>
    name === 'Override' ? [attributes.PartName ?? ''] : [],
  );
  return [
    ...doubled(extensions).map((one) => `extension ${one} typed twice`),
    ...doubled(overrides).map((one) => `${one} typed twice`),
    ...overrides
      .filter((path) => !paths.includes(path.slice(1)))
      .map((path) => `${path} is typed and not there`),
    ...paths
      .filter((path) => path !== '[Content_Types].xml' && !path.endsWith('/'))
      .filter(
        (path) =>
          !overrides.includes(`/${path}`) &&
          !extensions.includes(path.split('.').at(-1)?.toLowerCase() ?? ''),
      )
      .map((path) => `${path} has no type`),
  ];
}

function relationFaults(path: string, xml: ReadonlyMap<string, XmlElement>, paths: Set<string>): string[] {
  const root = xml.get(path);
  if (!root) return [];
  const source = path.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
  const folder = source.split('/').slice(0, -1).join('/');
  const relations = root.children.map(({ attributes }) => attributes);
  const ids = relations.map(({ Id }) => Id ?? '');
  const used = source === '' ? [] : referencesIn(xml.get(source));
  return [
    ...(source !== '' && !paths.has(source) ? [`${path} belongs to nothing`] : []),
    ...doubled(ids).map((id) => `${path}: ${id} twice`),
    ...relations
      .filter(({ TargetMode }) => TargetMode !== 'External')
      .filter(({ Target }) => !paths.has(resolved(folder, Target ?? '')))
      .map(({ Target }) => `${path}: ${Target} is not there`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${source}: ${id} leads nowhere`),
  ];
}

function referencesIn(root: XmlElement | undefined): string[] {
  return root
    ? all(root).flatMap(({ attributes }) =>
        Object.entries(attributes).flatMap(([name, value]) =>
          /^r:(id|embed|link|pict)$/.test(name) ? [value] : [],
        ),
      )
    : [];
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function bookFaults(root: XmlElement): string[] {
  const sheets = all(root).filter(({ name }) => name === 'sheet');
  const names = sheets.map(({ attributes }) => attributes.name ?? '');
  const printed = all(root).filter(({ name }) => name === 'definedName');
  return [
    ...doubled(names.map((name) => name.toLowerCase())).map((name) => `sheet name ${name} twice`),
    ...doubled(sheets.map(({ attributes }) => attributes.sheetId ?? '')).map((id) => `sheetId ${id} twice`),
    ...names
      .filter(
        (name) =>
          name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || /^history$/i.test(name),
      )
      .map((name) => `sheet name “${name}” is refused`),
    ...printed
      .filter(({ text }) => !names.some((name) => text.replaceAll("'", '').startsWith(`${name}!`)))
      .map(({ text }) => `defined name leads to no sheet: ${text}`),
  ];
}

function sheetFaults(path: string, root: XmlElement, xml: ReadonlyMap<string, XmlElement>): string[] {
  const faults: string[] = [];
  const strings = xml.get('xl/sharedStrings.xml')?.children ?? [];
  const styles =
    xml.get('xl/styles.xml')?.children.find(({ name }) => name === 'cellXfs')?.children.length ?? 0;
  let lastRow = 0;
  for (const row of all(root).filter(({ name }) => name === 'row')) {
    const number = Number(row.attributes.r);
    if (!(number > lastRow)) faults.push(`row ${number} after row ${lastRow}`);
    lastRow = number;
    if (Number(row.attributes.ht ?? 0) > 409.5)
      faults.push(`row ${number} is ${row.attributes.ht} points high`);
    let lastColumn = 0;
    for (const cell of row.children) {
      const place = cellPlace(cell.attributes.r ?? '');
      if (place.row !== number || place.column <= lastColumn)
        faults.push(`cell ${cell.attributes.r} out of order`);
      lastColumn = place.column;
      if (Number(cell.attributes.s ?? 0) >= Math.max(1, styles))
        faults.push(`${cell.attributes.r} has no such style`);
      if (cell.children.some(({ name }) => name === 'f')) faults.push(`${cell.attributes.r} is a formula`);
      const value = cell.children.find(({ name }) => name === 'v')?.text ?? '';
      if (cell.attributes.t === 's' && !strings[Number(value)])
        faults.push(`${cell.attributes.r} has no such string`);
      const shown = cell.attributes.t === 's' ? strings[Number(value)] : cell;
      const length = shown
        ? all(shown).reduce((sum, one) => sum + (one.name === 't' ? one.text.length : 0), 0)
        : 0;
      if (length > 32_767) faults.push(`${cell.attributes.r} holds ${length} characters`);
      if (cell.attributes.t === undefined && value !== '' && !Number.isFinite(Number(value)))
        faults.push(`${cell.attributes.r} is no number: ${value}`);
    }
  }
  const ranges = all(root)
    .filter(({ name }) => name === 'mergeCell')
    .map(({ attributes }) => rangeOf(attributes.ref ?? ''));
  ranges.forEach((one, index) => {
    if (one.from.row === one.to.row && one.from.column === one.to.column) faults.push('a merge of one cell');
    for (const other of ranges.slice(index + 1)) if (overlap(one, other)) faults.push('merges overlap');
  });
  for (const { attributes, children } of all(root).filter(({ name }) => name === 'dataValidation')) {
    const at = attributes.sqref ?? '';
    for (const { text } of children)
      if (text.length > 255) faults.push(`${at}: list of ${text.length} characters`);
    for (const name of ['prompt', 'error'])
      if ((attributes[name] ?? '').length > 255) faults.push(`${at}: ${name} is too long`);
    for (const name of ['promptTitle', 'errorTitle'])
      if ((attributes[name] ?? '').length > 32) faults.push(`${at}: ${name} is too long`);
  }
  for (const { text } of all(root).filter(({ name }) => /^(odd|even|first)(Header|Footer)$/.test(name)))
    if (text.length > 255) faults.push(`header or footer of ${text.length} characters`);
  const order = root.children.map(({ name }) => SHEET_ORDER.indexOf(name));
  if (order.includes(-1) || order.some((at, index) => at < (order[index - 1] ?? 0)))
    faults.push(`elements out of order: ${root.children.map(({ name }) => name).join(' ')}`);
  return faults.map((fault) => `${path}: ${fault}`);
}

/** The sequence of CT_Worksheet (ECMA-376, 18.3.1.99) as far as we use it; Excel refuses another. */
const SHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks drawing legacyDrawing tableParts'.split(
    ' ',
  );

interface Place {
  row: number;
  column: number;
}

function cellPlace(name: string): Place {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(name) ?? [];
  return {
    row: Number(row),
    column: [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0),
  };
}

function rangeOf(ref: string): { from: Place; to: Place } {
  const [from = '', to = from] = ref.split(':');
  return { from: cellPlace(from), to: cellPlace(to) };
}

function overlap(a: { from: Place; to: Place }, b: { from: Place; to: Place }): boolean {
  return (
    a.from.row <= b.to.row &&
    b.from.row <= a.to.row &&
    a.from.column <= b.to.column &&
    b.from.column <= a.to.column
  );
}

function doubled(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
