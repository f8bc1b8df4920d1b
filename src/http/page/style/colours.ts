/**
 * Every colour by its role, for light and dark screens and for forced colours; paper is always light.
 * Words on their ground have a contrast of at least 4.5 to 1, lines and shapes at least 3 to 1.
 */
export const colours = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #14181b; --quiet: #4d565c; --rule: #c3c9cd; --wash: #f4f6f7; --link: #0f5596;
  --focus: #b35c00;
  --missed: #9a1b12; --missed-wash: #fbebe9;
  --overdue: #7a4300; --overdue-wash: #fdf2e0;
  --signal: #50308f; --signal-wash: #f0ebfa;
  --kept: #0b5c36; --kept-wash: #e6f4ec;
  --none: #4d565c; --none-wash: #f0f2f3;
  --line: #0f5596; --band: #e9f0f6; --grid: #dfe4e7; --target: #9a1b12;
  --outside: #9a1b12; --run: #50308f; --trend: #7a4300;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #15191c; --ink: #eef1f3; --quiet: #b4bec5; --rule: #4a545b; --wash: #1e2428; --link: #8cc4f8;
    --focus: #ffc46b;
    --missed: #ff9d92; --missed-wash: #3a1d1a;
    --overdue: #ffc46b; --overdue-wash: #382a14;
    --signal: #cdb8ff; --signal-wash: #2a2340;
    --kept: #86dcae; --kept-wash: #15301f;
    --none: #b4bec5; --none-wash: #242b30;
    --line: #8cc4f8; --band: #1f2b35; --grid: #30393f; --target: #ff9d92;
    --outside: #ff9d92; --run: #cdb8ff; --trend: #ffc46b;
  }
}
@media (forced-colors: active) {
  :root {
    --ground: Canvas; --ink: CanvasText; --quiet: CanvasText; --rule: CanvasText; --link: LinkText; --focus: Highlight;
    --missed: CanvasText; --overdue: CanvasText; --signal: CanvasText; --kept: CanvasText; --none: CanvasText;
    --line: CanvasText; --band: Canvas; --grid: Canvas; --target: LinkText;
    --outside: CanvasText; --run: CanvasText; --trend: CanvasText;
  }
}
.is-missed { --own: var(--missed); --own-wash: var(--missed-wash); }
.is-overdue { --own: var(--overdue); --own-wash: var(--overdue-wash); }
.is-signal { --own: var(--signal); --own-wash: var(--signal-wash); }
.is-kept { --own: var(--kept); --own-wash: var(--kept-wash); }
.is-none { --own: var(--none); --own-wash: var(--none-wash); }
`
