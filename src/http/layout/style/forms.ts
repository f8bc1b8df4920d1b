/** Fields, buttons, and what is wrong with what was typed. Every border that shows where to type has 3 to 1 or more. */
export const forms = `
main form { margin: 0 0 1.75rem; }
.group { margin: 0 0 1.75rem; }
.group.faulty { border-left: .3rem solid var(--missed); padding-left: .9rem; }
label, legend { font-weight: 700; display: block; margin-bottom: .25rem; padding: 0; }
fieldset { border: 0; margin: 0 0 1.75rem; padding: 0; min-width: 0; }
fieldset.faulty { border-left: .3rem solid var(--missed); padding-left: .9rem; }
.hint { color: var(--quiet); margin: 0 0 .4rem; font-size: 1.0625rem; }
.fault { color: var(--missed); font-weight: 700; margin: 0 0 .4rem; }
input:not([type="checkbox"], [type="radio"]), select, textarea {
  font: inherit; color: var(--ink); background: var(--ground); border: 2px solid var(--quiet); border-radius: 0;
  padding: .4rem .5rem; width: 100%; max-width: 28rem; min-height: 2.75rem;
}
.short { max-width: 11rem !important; letter-spacing: .08em; }
.faulty input:not([type="checkbox"], [type="radio"]), .faulty select, .faulty textarea { border-color: var(--missed); }
.choice { display: grid; grid-template-columns: 2.75rem 1fr; align-items: start; margin-bottom: .5rem; }
.choice input { width: 1.75rem; height: 1.75rem; margin: .3rem 0 0; accent-color: var(--link); }
.choice label { font-weight: 400; margin: 0; padding: .45rem 0 0; }
.choice .hint { grid-column: 2; margin: 0; }
.button {
  font: inherit; font-weight: 700; color: var(--ground); background: var(--link); border: 2px solid transparent; border-radius: 0;
  padding: .5rem 1rem; min-height: 2.75rem; cursor: pointer; text-decoration: none; display: inline-block;
}
.button:hover { background: var(--ink); }
.button.second { color: var(--ink); background: var(--wash); border-color: var(--quiet); }
.button.second:hover { color: var(--ground); background: var(--ink); }
.button.warning { background: var(--missed); }
.button.warning:hover { background: var(--ink); }
.button.plain { color: var(--link); background: none; padding: 0; min-height: 0; font-weight: 400; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; border: 0; }
.button.plain:hover { text-decoration-thickness: 3px; }
.fault-summary { border: .3rem solid var(--missed); padding: 1rem 1.25rem; margin: 2rem 0 1rem; max-width: 46em; }
.fault-summary h2 { margin: 0 0 .5rem; font-size: 1.375rem; }
.fault-summary ul { list-style: none; margin: 0; padding: 0; }
.fault-summary a { color: var(--missed); font-weight: 700; }
.fault-summary:focus { outline: 3px solid var(--focus); }
.notice { border-left: .5rem solid var(--kept); background: var(--kept-wash); padding: .75rem 1.25rem; margin: 2rem 0 1rem; max-width: 46em; }
.notice p { margin: 0; }
.warn { border-left: .5rem solid var(--overdue); background: var(--overdue-wash); padding: .75rem 1.25rem; margin: 0 0 1.5rem; max-width: 46em; }
.warn p:last-child { margin: 0; }
@media (forced-colors: active) { .button { border-color: ButtonText; } }
`
