import type { StoredPage } from './page-set';

/**
 * Pages that are no articles, made up: what a reader also meets in a day. Each kind is built several times with other
 * words, lengths and markup, from a fixed seed, so that every run sees the same pages.
 */
const KINDS: Record<string, (random: Random) => { path: string; title: string; body: string; head?: string }> = {
  home: (r) => ({ path: '/', title: 'Daily Courier', body: `${nav(r)}<main>${repeat(r, 18, 40, () => teaser(r))}</main>${footer(r)}` }),
  section: (r) => ({ path: '/world', title: 'World | Daily Courier', body: `${nav(r)}<h1>World</h1><ul class="list">${repeat(r, 12, 30, () => `<li>${teaser(r)}</li>`)}</ul>${footer(r)}` }),
  live: (r) => ({ path: '/sport/scores', title: 'Scores', body: `${nav(r)}<table>${repeat(r, 20, 60, () => `<tr><td>${name(r)}</td><td>${r.int(0, 5)}:${r.int(0, 5)}</td><td>${name(r)}</td></tr>`)}</table>` }),
  search: (r) => ({ path: '/search?q=nara', title: 'nara - Search', body: `<form role="search"><input name="q"></form><div id="results">${repeat(r, 8, 20, () => `<div class="g"><a href="/x"><h3>${words(r, 6, 10)}</h3></a><cite>example.com</cite><div class="snippet">${sentence(r)} ${sentence(r)}</div></div>`)}</div>` }),
  product: (r) => ({ path: '/p/123', title: `${name(r)} Kettle`, head: '<meta property="og:type" content="product">', body: `${nav(r)}<h1>${name(r)} Kettle</h1><span class="price">49.90</span><button>Add to cart</button><div class="description">${paragraphs(r, 1, 3)}</div><ul class="specs">${repeat(r, 6, 12, () => `<li>${words(r, 2, 5)}</li>`)}</ul><section id="reviews">${repeat(r, 3, 9, () => `<div class="review"><b>${name(r)}</b><p>${sentence(r)} ${sentence(r)}</p></div>`)}</section>` }),
  shop: (r) => ({ path: '/c/kettles', title: 'Kettles', body: `${nav(r)}<h1>Kettles</h1><div class="grid">${repeat(r, 16, 48, () => `<div class="card"><a href="/p"><img alt=""><h2>${words(r, 3, 7)}</h2></a><span>${r.int(9, 99)}.90</span><button>Add</button></div>`)}</div>` }),
  mail: (r) => ({ path: '/mail/u/0/#inbox', title: 'Inbox (12)', body: `<div role="navigation">${repeat(r, 8, 12, () => `<a href="#">${words(r, 1, 2)}</a>`)}</div><div role="main"><table role="grid">${repeat(r, 25, 50, () => `<tr><td>${name(r)}</td><td><span>${words(r, 4, 8)}</span> <span>${sentence(r)}</span></td><td>12:30</td></tr>`)}</table></div>` }),
  editor: (r) => ({ path: '/document/d/1/edit', title: 'Untitled document', body: `<div role="toolbar">${repeat(r, 12, 20, () => `<button>${words(r, 1, 1)}</button>`)}</div><div contenteditable="true" role="textbox">${paragraphs(r, 4, 14)}</div>` }),
  write: (r) => ({ path: '/compose', title: 'New post', body: `<form><input><textarea>${paragraphs(r, 3, 8)}</textarea><button>Publish</button></form><p>${sentence(r)}</p>` }),
  login: (r) => ({ path: '/login', title: 'Sign in', body: `<form class="login"><label>Email<input></label><label>Password<input type="password"></label><button>Sign in</button></form><p>${sentence(r)}</p><p><a href="#">${words(r, 3, 4)}</a></p>` }),
  map: (r) => ({ path: '/maps/@34.6,135.8', title: 'Map', body: `<canvas></canvas><div role="toolbar">${repeat(r, 4, 9, () => `<button>${words(r, 1, 2)}</button>`)}</div><div class="results">${repeat(r, 4, 12, () => `<div><a href="#">${name(r)}</a><span>4.${r.int(1, 9)}</span><span>${words(r, 3, 6)}</span></div>`)}</div>` }),
  forum: (r) => ({ path: '/forum/travel', title: 'Travel forum', body: `${nav(r)}<table class="topics">${repeat(r, 15, 40, () => `<tr><td><a href="/t">${words(r, 5, 9)}</a></td><td>${r.int(1, 400)}</td><td>${name(r)}</td></tr>`)}</table>` }),
  feed: (r) => ({ path: '/home', title: 'Home / Chatter', body: `<nav>${words(r, 5, 8)}</nav><main><div aria-label="Timeline">${repeat(r, 15, 40, () => `<article class="post"><a href="/u">${name(r)}</a><time datetime="2026-01-13">2h</time><div>${sentence(r)}</div><a href="#">${words(r, 1, 2)}</a><button>Like</button></article>`)}</div></main>` }),
  videos: (r) => ({ path: '/', title: 'Videos', body: `<div class="grid">${repeat(r, 20, 60, () => `<div><a href="/watch"><h3>${words(r, 5, 11)}</h3></a><a href="/c">${name(r)}</a><span>${r.int(1, 900)}K views</span></div>`)}</div>` }),
  watch: (r) => ({ path: '/watch?v=1', title: `${words(r, 4, 8)} - Videos`, head: '<meta property="og:type" content="video.other">', body: `<video></video><h1>${words(r, 4, 8)}</h1><div id="description">${paragraphs(r, 1, 4)}</div><div id="comments">${repeat(r, 6, 20, () => `<div class="comment"><b>${name(r)}</b><div>${sentence(r)} ${sentence(r)}</div></div>`)}</div>` }),
  weather: (r) => ({ path: '/weather/nara', title: 'Weather for Nara', body: `${nav(r)}<h1>Weather for Nara</h1>${repeat(r, 7, 14, () => `<div class="day"><h3>${words(r, 1, 1)}</h3><span>${r.int(-5, 35)} degrees</span><p>${words(r, 2, 5)}</p></div>`)}` }),
  stocks: (r) => ({ path: '/quote/ABC', title: 'ABC 12.30', body: `${nav(r)}<table>${repeat(r, 20, 50, () => `<tr><td>${words(r, 1, 3)}</td><td>${r.int(1, 999)}</td></tr>`)}</table><ul>${repeat(r, 6, 14, () => `<li><a href="/n">${words(r, 7, 12)}</a></li>`)}</ul>` }),
  docs: (r) => ({ path: '/docs/', title: 'Documentation', body: `<aside>${repeat(r, 15, 40, () => `<a href="#">${words(r, 1, 4)}</a>`)}</aside><main><h1>Documentation</h1>${repeat(r, 4, 10, () => `<section><h2><a href="#">${words(r, 2, 4)}</a></h2><p>${words(r, 6, 12)}</p></section>`)}</main>` }),
  api: (r) => ({ path: '/api/client', title: 'Client class', body: `<main><h1>Client</h1>${repeat(r, 10, 25, () => `<h3><code>${words(r, 1, 1)}()</code></h3><pre>${words(r, 10, 30)}</pre><p>${words(r, 5, 10)}</p>`)}</main>` }),
  form: (r) => ({ path: '/tax/return', title: 'Your return', body: `<form>${repeat(r, 15, 30, () => `<fieldset><legend>${words(r, 2, 5)}</legend><label>${words(r, 3, 7)}<input></label><p class="hint">${words(r, 8, 16)}.</p></fieldset>`)}</form>` }),
  calendar: (r) => ({ path: '/calendar', title: 'Calendar', body: `<table role="grid">${repeat(r, 5, 6, () => `<tr>${repeat(r, 7, 7, () => `<td>${r.int(1, 31)} ${words(r, 0, 4)}</td>`)}</tr>`)}</table>` }),
  error: (r) => ({ path: '/gone', title: 'Page not found', body: `${nav(r)}<h1>Page not found</h1><p>${sentence(r)}</p><p>${sentence(r)}</p>${footer(r)}` }),
  consent: (r) => ({ path: '/', title: 'Before you continue', body: `<div class="consent-dialog" role="dialog">${paragraphs(r, 3, 6)}<button>Accept</button></div>${repeat(r, 8, 16, () => teaser(r))}` }),
  profile: (r) => ({ path: '/u/anna', title: 'Anna', head: '<meta property="og:type" content="profile">', body: `<h1>${name(r)}</h1><p>${sentence(r)}</p><ul>${repeat(r, 5, 15, () => `<li><a href="#">${words(r, 3, 9)}</a></li>`)}</ul>` }),
  recipes: (r) => ({ path: '/recipes', title: 'Recipes', body: `${nav(r)}${repeat(r, 12, 30, () => `<div class="recipe-card"><a href="/r"><h3>${words(r, 3, 5)}</h3></a><p>${sentence(r)}</p><a href="/r">Cook</a></div>`)}` }),
  jobs: (r) => ({ path: '/jobs', title: 'Jobs', body: `${nav(r)}<ul>${repeat(r, 12, 30, () => `<li class="job"><a href="/j"><b>${words(r, 3, 6)}</b></a><span>${name(r)}</span><div>${sentence(r)}</div><a href="/j">${words(r, 2, 3)}</a></li>`)}</ul>` }),
}; // prettier-ignore

