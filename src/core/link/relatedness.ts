import type { DocumentSense } from './choose';
import type { Reading } from './document';
import { overlap } from './evidence';
import { includesSorted } from './sorted';

/**
 * Mean of the three best overlaps with the document's company, 0 to 1, and whether a direct relation exists; whether the
 * document names a country of the entity (`here`), only other countries (`abroad`), or the entity has none (`none`).
 */
export type Related = { mean: number; direct: boolean; home: 'here' | 'abroad' | 'none' };

/** How an entity is related to what the document names; computed once an entity and company. */
export function relatednessOf({ id, info }: Reading, sense: DocumentSense): Related {
  let related = sense.related.get(id);
  if (!related) {
    related = { ...computeRelatedness(id, info.neighbours, sense), home: homeOf(info.countries, sense) };
    sense.related.set(id, related);
  }
  return related;
}

/** From this many mentions of countries on, a document that never names a thing's own is set elsewhere. */
const SET_ELSEWHERE = 2;

/** `countries`: hashes of the entity's own. */
function homeOf(countries: readonly number[], sense: DocumentSense): Related['home'] {
  if (countries.length === 0) return 'none';
  if (countries.some((hash) => sense.countries.has(hash))) return 'here';
  let mentions = 0;
  for (const count of sense.countries.values()) mentions += count;
  return mentions >= SET_ELSEWHERE ? 'abroad' : 'none';
}

function computeRelatedness(id: string, own: Uint32Array, sense: DocumentSense): Omit<Related, 'home'> {
  if (own.length === 0) return { mean: 0, direct: false };
  const best = [0, 0, 0];
  let direct = false;
  for (const [other, { hash, neighbours }] of sense.company) {
    if (other === id) continue;
    const isDirect = includesSorted(own, hash);
    direct ||= isDirect;
    const value = isDirect ? 1 : overlap(own, neighbours);
    if (value > (best[2] ?? 0)) {
      best[2] = value;
      best.sort((a, b) => b - a);
    }
  }
  return { mean: best.reduce((sum, value) => sum + value, 0) / 3, direct };
}
