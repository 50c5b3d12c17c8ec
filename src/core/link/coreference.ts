import { blockOf, isFullerForm, isKin, placeOf } from './bearers';
import type { Bearer, UnknownBearers } from './bearers';
import { chooseReading } from './choose';
import type { DocumentSense } from './choose';
import type { LinkBlock, LinkDocument, Reading, Span } from './document';
import * as flag from './flags';
import { hasTitleBefore, wordBefore } from './evidence';
import { areaAfterComma } from './exclusions';
import { hashWord } from '../text/hash';
import type { Link } from './link-document';
import type { Shape } from './shape';

/**
 * One-word names of people. They follow a full name that the same document gives, wherever it stands; two bearers of
 * the name leave it unlinked, and so does a full name that no pack knows.
 */
export function linkCoreferences(
  document: LinkDocument,
  shapes: ReadonlyMap<Span, Shape>,
  links: readonly Link[],
  bearers: UnknownBearers,
  sense: DocumentSense,
): Link[] {
  const antecedents = new Map<string, number>();
  const kin = new Map<string, number>();
  // Who was named in full in earlier blocks of the story stands before all of these.
  for (const id of sense.introduced) antecedents.set(id, BEFORE_ALL);
  for (const { span, evidence } of links) {
    const { id, info } = evidence.reading;
    if (info.type !== 'person' || antecedents.has(id)) continue;
    antecedents.set(id, placeOf(span.block, span.firstToken));
    if (isKin(document, { block: span.block, first: span.firstToken })) kin.set(id, span.block);
  }
  const namesakes = knownNamesakes(links);
  const found: Link[] = [];
  for (const block of document.blocks) {
    for (const span of block.spans) {
      const shape = shapes.get(span);
      if (!shape || shape.insideLonger || !span.readings.some(isCorefOnly)) continue;
      const link = linkShortName(span, shape, { document, antecedents, kin, namesakes, bearers, sense });
      if (link) found.push(link);
    }
  }
  return found;
}

const BEFORE_ALL = -1;

type Context = {
  document: LinkDocument;
  /** Where each person was first named in full (`placeOf`). */
  antecedents: ReadonlyMap<string, number>;
  /** The block of those who were first named as somebody's family. */
  kin: ReadonlyMap<string, number>;
  /** Known people that the document names in full, by their last name and by what East Asian names begin with. */
  namesakes: ReadonlyMap<string, ReadonlySet<string>>;
  bearers: UnknownBearers;
  sense: DocumentSense;
};

export function isCorefOnly(reading: Reading): boolean {
  return (reading.flags & flag.COREF_ONLY) !== 0;
}

/** Probability of a short name whose full form the document gives once (about 94 in 100 on annotated news). */
export const WITH_ANTECEDENT = 0.95;
/** Without a full name in the document a short name must be this sure. */
const WITHOUT_ANTECEDENT = 0.6;

function linkShortName(span: Span, shape: Shape, context: Context): Link | null {
  const { document, antecedents, bearers, sense } = context;
  const block = document.blocks[span.block];
  if (!block) return null;
  const introduced = withoutKin(
    span.readings.filter((reading) => isCorefOnly(reading) && antecedents.has(reading.id)),
    context,
  );
  const others = bearers
    .namesWith(span.text, horizonOf(span, introduced, antecedents))
    .filter((bearer) => !isKnownForm(bearer.name, introduced) && !isFamilyOf(bearer, introduced, antecedents));
  if (others.length > 0 || isNoPerson(span, block, introduced)) return null;
  const choice = chooseReading(span, block, shape, document, sense);
  if (!choice) return null;
  if (introduced.length === 1 && introduced[0]) {
    if (hasKnownNamesake(span, introduced[0].id, context)) return null;
    const evidence = { ...choice.evidence, reading: introduced[0] };
    return { ...choice, evidence, others: [], score: WITH_ANTECEDENT, span, source: 'coref' };
  }
  // Two people of this name in one story: only the reader can tell.
  if (introduced.length > 1) return null;
  if (!isCorefOnly(choice.evidence.reading) || choice.score < WITHOUT_ANTECEDENT) return null;
  return hasSupport(span, choice.evidence.cues, context) ? { ...choice, span, source: 'coref' } : null;
}

