/**
 * The card's style sheet. Sizes are in em of the reader's own default size, since a page's `html { font-size }` changes
 * what a rem is. Only `:host` rules meet the page's style; they are important, which wins over the page's.
 */
export const CARD_STYLE = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  display: block !important;
  overflow: visible !important;
  pointer-events: none !important;
  background: none !important;
  border: 0 !important;
}
:host(:popover-open) { inline-size: auto !important; block-size: auto !important; }
:host::backdrop { display: none !important; }
[hidden] { display: none !important; }

.status {
  position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.card {
  color-scheme: light dark;
  --paper: light-dark(#fffdf9, #201f1d);
  --wash: light-dark(#f5f1e8, #2a2926);
  --ink: light-dark(#1c1a17, #efebe3);
  --soft: light-dark(#5d574d, #b3aca0);
  --rule: light-dark(#e3dccf, #413e39);
  --edge: light-dark(#cfc7b8, #55514a);
  --accent: light-dark(#1f4470, #a5c8f2);
  --amber: light-dark(#7d4e00, #f0bd6a);
  --serif: ui-serif, 'Iowan Old Style', 'Source Serif 4', Charter, 'Bitstream Charter', Georgia, 'Noto Serif', 'Noto Serif CJK KR', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;

  position: absolute;
  box-sizing: border-box;
  inline-size: 23em;
  max-inline-size: calc(100% - 16px);
  overflow: auto;
  overscroll-behavior: contain;
  scrollbar-width: thin;
  scrollbar-color: var(--edge) transparent;
  pointer-events: auto;
  background: var(--paper);
  color: var(--ink);
  border: 1px solid var(--edge);
  border-radius: 10px;
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.08), 0 10px 32px rgb(0 0 0 / 0.2);
  font: 400 0.9375em/1.5 var(--sans);
  text-align: start;
  overflow-wrap: anywhere;
  cursor: auto;
  user-select: text;
  -webkit-text-size-adjust: none;
}
.card[data-theme='light'] { color-scheme: light; }
.card[data-theme='dark'] { color-scheme: dark; }
.card[data-side^='sheet'] {
  inline-size: 100%; max-inline-size: none; border-inline: 0; border-radius: 14px 14px 0 0;
}
.card[data-side='sheet-bottom'] { border-block-end: 0; padding-block-end: env(safe-area-inset-bottom, 0); }
.card[data-side='sheet-top'] { border-block-start: 0; border-radius: 0 0 14px 14px; }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }

.bar {
  position: sticky; inset-block-start: 0; z-index: 1;
  display: flex; align-items: center; gap: 0.5em;
  padding: 0.5em 0.5em 0 1.125em;
  background: var(--paper);
}
.kind { margin: 0; font-size: 0.75em; font-weight: 600; letter-spacing: 0.07em; text-transform: uppercase; color: var(--soft); }
.bar .close { margin-inline-start: auto; }
.main { padding: 0.375em 1.125em 0.875em; }

h2, h3, p, dl, dd, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2 { font: 700 1.5em/1.2 var(--serif); letter-spacing: -0.005em; text-wrap: balance; }
h2:focus { outline: none; }
h2:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h3, summary { font: 600 0.8125em/1.4 var(--sans); color: var(--soft); }
.native { display: flex; flex-wrap: wrap; column-gap: 1em; margin-block-start: 0.25em; font-size: 0.875em; color: var(--soft); }
.native bdi { color: var(--ink); }
.line { margin-block-start: 0.5em; font: 400 1.0625em/1.45 var(--serif); }
.background { margin-block-start: 0.75em; }
.note { margin-block-start: 0.5em; color: var(--soft); }
.main > section { margin-block-start: 0.875em; padding-block-start: 0.75em; border-block-start: 1px solid var(--rule); }

.role {
  margin-block-start: 0.75em; padding: 0.5em 0.75em; background: var(--wash);
  border-inline-start: 3px solid var(--accent); border-radius: 2px;
}
.role h3 { margin-block-end: 0.125em; }
.role .span.inline { display: inline; }
.role .span:not(.inline) { display: block; }
.role .span { font-size: 0.875em; color: var(--soft); }

.unsure { margin-block-start: 0.5em; padding: 0.5em 0.75em; background: var(--wash); border-radius: 6px; }
.unsure .choices { margin-block-start: 0.375em; display: grid; gap: 0.25em; }
.unsure .choices button { inline-size: 100%; text-align: start; }
.choices small { display: block; font-size: 0.875em; color: var(--soft); }

.facts { display: grid; gap: 0.625em; margin-block-start: 0.5em; }
.facts dt { font-size: 0.8125em; font-weight: 600; color: var(--soft); }
.facts .from { font-size: 0.8125em; color: var(--soft); }
.mark { font-weight: 600; white-space: nowrap; }
.mark[data-age='aging'] { color: var(--amber); }
.mark[data-age='stale'] { color: var(--soft); font-style: italic; }

.timeline { margin-block-start: 0.5em; border-inline-start: 2px solid var(--rule); padding-inline-start: 0.875em; }
.timeline li + li { margin-block-start: 0.5em; }
.timeline time { display: block; font-size: 0.8125em; font-weight: 600; color: var(--soft); font-variant-numeric: tabular-nums; }

.links { margin-block-start: 0.375em; display: grid; gap: 0.125em; }
.links > div { display: grid; grid-template-columns: 6em 1fr; column-gap: 0.75em; align-items: start; }
.links dt { padding-block-start: 0.2em; font-size: 0.8125em; color: var(--soft); }
.links dd { grid-column: 2; }
.links .span { display: block; font-size: 0.8125em; color: var(--soft); }

.native-more { margin-block-start: 0.25em; }

details > summary { cursor: pointer; padding-block: 0.25em; min-block-size: 24px; box-sizing: border-box; }
details > summary::marker { color: var(--soft); }
.places { display: grid; gap: 0.125em; margin-block-start: 0.25em; }
.places button { inline-size: 100%; text-align: start; color: var(--ink); text-decoration: none; padding: 0.375em 0.5em; border-radius: 6px; }
.places button:hover { background: var(--wash); }
.places b { font-weight: 600; text-decoration: underline; text-underline-offset: 0.15em; color: var(--accent); }

.out { display: flex; flex-wrap: wrap; gap: 0.25em 1em; margin-block-start: 0.75em; }
.foot { margin-block-start: 0.5em; font-size: 0.8125em; color: var(--soft); }
.actions {
  position: sticky; inset-block-end: 0; z-index: 1;
  display: flex; flex-wrap: wrap; gap: 0.5em;
  padding: 0.625em 1.125em; background: var(--paper); border-block-start: 1px solid var(--rule);
}

button, a { font: inherit; }
button, a, summary { min-block-size: 24px; }
h3 a, .facts a { min-block-size: 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
.out a { display: inline-flex; align-items: center; }
button {
  min-inline-size: 24px; margin: 0; padding: 0; box-sizing: border-box; cursor: pointer;
  color: var(--accent); background: none; border: 0; border-radius: 4px; text-align: start;
  overflow-wrap: anywhere;
}
button.name { text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
button.name:hover, a:hover { text-decoration-thickness: 2px; }
button.plain { padding: 0.25em 0.75em; min-block-size: 2em; border: 1px solid var(--edge); border-radius: 999px; color: var(--ink); }
button.plain:hover { background: var(--wash); }
button.plain[aria-pressed='true'] { background: var(--accent); border-color: var(--accent); color: var(--paper); }
.choices button.plain { border-radius: 6px; padding: 0.375em 0.75em; background: var(--paper); }
button.icon { inline-size: 2em; block-size: 2em; text-align: center; font-size: 1.0625em; line-height: 1; color: var(--soft); border-radius: 50%; }
button.icon:hover { background: var(--wash); color: var(--ink); }
button.back { padding-inline: 0.5em; margin-inline-start: -0.5em; font-size: 0.875em; }
button.back:hover { background: var(--wash); }
button:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 4px; }

@media (any-pointer: coarse) {
  button, summary, .out a { min-block-size: 44px; }
  button { min-inline-size: 44px; }
  button.icon { inline-size: 44px; block-size: 44px; }
  .links dt { line-height: 44px; padding: 0; }
}
@media (max-height: 420px) {
  .bar, .actions { position: static; }
}
@media (forced-colors: active) {
  .card { border: 1px solid CanvasText; }
  .role { border-inline-start: 3px solid CanvasText; }
  button.plain[aria-pressed='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 120ms ease-out; }
  @keyframes appear { from { opacity: 0; translate: 0 3px; } }
}
@media print { :host { display: none !important; } }
`;
