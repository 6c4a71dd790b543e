// Barriers of tables: layout tables, headers that are missing or only look like headers, irregular grids.
import { attribute, closest, localNameOf, parentElementOf, queryAll } from '../dom/native';
import { type Scene, type Theme, trimmed } from './scene';

interface Cell {
  element: Element;
  header: boolean;
  text: string;
  span: number;
}

export function tableTheme(scene: Scene): Theme {
  function rowsOf(table: Element): Cell[][] {
    return queryAll(
      table,
      ':scope > tr, :scope > thead > tr, :scope > tbody > tr, :scope > tfoot > tr',
      200,
    ).map((row) =>
      queryAll(row, ':scope > td, :scope > th', 60).map((element) => ({
        element,
        header: localNameOf(element) === 'th' || /^(?:col|row)header$/.test(trimmed(element, 'role')),
        text: scene.text(element, 120),
        span: Math.max(1, Number.parseInt(trimmed(element, 'colspan'), 10) || 1),
      })),
    );
  }

  function judgeHeaders(table: Element, rows: Cell[][], cells: Cell[]): void {
    const headers = cells.filter(({ header }) => header);
    const scoped = headers.some(({ element }) => attribute(element, 'scope') !== null);
    const linked = cells.some(({ element }) => attribute(element, 'headers') !== null);
    for (const { element, text } of headers)
      if (!text && queryAll(element, 'img,svg,input', 1).length === 0)
        scene.note('table-empty-header', element);
    if (headers.length === cells.length) {
      scene.note('table-only-headers', table);
      return;
    }
    const columnHeaders = rows[0]?.every(({ header }) => header) ?? false;
    const body = rows.slice(columnHeaders ? 1 : 0);
    const rowHeaders = body.some((row) => row[0]?.header && row.some(({ header }) => !header));
    if (!scoped && !linked && columnHeaders && rowHeaders) scene.note('table-no-scope', table);
    if (!linked && body.some((row) => row[0]?.header && row[1]?.header && row.some(({ header }) => !header)))
      scene.note('table-two-row-headers', table);
    if (rows.length >= 3 && !hasName(table)) scene.note('table-no-caption', table);
    const counts = new Set(rows.filter((row) => row.length > 1).map((row) => row.length));
    const spans = cells.some(({ span }) => span > 1);
    if (counts.size > 1 && spans) scene.note('table-irregular', table);
    const hollow = body.find((row) => {
      const data = row.filter(({ header }) => !header);
      return (
        data.length >= 2 &&
        data.filter(({ text, element }) => !text && isBare(element)).length * 2 >= data.length
      );
    });
    if (hollow) scene.note('table-empty-cells', table);
  }

  function judgeWithout(table: Element, rows: Cell[][], cells: Cell[]): void {
    const declared =
      hasName(table) || queryAll(table, ':scope > thead', 1).length > 0 || trimmed(table, 'summary') !== '';
    if (declared || looksLikeData(table, rows, cells)) scene.note('table-no-headers', table);
    else scene.note('table-layout', table);
  }

  /** Several rows of equally many short cells that hold nothing but text. */
  function looksLikeData(table: Element, rows: Cell[][], cells: Cell[]): boolean {
    const wide = rows.filter((row) => row.length >= 2);
    if (wide.length < 3 || wide.length < rows.length - 1) return false;
    if (queryAll(table, 'table,form,ul,ol,div,h1,h2,h3,h4,iframe', 1).length > 0) return false;
    const [first] = wide;
    if (!first || !wide.every((row) => row.length === first.length)) return false;
    const filled = cells.filter(({ text }) => text !== '').length;
    return filled * 3 >= cells.length * 2 && cells.every(({ text }) => text.length <= 80);
  }

  return {
    visit(element, name) {
      if (name !== 'table' || !scene.visible(element)) return;
      const outer = parentElementOf(element);
      const nestedIn = outer && closest(outer, 'table');
      if (nestedIn) scene.note('table-nested', element);
      if (trimmed(element, 'summary')) scene.note('table-summary', element);
      const role = trimmed(element, 'role');
      if (/^(?:presentation|none)$/.test(role)) return;
      const rows = rowsOf(element).filter((row) => row.length > 0);
      const cells = rows.flat();
      if (cells.length === 0) return;
      if (cells.some(({ header }) => header)) judgeHeaders(element, rows, cells);
      else judgeWithout(element, rows, cells);
    },
  };
}

function hasName(table: Element): boolean {
  return (
    queryAll(table, ':scope > caption', 1).length > 0 ||
    ['aria-label', 'aria-labelledby', 'title'].some((name) => trimmed(table, name) !== '')
  );
}

function isBare(element: Element): boolean {
  return queryAll(element, 'img,svg,input,button,select', 1).length === 0;
}