const EACH = 8;

/** 200 and more pages that are no articles. */
export function otherPages(): StoredPage[] {
  return Object.entries(KINDS).flatMap(([kind, build], k) =>
    Array.from({ length: EACH }, (_, i): StoredPage => {
      const { path, title, body, head = '' } = build(createRandom(k * 1_000 + i + 1));
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
      return {
        id: `other:${kind}/${i}`,
        url: `https://${kind}${i}.example${path}`,
        isNews: false,
        lang: null,
        date: null,
        title,
        body: '',
        html: () => html,
        file: null,
      };
    }),
  );
}

type Random = { int: (low: number, high: number) => number; pick: <T>(items: readonly T[]) => T };

/** Park and Miller's generator: small, and the same on every machine. */
function createRandom(seed: number): Random {
  let state = seed % 2_147_483_647 || 1;
  const int = (low: number, high: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return low + (state % (high - low + 1));
  };
  return { int, pick: (items) => items[int(0, items.length - 1)]! };
}

const WORDS = (
  'the a of in with river station price market council school water night road window paper summer letter meeting harbour ' +
  'train garden number picture bridge family winter order office corner member answer museum village season result bank'
).split(' ');
const NAMES =
  'Tokyo Nara Paris Berlin Lisbon Japan Korea Brazil Kenya Anna Maria Omar Chen Novak Silva Haddad Larsen'.split(' ');

