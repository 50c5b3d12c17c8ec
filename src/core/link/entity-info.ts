import type { Pack } from '../kb/pack';
import type { EntityType, Tier } from '../kb/record';
import { hashWord } from '../text/hash';

/** What the linker asks of an entity again and again, read from its pack once. */
export type EntityInfo = {
  id: string;
  /** `hashWord` of the id: how packs name neighbours. */
  hash: number;
  name: string;
  type: EntityType;
  tier: Tier;
  /** 1 to 100, and its natural logarithm. */
  prior: number;
  lnPrior: number;
  /** The area that the title names after a comma ("Ohio" of "Columbus, Ohio"), else empty. */
  area: string;
  /** Hashes of the countries that the entity is related to. */
  countries: readonly number[];
  /** The name before a disambiguator in the title's brackets, which others bear as well; empty where there is none. */
  shared: string;
  /** yyyymmdd, 0 where unknown. */
  validFrom: number;
  plus: Uint32Array;
  minus: Uint32Array;
  neighbours: Uint32Array;
};

/** Kept for as long as the pack is open; a worker meets the same few thousand entities all day. */
const known = new WeakMap<Pack, Map<number, EntityInfo>>();

export function entityInfo(pack: Pack, entity: number, countries: ReadonlySet<number>): EntityInfo {
  let ofPack = known.get(pack);
  if (!ofPack) {
    ofPack = new Map();
    known.set(pack, ofPack);
  }
  let info = ofPack.get(entity);
  if (!info) {
    info = readInfo(pack, entity, countries);
    ofPack.set(entity, info);
  }
  return info;
}

function readInfo(pack: Pack, entity: number, countries: ReadonlySet<number>): EntityInfo {
  const id = pack.entityId(entity);
  const title = pack.title(entity) ?? '';
  const neighbours = pack.neighbours(entity);
  const prior = pack.prior(entity);
  return {
    id,
    hash: hashWord(id),
    name: pack.entityName(entity),
    type: pack.entityType(entity),
    tier: pack.entityTier(entity),
    prior,
    lnPrior: Math.log(prior),
    area: /, ([^,]+)$/.exec(title)?.[1] ?? '',
    countries: [...neighbours].filter((hash) => countries.has(hash)),
    shared: /^(.+) \([^()]*\)$/.exec(title)?.[1] ?? '',
    validFrom: pack.validFrom(entity),
    plus: pack.plusCues(entity),
    minus: pack.minusCues(entity),
    neighbours,
  };
}

const countriesKnown = new WeakMap<Pack, readonly number[]>();

/** Hashes of the ids of all countries that the packs know; each pack is asked once. */
export function countryHashes(packs: readonly Pack[]): ReadonlySet<number> {
  const all = new Set<number>();
  for (const pack of packs) {
    let own = countriesKnown.get(pack);
    if (!own) {
      own = pack.hashesOfType('country');
      countriesKnown.set(pack, own);
    }
    for (const hash of own) all.add(hash);
  }
  return all;
}
