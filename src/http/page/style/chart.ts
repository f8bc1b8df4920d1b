/** The run charts: each line has its own dashes and each mark its own shape, so that they tell apart without colour. */
export const chart = `
.chart { display: block; width: 100%; height: auto; max-width: 44rem; overflow: visible; }
.label { font-size: 14px; fill: var(--quiet); font-variant-numeric: tabular-nums; }
.grid { stroke: var(--grid); stroke-width: 1; }
.foot { stroke: var(--quiet); stroke-width: 1.5; }
.band { fill: var(--band); }
.mean { stroke: var(--ink); stroke-width: 1.5; }
.limit { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 6 5; }
.target { stroke: var(--target); stroke-width: 2.5; stroke-dasharray: 2 4; }
.line { fill: none; stroke: var(--line); stroke-width: 2.5; stroke-linejoin: round; }
.gap { fill: none; stroke: var(--line); stroke-width: 1.25; stroke-dasharray: 1 5; stroke-linecap: round; }
.mark path { stroke: var(--ground); stroke-width: 1.5; }
.icon .mark path { stroke: none; }
.mark-plain { fill: var(--line); }
.mark-outside { fill: var(--outside); }
.mark-run { fill: var(--run); }
.mark-trend { fill: var(--trend); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: .5rem 0 .75rem; font-size: 1rem; }
.key li { display: inline-flex; gap: .45rem; align-items: center; }
.key .icon:not([viewBox^="-"]) { width: 2rem; height: 1.25rem; }
.key .icon, .signals .icon, td .icon { width: 1.15em; height: 1.15em; vertical-align: -.2em; }
@media screen and (max-width: 40em) {
  .label { font-size: 25px; }
  .chart { margin-bottom: 1.25rem; }
  .fine { display: none; }
  .chart .mark path { transform: scale(1.4); }
}
`