function words(r: Random, low: number, high: number): string {
  return Array.from({ length: r.int(low, high) }, () => r.pick(WORDS)).join(' ');
}

function name(r: Random): string {
  return `${r.pick(NAMES)} ${r.pick(NAMES)}`;
}

function sentence(r: Random): string {
  return `The ${words(r, 4, 9)} in ${r.pick(NAMES)} and ${words(r, 3, 9)}.`;
}

function paragraphs(r: Random, low: number, high: number): string {
  return repeat(r, low, high, () => `<p>${sentence(r)} ${sentence(r)} ${sentence(r)}</p>`);
}

function repeat(r: Random, low: number, high: number, build: () => string): string {
  return Array.from({ length: r.int(low, high) }, build).join('\n');
}

function teaser(r: Random): string {
  const heading = `<h3><a href="/story/${r.int(1, 9999)}">${name(r)} ${words(r, 4, 9)}</a></h3>`;
  const summary = r.int(0, 2) > 0 ? `<p>${sentence(r)}${r.int(0, 1) ? ` ${sentence(r)}` : ''}</p>` : '';
  const tag = r.pick(['article', 'div', 'section']);
  return `<${tag} class="${r.pick(['teaser', 'item', 'c1', 'story-card'])}">${heading}${summary}</${tag}>`;
}

function nav(r: Random): string {
  return `<header><nav><ul>${repeat(r, 6, 14, () => `<li><a href="/">${words(r, 1, 2)}</a></li>`)}</ul></nav></header>`;
}

function footer(r: Random): string {
  return `<footer><p>${sentence(r)}</p>${repeat(r, 4, 9, () => `<a href="/">${words(r, 1, 3)}</a>`)}</footer>`;
}
