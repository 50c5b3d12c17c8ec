import type { PackSource } from './pack-source';
import type { AliasSource, Card } from './card-schema';
import { namesOfCard } from './names';
import type { SourceProblem } from './source-error';

/** More bearers than this and a name says nothing; surnames (`coref-only`) may have any number. */
const MAX_BEARERS = 5;

/** Labels of facts that change with time and so must say how (`vol`). */
const CHANGING_LABELS =
  /^(?:president|prime minister|leader|chair(?:man|woman|person)?|chief executive|ceo|head of (?:state|government)|monarch|king|secretary[- ]general|population|members?|member states|employees|staff|seats)\b/i;
/** Values of such facts that name their own date or period, and so cannot go stale. */
const DATED_VALUE = /\b(?:1\d{3}|20\d{2})\b/;
const ATTRIBUTION =
  /\b(?:accus|alleg|according to|said|says|den(?:y|ies|ied)|found|convict|charg|rul(?:ed|ing)|report|sanction|investigat|inquiry|court|tribunal|critics|designat|list(?:s|ed))/i;

export type NameBearers = Map<string, { card: Card; alias: AliasSource }[]>;

/** Everything that concerns several cards or the packs as a whole; problems point at the card's own line. */
export function checkPacks(
  packs: readonly PackSource[],
  words: ReadonlySet<string>,
  problems: SourceProblem[],
): NameBearers {
  const cards = packs.flatMap((pack) => pack.cards.map(({ card }) => card));
  checkUnique(cards, problems);
  checkRelations(cards, problems);
  for (const card of cards) {
    checkFacts(card, problems);
    checkAliases(card, words, problems);
  }
  for (const pack of packs) checkSources(pack, problems);
  return checkBearers(cards, problems);
}

function checkUnique(cards: readonly Card[], problems: SourceProblem[]): void {
  const seen = new Map<string, Card>();
  const unique = (card: Card, field: string, value: string | undefined): void => {
    if (value === undefined || value === '') return;
    const other = seen.get(`${field} ${value}`);
    if (other)
      problems.push(at(card, [field], `${field} "${value}" stands also in ${other.file}:${other.lineOf([field])}`));
    else seen.set(`${field} ${value}`, card);
  };
  for (const card of cards) {
    unique(card, 'id', card.id);
    unique(card, 'qid', card.qid);
    unique(card, 'line', card.line);
    unique(card, 'title', card.title);
    unique(card, 'background', card.background);
  }
}

function checkRelations(cards: readonly Card[], problems: SourceProblem[]): void {
  const ids = new Set(cards.map((card) => card.id));
  for (const card of cards) {
    card.rel.forEach((relation, i) => {
      if (!ids.has(relation.o))
        problems.push(at(card, ['rel', i, 'o'], `relation to "${relation.o}", which no pack has`));
      if (relation.o === card.id) problems.push(at(card, ['rel', i, 'o'], 'relation to itself'));
      if (relation.from && relation.to && relation.from > relation.to && !relation.from.startsWith('-')) {
        problems.push(at(card, ['rel', i], `from ${relation.from} is later than to ${relation.to}`));
      }
    });
  }
}

function checkFacts(card: Card, problems: SourceProblem[]): void {
  card.facts.forEach((fact, i) => {
    if (
      CHANGING_LABELS.test(fact.k) &&
      fact.vol === undefined &&
      fact.until === undefined &&
      !DATED_VALUE.test(fact.v)
    ) {
      problems.push(
        at(card, ['facts', i], `"${fact.k}" changes with time: say how with vol (office, count, membership or status)`),
      );
    }
  });
  if (card.sensitivity === 'accusation' && !ATTRIBUTION.test(card.background + card.line)) {
    problems.push(at(card, ['sensitivity'], 'an accusation needs to say who makes it'));
  }
}

function checkAliases(card: Card, words: ReadonlySet<string>, problems: SourceProblem[]): void {
  card.aliases.forEach((alias, i) => {
    if (!/^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(alias.t) || alias.flags.length > 0) return;
    const letters = alias.t.replace(/[^\p{L}]/gu, '').length;
    const fail = (message: string): void =>
      void problems.push(at(card, ['aliases', i], `alias "${alias.t}": ${message}`));
    if (letters <= 3 && !/[\d\s]/.test(alias.t))
      fail('three letters or fewer need a flag (acronym, case-sensitive, needs-context ...)');
    else if (card.type === 'person' && !/\s/.test(alias.t)) fail('one word for a person needs coref-only');
    else if (/^\p{Lu}/u.test(alias.t) && words.has(alias.t.toLowerCase()) && card.type !== 'country') {
      fail('also an ordinary word: needs a flag (needs-context, case-sensitive ...)');
    }
  });
}

function checkSources({ description, cards }: PackSource, problems: SourceProblem[]): void {
  for (const { card } of cards) {
    card.facts.forEach((fact, i) => {
      if (fact.src === 'article' && description.articles.length === 0) {
        problems.push(at(card, ['facts', i, 'src'], 'src: article, but pack.yaml names no article'));
      }
    });
  }
}

/** All bearers of each name, with a problem where there are too many for the name to say anything. */
function checkBearers(cards: readonly Card[], problems: SourceProblem[]): NameBearers {
  const bearers: NameBearers = new Map();
  for (const card of cards) {
    for (const alias of namesOfCard(card)) {
      const list = bearers.get(alias.t) ?? [];
      list.push({ card, alias });
      bearers.set(alias.t, list);
    }
  }
  for (const [name, list] of bearers) {
    const full = list.filter(({ alias }) => !alias.flags.includes('coref-only') && !alias.flags.includes('demonym'));
    const last = full.at(-1);
    if (full.length > MAX_BEARERS && last) {
      problems.push(
        at(last.card, ['aliases'], `"${name}" names ${full.length} records; at most ${MAX_BEARERS} may share a name`),
      );
    }
  }
  return bearers;
}

function at(card: Card, path: readonly (string | number)[], message: string): SourceProblem {
  return { file: card.file, line: card.lineOf(path), message: `${card.id}: ${message}` };
}