/** The family that a later paragraph names leaves the surname to the one whom the story named before. */
function withoutKin(readings: Reading[], { antecedents, kin }: Context): Reading[] {
  const [subject, ...more] = readings.filter(({ id }) => !kin.has(id));
  if (readings.length < 2 || !subject || more.length > 0) return readings;
  const block = blockOf(antecedents.get(subject.id) ?? 0);
  return readings.every(({ id }) => id === subject.id || block < (kin.get(id) ?? 0)) ? [subject] : readings;
}

/**
 * How far into the document other bearers of the name count: up to here when the known one was introduced before, so
 * that a namesake who appears at the end does not silence the story's subject; everywhere else the whole document.
 */
function horizonOf(span: Span, introduced: readonly Reading[], antecedents: ReadonlyMap<string, number>): number {
  const here = placeOf(span.block, span.firstToken);
  const isBefore = introduced.some(({ id }) => (antecedents.get(id) ?? here) < here);
  return isBefore ? here : Number.POSITIVE_INFINITY;
}

/** A short name without a full name needs a title before it or words that speak for its bearer. */
function hasSupport(span: Span, cues: number, { document }: Context): boolean {
  const block = document.blocks[span.block];
  return cues >= 1 || (block !== undefined && hasTitleBefore(span, block));
}

/** Family named in a later paragraph than the one it belongs to: the bare surname stays with the story's subject. */
function isFamilyOf(bearer: Bearer, introduced: readonly Reading[], antecedents: Context['antecedents']): boolean {
  const [subject, ...more] = introduced;
  if (!bearer.isKin || !subject || more.length > 0) return false;
  return blockOf(antecedents.get(subject.id) ?? 0) < blockOf(bearer.place);
}

function isKnownForm(name: string, readings: readonly Reading[]): boolean {
  return readings.some(({ info }) => name === info.name || isFullerForm(name, info.name));
}

/** Two people of one surname whom the packs know, though not both by that surname: "Li Qiang followed Li Keqiang". */
function knownNamesakes(links: readonly Link[]): Map<string, Set<string>> {
  const byWord = new Map<string, Set<string>>();
  for (const { evidence } of links) {
    const { id, info } = evidence.reading;
    if (info.type !== 'person' || evidence.shape.words < 2) continue;
    const words = info.name.split(' ');
    for (const word of [words.at(-1), words[0]]) {
      if (word === undefined) continue;
      const ids = byWord.get(word) ?? new Set();
      byWord.set(word, ids.add(id));
    }
  }
  return byWord;
}

function hasKnownNamesake(span: Span, id: string, { namesakes, kin }: Context): boolean {
  return [...(namesakes.get(span.text) ?? [])].some((other) => other !== id && !kin.has(other));
}

/** "The younger Trump", "the Macron family", "Kim's Deli": somebody or something else of that name. */
function isRelative(span: Span, block: LinkBlock): boolean {
  const before = wordBefore(span, block);
  if (
    /^(?:younger|elder|older|mrs|lady|madame)$/.test(before) ||
    /(?:^|\s)Mrs\. $/.test(block.text.slice(Math.max(0, span.start - 5), span.start))
  )
    return true;
  const after = block.text.slice(span.end, span.end + 16);
  return (
    /^ (?:family|brothers|sisters|clan|dynasty|household)\b/.test(after) || /^['’]s \p{Lu}\p{Ll}+ in\b/u.test(after)
  );
}

/** "Clinton, Iowa" is a place, "Lee jeans" a brand: what follows says that the surname is not the person. */
function isNoPerson(span: Span, block: LinkBlock, introduced: readonly Reading[]): boolean {
  if (areaAfterComma(span, block) !== null || isRelative(span, block)) return true;
  const next = block.tokens[span.lastToken + 1];
  if (next?.gap !== ' ' || next.capital) return false;
  const word = hashWord(next.text);
  return introduced.some(({ info }) => info.minus.includes(word));
}
