// The site's own name in a page's title, where it stands beside the page's: “大桥通车-示例市人民政府”.
import { isUnitName } from './sponsor';

const BETWEEN = /[_|｜–—>－]|\s-\s|-/;
const MAX_LENGTH = 60;

/** The site's name without 门户网站 and the like; '' when the title has none, e.g. “首页”. `home`: of the site's first page. */
export function siteNameIn(title: string, home: boolean): string {
  const pieces = title
    .split(BETWEEN)
    .map(bareName)
    .filter((piece) => piece !== '');
  // Most pages name the site last; where no piece is an office's name, home pages name it first.
  return pieces.filter(isUnitName).at(-1) ?? pieces.at(home ? 0 : -1) ?? '';
}

/** A site's name as an office would say it, at most 60 characters. */
export function bareName(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:门户网站|官方网站|政府网站|政务网站|网站|官网|首页)+$/, '')
    .trim()
    .slice(0, MAX_LENGTH);
}
