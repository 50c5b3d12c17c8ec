import type { EntityType, PartialDate, Tier, Volatility } from './record';

/** How a fact stands on the day the card is shown: past one half-life it ages, past two it may be outdated. */
export type Freshness = 'fresh' | 'aging' | 'stale';

/** Where a fact comes from, ready to be shown: `General reference`, `AP, 13 January 2026`, `GeoNames`. */
export type SourceLabel = { text: string; url?: string };

export type CardFact = {
  label: string;
  value: string;
  source: SourceLabel;
  asOf: PartialDate;
  until?: PartialDate;
  volatile: Volatility | null;
  freshness: Freshness;
};

/** A relation as the card shows it: `Party: Liberal Democratic Party (since 1996)`. `target` is null where no card exists. */
export type CardRelation = {
  label: string;
  value: string;
  target: string | null;
  from?: PartialDate;
  to?: PartialDate;
};

/** Office held on the article's date: `President of South Korea, since 4 June 2025`. */
export type CardRole = { text: string; from?: PartialDate; to?: PartialDate; onDate: string };

/** Everything that a card shows of one entity; plain data, no markup, safe to show as text. */
export type CardModel = {
  entity: string;
  name: string;
  type: EntityType;
  typeLabel: string;
  tier: Tier;
  line: string;
  background: string | null;
  nativeNames: { lang: string; text: string }[];
  roles: CardRole[];
  /** Who held posts in this body or country on the article's date. */
  holders: (CardRole & { entity: string; name: string })[];
  facts: CardFact[];
  relations: CardRelation[];
  timeline: { date: PartialDate; text: string }[];
  geo: { lat: number; lon: number; disputed: boolean } | null;
  links: { label: string; url: string }[];
  asOf: PartialDate;
  pack: { id: string; name: string; licence: string; attribution: string };
};
