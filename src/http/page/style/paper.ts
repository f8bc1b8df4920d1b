/** On paper: no promise is cut in two where it fits on a page, and nothing is left out but the links to the top. */
export const paper = `
@page { size: A4; margin: 14mm 15mm; }
@media print {
  body { font-size: 11pt; }
  h1 { font-size: 24pt; margin-top: 8mm; }
  h2 { font-size: 16pt; margin-top: 9mm; }
  h3 { font-size: 12.5pt; }
  .lede { font-size: 14pt; }
  .small, .formula, .facts, .key, .signals, .tag, .word, caption, h3 .clause { font-size: 9pt; line-height: 1.35; }
  table { font-size: 9pt; }
  .figure { font-size: 14pt; }
  .skip, .back { display: none; }
  a.inside .word { text-decoration: none; }
  .width { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2, h3, caption, .head { break-after: avoid; }
  h2 + p { break-after: avoid; break-inside: avoid; }
  .promise, .attention li, .plain li, .tile, tr, .chart, .notes { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  .tiles { grid-template-columns: repeat(5, 1fr); gap: 3mm; }
  .tile, .tag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .chart, .icon { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .course { grid-template-columns: minmax(0, 1fr) auto; gap: 6mm; margin-top: 3mm; }
  .course table { min-width: 65mm; }
  .promise { padding: 3mm 0 4mm; }
  h3 .clause { display: inline; margin-right: 1mm; }
  .facts { grid-template-columns: repeat(4, 1fr); gap: 1.5mm 5mm; margin: 2mm 0; }
  .plain li { display: grid; grid-template-columns: minmax(18mm, auto) 1fr; gap: 3mm; }
  .formula { margin-bottom: 1mm; max-width: none; }
  .result { margin: 1.5mm 0; }
  .chart .label { font-size: 19px; }
  .chart .mark path { transform: scale(1.3); }
  .key { margin: 2mm 0; }
  th, td { padding-top: .5mm; padding-bottom: .5mm; }
}
`
