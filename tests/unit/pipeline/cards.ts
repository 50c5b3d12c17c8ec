import type { Card } from '../../../src/pipeline/card-schema';
import { parseCard } from '../../../src/pipeline/card-schema';
import { readCardSource } from '../../../src/pipeline/card-source';
import type { PackDescription, PackSource } from '../../../src/pipeline/pack-source';
import type { SourceProblem } from '../../../src/pipeline/source-error';

/** Front matter of the smallest card that is right; line 1 is `---`, so `id` stands in line 2. */
export const SMALL_CARD = `---
id: nara
type: city
name: Nara
asOf: "2025-01"
prior: 20
line: Old capital of Japan.
---

Nara was the capital from 710 to 784.
`;

/** Parses a card's text; its problems are returned with it. */
export function parsed(text: string, file = 'cards/test.md'): { card: Card | null; problems: SourceProblem[] } {
  const problems: SourceProblem[] = [];
  const source = readCardSource(file, text, problems);
  return { card: source && parseCard(source, problems), problems };
}

/** A card with the given fields over harmless ones. */
export function cardOf(fields: Partial<Card> & { id: string }): Card {
  return {
    file: `${fields.id}.md`,
    lineOf: () => 7,
    type: 'organisation',
    name: fields.id,
    asOf: '2025-01',
    prior: 10,
    names: {},
    aliases: [],
    patterns: [],
    plus: [],
    minus: [],
    line: `What ${fields.id} is.`,
    background: '',
    facts: [],
    rel: [],
    timeline: [],
    sensitivity: 'none',
    status: 'reviewed',
    ...fields,
  };
}

export const DESCRIPTION: PackDescription = {
  id: 'test',
  name: 'Test',
  version: '1',
  tier: 1,
  languages: ['en'],
  licence: 'MIT',
  notice: 'MIT License',
  attribution: 'Testers',
  asOf: '2025-01',
  articles: [],
};

export function packOf(...cards: Card[]): PackSource {
  return { folder: 'test', description: DESCRIPTION, cards: cards.map((card) => ({ card, tier: 'full' })) };
}
