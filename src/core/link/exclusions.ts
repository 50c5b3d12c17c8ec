import type { EntityType } from '../kb/record';
import type { LinkBlock, Reading, Span } from './document';
import { DEMONYM } from './flags';
import { TITLES, TITLE_FIELDS } from './lexicon';
import { isNamePart } from './runs';
import { includesSorted } from './sorted';

/** Words of offices that also head bodies: "Justice Department", "General Staff". */
const NOT_OFFICES = new Set(['justice', 'general', 'chief', 'judge', 'judges', 'president']);

/** "US Secretary of State Colin Powell": an office directly before its holder introduces the person, nothing else. */
export function isOfficeOfNext(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (type !== 'institution' && type !== 'term') return false;
  const next = block.tokens[span.lastToken + 1];
  if (!next || next.gap !== ' ' || !isNamePart(block.tokens, span.lastToken + 1)) return false;
  for (let i = span.firstToken; i <= span.lastToken; i++) {
    const word = block.tokens[i]?.text.toLowerCase() ?? '';
    if (word === 'president' || (TITLES.has(word) && !TITLE_FIELDS.has(word) && !NOT_OFFICES.has(word))) return true;
  }
  return false;
}

/** Bodies that every country has its own of, often under the same name. */
const NATIONAL: ReadonlySet<EntityType> = new Set(['party', 'government', 'institution', 'court', 'agency', 'media']);

/**
 * "Scottish Socialist Party", "Liberal Democratic Party of Russia": a body beside the name of a country or region that it
 * has nothing to do with is that country's body, not the one known. Bodies without a known country are of any.
 */
export function isOfOtherCountry({ info }: Reading, span: Span, block: LinkBlock, countries: ReadonlySet<number>): boolean {
  if (!NATIONAL.has(info.type) || !info.neighbours.some((hash) => countries.has(hash))) return false;
  const places = [...placesBefore(span, block), ...placesAfterOf(span, block)];
  if (places.length === 0) return false;
  return !places.some((place) => place.id === info.id || includesSorted(info.neighbours, place.info.hash));
}

function placesBefore(span: Span, block: LinkBlock): Reading[] {
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  if (!first || !before || !/^\.? $/.test(first.gap)) return [];
  return placesAt(block, (other) => other.lastToken === span.firstToken - 1);
}

function placesAfterOf(span: Span, block: LinkBlock): Reading[] {
  const link = block.tokens[span.lastToken + 1];
  if (!link || link.text !== 'of' || link.gap !== ' ') return [];
  const after = block.tokens[span.lastToken + 2];
  const skipped = after?.text.toLowerCase() === 'the' ? 1 : 0;
  return placesAt(block, (other) => other.firstToken === span.lastToken + 2 + skipped);
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
