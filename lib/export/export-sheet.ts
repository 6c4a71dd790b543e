// One click from a session to a file: the sheet as XLSX, CSV or printable HTML, or one page's inspection as JSON.
import type { Desk, SessionView } from '@/lib/desk/protocol';
import { buildSheetReport, type SheetReport } from '@/lib/report/sheet-report';
import { scoreSheet } from '@/lib/scoring/score';
import { ExportError, type ExportedFile, XLSX_MIME } from './exported-file';
import { fileName } from './file-name';
import { loadPictures, type Picture, type RenderPicture } from './pictures';
import { sheetCsv } from './sheet-csv';
import { sheetHtml } from './sheet-html';
import { buildInspection, inspectionText } from './sheet-json';
import { sheetXlsx } from './sheet-xlsx';

export type ExportFormat = 'xlsx' | 'csv' | 'html' | 'json';

/**
 * The file of one session. `now` is printed as the time of export. For 'json' `url` names the page, else the latest run
 * counts. Without `renderPicture` pictures are embedded whole, without crop and boxes.
 * @throws ExportError when the session has no run (of that page) to give as JSON
 */
export async function exportSheet(options: {
  desk: Pick<Desk, 'evidenceImage'>;
  view: SessionView;
  format: ExportFormat;
  now: Date;
  url?: string;
  renderPicture?: RenderPicture;
}): Promise<ExportedFile> {
  const { view, format, now } = options;
  const sheet = scoreSheet(view.set, view.verdicts, { hasServices: view.subject.hasServices });
  const report = buildSheetReport(view, sheet, { at: now });
  const name = (what: string) =>
    fileName({ round: report.round, subject: report.subject, day: report.day, what, extension: format });
  const pictures = () => reportPictures(report, options);
  switch (format) {
    case 'xlsx':
      return {
        name: name('评分表'),
        bytes: await sheetXlsx(report, await pictures(), now),
        mime: XLSX_MIME,
      };
    case 'html':
      return {
        name: name('评分表'),
        bytes: utf8(await sheetHtml(report, await pictures())),
        mime: 'text/html',
      };
    case 'csv':
      return { name: name('评分表'), bytes: utf8(sheetCsv(report)), mime: 'text/csv' };
    case 'json':
      return {
        name: name('检查结果'),
        bytes: utf8(inspectionText(buildInspection(view, runOf(view, options.url)))),
        mime: 'application/json',
      };
  }
}

function reportPictures(
  { problems }: SheetReport,
  options: { desk: Pick<Desk, 'evidenceImage'>; renderPicture?: RenderPicture },
): Promise<Map<string, Picture>> {
  const used = [...problems.problems.flatMap((problem) => problem.evidence), ...problems.otherEvidence];
  return loadPictures(options.desk, used, options.renderPicture);
}

function runOf(view: SessionView, url: string | undefined): SessionView['runs'][number] {
  const pages = view.runs.filter(({ scope }) => scope !== 'site');
  const latest = pages.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const run = latest.find((one) => url === undefined || one.url === url || one.finalUrl === url);
  if (run) return run;
  throw new ExportError(
    url === undefined
      ? '本次检查还没有运行过自动检查，没有可导出的 JSON；请先在页面上点“一键检查”。'
      : `页面 ${url} 还没有运行过自动检查，没有可导出的 JSON；请先在该页面上点“一键检查”。`,
  );
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
