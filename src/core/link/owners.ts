import type { EntityType } from '../kb/record';
import type { LinkBlock, Reading, Span } from './document';
import { wordBefore } from './evidence';
import { DEMONYM } from './flags';
import { NAME_HEADS } from './lexicon';
import { isNamePart } from './runs';
import { includesSorted } from './sorted';

/** Bodies that every country has its own of, often under the same name. */
const NATIONAL: ReadonlySet<EntityType> = new Set(['party', 'government', 'institution', 'court', 'agency', 'media']);

/**
 * "Scottish Socialist Party", "Liberal Democratic Party of Russia": a body beside the name of a country or region that it
 * has nothing to do with is that country's body, not the one known. Bodies without a known country are of any.
 */
export function isOfOtherCountry({ info }: Reading, span: Span, block: LinkBlock): boolean {
  if (!NATIONAL.has(info.type) || info.countries.length === 0) return false;
  if (info.type !== 'media' && (isLesser(span, block) || isOfUnknown(info, span, block))) return true;
  if (info.type === 'party' && isPartyOfOther(info, span, block)) return true;
  const places = [...placesBefore(span, block), ...placesAfterOf(span, block)];
  if (places.length === 0) return false;
  return !places.some((place) => place.id === info.id || includesSorted(info.neighbours, place.info.hash));
}

/** "Ignazio Cassis (FDP)": a party in brackets after a person of other countries is a party of theirs. */
function isPartyOfOther(info: Reading['info'], span: Span, block: LinkBlock): boolean {
  if (block.text[span.start - 1] !== '(' || block.text[span.end] !== ')') return false;
  const people = block.spans
    .filter(({ end }) => end === span.start - 2)
    .flatMap(({ readings }) => readings.filter((reading) => reading.info.type === 'person'));
  return people.length > 0 && people.every((person) => isForeign(person.info, info));
}

function isForeign(person: Reading['info'], body: Reading['info']): boolean {
  if (person.countries.length === 0 || includesSorted(person.neighbours, body.hash)) return false;
  return !person.countries.some((country) => body.countries.includes(country));
}

/** "The Ohio state Senate": a body of something smaller than a country. */
function isLesser(span: Span, block: LinkBlock): boolean {
  return LESSER.has(block.tokens[span.firstToken - 1]?.text ?? '') && wordBefore(span, block) !== '';
}

const LESSER = new Set(['state', 'provincial', 'regional', 'student', 'faculty', 'university', 'tribal']);

/** "The Senate of Rice University", "the Congress of Vienna": what follows "of" is neither its country nor a person. */
function isOfUnknown(info: Reading['info'], span: Span, block: LinkBlock): boolean {
  const at = ownerAfterOf(span, block);
  const owner = block.tokens[at];
  if (!owner?.capital || !isNamePart(block.tokens, at)) return false;
  // "Rice University" is not Condoleezza Rice.
  if (NAME_HEADS.has(block.tokens[at + 1]?.text.toLowerCase() ?? '')) return true;
  const known = block.spans.filter(({ firstToken }) => firstToken === at).flatMap(({ readings }) => readings);
  return !known.some((reading) => reading.info.type === 'person' || isOwnPlace(info, reading));
}

/** Index of the word after "of" or "of the" behind the span; -1 where none stands there. */
function ownerAfterOf(span: Span, block: LinkBlock): number {
  const link = block.tokens[span.lastToken + 1];
  if (!link || link.text !== 'of' || link.gap !== ' ') return -1;
  return span.lastToken + (block.tokens[span.lastToken + 2]?.text.toLowerCase() === 'the' ? 3 : 2);
}

/** The country itself, or a town of it ("the Federal Constitutional Court of Karlsruhe"). */
function isOwnPlace(info: Reading['info'], { id, info: other }: Reading): boolean {
  if (id === info.id || includesSorted(info.neighbours, other.hash)) return true;
  return other.type === 'city' && other.countries.some((country) => info.countries.includes(country));
}

function placesBefore(span: Span, block: LinkBlock): Reading[] {
  let at = span.firstToken;
  // "Russia's Liberal Democratic Party": the country stands before the whole of the longer name.
  while (at > span.firstToken - LONGER_NAME && block.tokens[at]?.gap === ' ' && block.tokens[at - 1]?.capital) at--;
  // "US Senate", "Italy's Senate".
  const owner = at < span.firstToken && !POSSESSIVE_GAP.test(block.tokens[at]?.gap ?? '') ? span.firstToken : at;
  if (!OWNER_GAP.test(block.tokens[owner]?.gap ?? '')) return [];
  return placesAt(block, (other) => other.lastToken === owner - 1);
}

/** Most words of a longer name that a known one may end: "Liberal Democratic Party". */
const LONGER_NAME = 2;
const OWNER_GAP = /^(?:\.|['’]s?)? $/;
const POSSESSIVE_GAP = /^['’]s? $/;

function placesAfterOf(span: Span, block: LinkBlock): Reading[] {
  const at = ownerAfterOf(span, block);
  return at < 0 ? [] : placesAt(block, (other) => other.firstToken === at);
}

/** Countries and regions, or their nationality words, among the spans that stand where wanted. */
function placesAt(block: LinkBlock, isThere: (other: Span) => boolean): Reading[] {
  return block.spans
    .filter(isThere)
    .flatMap((other) =>
      other.readings.filter(
        ({ info, flags }) => info.type === 'country' || (info.type === 'region' && (flags & DEMONYM) !== 0),
      ),
    );
}
