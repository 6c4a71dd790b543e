// The style of the printable page: light, A4 landscape, table heads repeated, rows kept whole.
export const PRINT_CSS = `
@page { size: A4 landscape; margin: 12mm 10mm; }
* { box-sizing: border-box; }
html { color-scheme: light; background: #fff; color: #1a1a1a; print-color-adjust: exact; }
body { margin: 0; font: 13px/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 16px; }
section + section { break-before: page; margin-top: 32px; }
h1 { font-size: 22px; text-align: center; margin: 8px 0 16px; }
h2 { font-size: 18px; margin: 8px 0; }
h3 { font-size: 15px; margin: 16px 0 8px; }
h2, h3 { break-after: avoid; }
.head { display: grid; grid-template-columns: 1fr 1fr; margin: 0 0 12px; border: 1px solid #999; }
.head div { display: flex; border-bottom: 1px solid #ccc; padding: 3px 8px; gap: 8px; }
.head dt { flex: 0 0 5em; font-weight: 700; }
.head dd { margin: 0; overflow-wrap: anywhere; }
.warning { border: 1px solid #8a5a00; color: #6b4500; font-weight: 700; padding: 6px 10px; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #999; padding: 3px 5px; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; font-size: 12px; }
thead { display: table-header-group; }
thead th { background: #dce6f2; text-align: center; vertical-align: middle; }
tr { break-inside: avoid; }
.band th { background: #eaf0e6; font-size: 13px; }
.total th, .total td { font-weight: 700; background: #f2f5f9; }
.number { text-align: right; }
.verdict { text-align: center; }
.hit .verdict { font-weight: 700; color: #b00000; }
.gain .verdict { font-weight: 700; }
.untested .verdict, .disputed .verdict, .error td:nth-child(2) { color: #6b4500; font-weight: 700; }
.address { font-size: 11px; }
figure { margin: 0 0 8px; break-inside: avoid; }
img { display: block; max-width: 100%; max-height: 90mm; width: auto; height: auto; border: 1px solid #999; }
td img { max-height: 60mm; }
figcaption { font-size: 11px; overflow-wrap: anywhere; }
.score th:nth-child(1) { width: 8%; } .score th:nth-child(2) { width: 11%; } .score th:nth-child(3) { width: 5%; }
.score th:nth-child(4) { width: 24%; } .score th:nth-child(5) { width: 11%; } .score th:nth-child(6) { width: 6%; }
.score th:nth-child(7) { width: 5%; } .score th:nth-child(8) { width: 6%; } .score th:nth-child(9) { width: 15%; }
.problems th:nth-child(1) { width: 4%; } .problems th:nth-child(2) { width: 18%; } .problems th:nth-child(3) { width: 13%; }
.problems th:nth-child(4) { width: 13%; } .problems th:nth-child(5) { width: 27%; } .problems th:nth-child(6) { width: 14%; }
.checks th:nth-child(1) { width: 16%; } .checks th:nth-child(2) { width: 10%; } .checks th:nth-child(3) { width: 8%; }
.checks th:nth-child(4) { width: 9%; } .checks th:nth-child(5) { width: 9%; }
.notes th { width: 14%; background: #f2f5f9; }
@media print { main { max-width: none; padding: 0; } th, td { font-size: 11px; } section + section { margin-top: 0; } }
`;
