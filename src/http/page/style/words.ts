/** Letters, headings, links, tables. */
export const words = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1.1875rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 1.4rem + 2.4vw, 2.75rem); margin-top: 2.5rem; }
h2 { font-size: clamp(1.5rem, 1.3rem + 1vw, 1.9rem); margin: 3.5rem 0 .75rem; }
h3 { font-size: 1.3rem; margin: 1.75rem 0 .5rem; }
p, ul, ol, dl, dd { margin: 0 0 1rem; }
p, li, dd { max-width: 46em; }
.span { color: var(--quiet); font-weight: 400; }
h1 .span { display: block; font-size: .55em; margin-top: .35rem; }
.lede { font-size: 1.4rem; line-height: 1.4; margin: 1.25rem 0; max-width: 34em; }
.small { color: var(--quiet); font-size: 1rem; }
.formula { font-size: 1rem; margin-bottom: .5rem; }
.clause { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; white-space: nowrap; }
h3 .clause { display: block; font-size: 1rem; margin-bottom: .15rem; }
.figure { font-size: 1.5rem; margin-right: .35rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
:target { scroll-margin-top: 1rem; }
.plain:has(:target) :target, .promise:target h3 { background: var(--signal-wash); }
table { border-collapse: collapse; font-size: 1rem; line-height: 1.3; font-variant-numeric: tabular-nums; width: 100%; }
caption { text-align: left; font-size: 1rem; color: var(--quiet); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); overflow-wrap: normal; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 700; border-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
.of { display: inline-block; }
td.none { color: var(--quiet); }
.icon { width: 1em; height: 1em; vertical-align: -.12em; fill: currentColor; fill-rule: evenodd; flex: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
