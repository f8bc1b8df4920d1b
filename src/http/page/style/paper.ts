/** On paper: no promise is cut in two where it fits on a page, and nothing is left out but the links to the top. */
export const paper = `
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  body { font-size: 11pt; }
  h1 { font-size: 24pt; margin-top: 8mm; }
  h2 { font-size: 16pt; margin-top: 9mm; }
  h3 { font-size: 12.5pt; }
  .lede { font-size: 14pt; }
  .small, .formula, .facts, .key, .signals, .tag, .word, caption, h3 .clause { font-size: 9.5pt; }
  table { font-size: 9.5pt; }
  .figure { font-size: 14pt; }
  .skip, .back { display: none; }
  .width { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2, h3, caption, .head { break-after: avoid; }
  h2 + p { break-after: avoid; }
  .promise, .attention li, .plain li, .tile, tr, .chart, .notes { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  .tiles { grid-template-columns: repeat(5, 1fr); gap: 3mm; }
  .tile, .tag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .chart, .icon { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .course { grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); gap: 6mm; margin-top: 3mm; }
  .promise { padding: 5mm 0; }
  th, td { padding-top: 1.1mm; padding-bottom: 1.1mm; }
}
`
