import type { Pack } from '../kb/pack';
import { entityInfo } from './entity-info';
import type { EntityInfo } from './entity-info';
import { unknownBearers } from './bearers';
import type { UnknownBearers } from './bearers';
import { chooseReading } from './choose';
import type { Choice, DocumentSense } from './choose';
import { WITH_ANTECEDENT, isCorefOnly, linkCoreferences } from './coreference';
import { readDocument } from './document';
import type { LinkBlock, LinkDocument, Reading, Span } from './document';
import * as flag from './flags';
import { standsAfterPlacePreposition } from './evidence';
import { detectLanguage } from './language';
import { runsOf } from './runs';
import type { Run } from './runs';
import { coverOf, shapeOf, wholeName } from './shape';
import type { Shape } from './shape';
import { toMentions } from './mentions';
import type { Block, DocumentFacts, Mention } from './types';

/** What one document asks for; `known` are links of its earlier blocks, `reader` the reader's own decisions. */
export type LinkInput = {
  blocks: readonly Block[];
  facts: DocumentFacts;
  known?: readonly { entity: string; surface: string }[];
  reader?: {
    rejected: readonly { entity: string; surface: string }[];
    chosen: readonly { entity: string; surface: string }[];
  };
};

/** One accepted link before it is made into a mention. */
export type Link = Choice & { span: Span; source: Mention['source'] };

/**
 * A link is made only above this probability: at even odds a reader is told something wrong every second time.
 * docs/evaluation.md has what precision this gives on each development set.
 */
export const ACCEPT = 0.5;

/** Links a document: every mention in reading order, and the language it was read as. Pure; keeps nothing. */
export function linkDocument(input: LinkInput, packs: readonly Pack[]): { mentions: Mention[]; lang: string } {
  const { document, runs, shapes, sense, lang } = prepare(input, packs);
  const links = secondPass(document, shapes, sense).map((link) => asReaderChose(link, input));
  const bearers = unknownBearers(document, runs.flat(), coveredTokens(links));
  const coreferences = linkCoreferences(document, shapes, links, bearers, sense);
  const all = [...withoutNamesakes(document, links, coreferences, bearers), ...coreferences];
  return { mentions: toMentions(document, withoutOverlaps(all), input), lang };
}

/** Every span's best choice, accepted or not: what the weights are fitted on (docs/evaluation.md). */
export function choicesOf(input: LinkInput, packs: readonly Pack[]): { span: Span; choice: Choice }[] {
  const { document, shapes, sense } = prepare(input, packs);
  return document.blocks.flatMap((block) =>
    block.spans.flatMap((span) => {
      const choice = choiceFor(span, block, shapes, document, sense);
      return choice ? [{ span, choice }] : [];
    }),
  );
}

type Prepared = { document: LinkDocument; runs: Run[][]; shapes: Shapes; sense: DocumentSense; lang: string };

function prepare(input: LinkInput, packs: readonly Pack[]): Prepared {
  const lang = detectLanguage(input.blocks.map((block) => block.text).join('\n'), input.facts.lang);
  const document = readDocument(input.blocks, input.facts, lang, packs);
  const runs = document.blocks.map((block) => (isCaseEvidence(lang) ? runsOf(block) : []));
  const shapes = shapesOf(document, runs);
  const sense = firstSense(document, input, packs);
  collectCompany(document, shapes, sense);
  return { document, runs, shapes, sense, lang };
}

/** Whether capitals mark names in this language; German gives them to every noun. */
function isCaseEvidence(lang: string): boolean {
  return lang !== 'de';
}

type Shapes = Map<Span, Shape>;

function shapesOf(document: LinkDocument, runs: readonly Run[][]): Shapes {
  const shapes: Shapes = new Map();
  for (const block of document.blocks) {
    const cover = coverOf(block);
    for (const span of block.spans) shapes.set(span, shapeOf(span, block, runs[block.index] ?? [], cover));
  }
  return shapes;
}

function firstSense(document: LinkDocument, input: LinkInput, packs: readonly Pack[]): DocumentSense {
  const sense: DocumentSense = {
    company: new Map(),
    counts: new Map(),
    countries: new Map(),
    day: dayOf(document.facts.date),
    related: new Map(),
    fullyNamed: new Set(),
    introduced: new Set(),
  };
  for (const { entity, surface } of input.known ?? []) {
    if (/\S\s\S/.test(surface)) sense.introduced.add(entity);
    for (const pack of packs) {
      const index = pack.findEntity(entity);
      if (index >= 0) addCompany(sense, entityInfo(pack, index, document.countries));
    }
  }
  return sense;
}

function dayOf(date: string | undefined): number {
  return date === undefined ? 0 : Number(date.replaceAll('-', ''));
}

function addCompany(sense: DocumentSense, { id, hash, neighbours }: EntityInfo): void {
  if (!sense.company.has(id)) sense.company.set(id, { hash, neighbours });
}

/**
 * First pass: the names that need no company to be understood become the company of the rest. Decided by rules, not by
 * the model, so that refitting the model does not change what it is fitted on.
 */
function collectCompany(document: LinkDocument, shapes: Shapes, sense: DocumentSense): void {
  for (const block of document.blocks) {
    for (const span of block.spans) {
      const shape = shapes.get(span);
      for (const reading of span.readings) {
        sense.counts.set(reading.id, (sense.counts.get(reading.id) ?? 0) + 1);
        if (reading.info.type === 'country' && (reading.flags & flag.METONYM) === 0) {
          sense.countries.set(reading.info.hash, (sense.countries.get(reading.info.hash) ?? 0) + 1);
        }
        if (!shape || shape.insideLonger || !isClear(reading, span, shape)) continue;
        addCompany(sense, reading.info);
        if (shape.words > 1) sense.fullyNamed.add(reading.id);
      }
    }
  }
  sense.related.clear();
}

/** Commonness from which a one-word name is taken at its word in the first pass. */
const CLEAR_PRIOR = 40;

function isClear({ flags, info, pattern }: Reading, span: Span, shape: Shape): boolean {
  if ((flags & flag.DEMONYM) !== 0) return true;
  if (pattern >= 0 || (flags & (flag.COREF_ONLY | flag.NEEDS_CONTEXT | flag.METONYM)) !== 0) return false;
  if (info.tier === 'gazetteer' || shape.doubtfulNeighbour) return false;
  return shape.words > 1 ? span.readings.length === 1 : (flags & flag.AMBIGUOUS) === 0 && info.prior >= CLEAR_PRIOR;
}

function choiceFor(
  span: Span,
  block: LinkBlock,
  shapes: Shapes,
  document: LinkDocument,
  sense: DocumentSense,
): Choice | null {
  const shape = shapes.get(span);
  if (!shape || shape.insideLonger) return null;
  return chooseReading(span, block, shape, document, sense);
}

/** Second pass: every span weighed in the company of the document; one-word forms of people are left to coreference. */
function secondPass(document: LinkDocument, shapes: Shapes, sense: DocumentSense): Link[] {
  const links: Link[] = [];
  for (const block of document.blocks) {
    for (const span of block.spans) {
      if (span.readings.every(isCorefOnly)) continue;
      const choice = choiceFor(span, block, shapes, document, sense);
      if (!choice || choice.score < ACCEPT) continue;
      const { reading } = choice.evidence;
      if (isCorefOnly(reading)) continue;
      const whole = longestFor(span, reading, block, shapes);
      links.push({ ...choice, span: wholeName(whole, reading, block), source: sourceOf(reading) });
    }
  }
  return links;
}

/** A longer span around this one that is a name of the same entity: "Washington state" around "Washington". */
function longestFor(span: Span, { id, pattern }: Reading, block: LinkBlock, shapes: Shapes): Span {
  const isLonger = (other: Span, best: Span): boolean =>
    other.start <= span.start &&
    other.end >= span.end &&
    other.end - other.start > best.end - best.start &&
    shapes.get(other)?.insideLonger === false &&
    other.readings.some((reading) => reading.id === id && reading.pattern < 0);
  let longest = span;
  if (pattern >= 0) return longest;
  // Spans are in order of start, the longest first: those around this one stand shortly before it.
  const at = block.spans.indexOf(span);
  for (let i = at - 1; i >= Math.max(0, at - SPANS_AROUND); i--) {
    const other = block.spans[i];
    if (other && isLonger(other, longest)) longest = other;
  }
  return longest;
}

/** How many spans before one may reach over it; a name of this many names does not occur. */
const SPANS_AROUND = 8;

/** Where the reader said which one a name means, that one is meant, as long as the name may mean it. */
function asReaderChose(link: Link, { reader }: LinkInput): Link {
  const chosen = reader?.chosen.find(({ surface }) => surface === link.span.text);
  const reading = chosen && link.span.readings.find(({ id }) => id === chosen.entity);
  return reading ? { ...link, evidence: { ...link.evidence, reading }, others: [], score: 1, source: 'reader' } : link;
}

function sourceOf(reading: Reading): Mention['source'] {
  if (reading.pattern >= 0) return 'pattern';
  if ((reading.flags & flag.METONYM) !== 0) return 'metonym';
  return (reading.flags & flag.ACRONYM) !== 0 ? 'acronym' : 'name';
}

function coveredTokens(links: readonly Link[]): (block: number, token: number) => boolean {
  const covered = new Set<number>();
  for (const { span } of links) {
    for (let i = span.firstToken; i <= span.lastToken; i++) covered.add(span.block * 100_000 + i);
  }
  return (block, token) => covered.has(block * 100_000 + token);
}

/**
 * A surname that follows a full name of the story is the person, not a company or town of that name, whether or not a
 * pack knows the person; unless the other has a longer name in the story too (the Ford Motor Company beside Gerald Ford).
 */
function withoutNamesakes(
  document: LinkDocument,
  links: readonly Link[],
  coreferences: readonly Link[],
  bearers: UnknownBearers,
): Link[] {
  const firstNames = firstNamesOf(links);
  const taken = new Set(coreferences.filter(({ score }) => score >= WITH_ANTECEDENT).map(({ span }) => span));
  const long = links.filter(({ evidence }) => evidence.shape.words > 1);
  const named = new Set(long.map(({ evidence }) => evidence.reading.id));
  const papers = long.filter(({ evidence }) => evidence.reading.info.type === 'media');
  return links.filter(({ span, evidence: { reading, shape } }) => {
    if (reading.info.type === 'media' && endsOther(span, reading, papers)) return false;
    if (named.has(reading.id) || shape.words > 1) return true;
    if (taken.has(span)) return false;
    if (firstNames.has(span.text) && !isPlaceHere(span, document)) return false;
    const bearer = bearers
      .namesWith(span.text, Number.POSITIVE_INFINITY)
      .find(({ name }) => name.endsWith(` ${span.text}`));
    return reading.info.type === 'country' || bearer === undefined;
  });
}

/** "The Daily News" in a story that names the New York Daily News is that paper, not another one of the name. */
function endsOther(span: Span, { id }: Reading, papers: readonly Link[]): boolean {
  const name = span.text.replace(/^The /, '');
  return papers.some((paper) => paper.evidence.reading.id !== id && paper.span.text.endsWith(` ${name}`));
}

/** "Paris" after "Paris Hilton" is she, unless it stands where a place does. */
function isPlaceHere(span: Span, document: LinkDocument): boolean {
  const block = document.blocks[span.block];
  return block !== undefined && standsAfterPlacePreposition(span, block);
}

function firstNamesOf(links: readonly Link[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { span, evidence } of links) {
    const [first, ...rest] = span.text.split(' ');
    if (evidence.reading.info.type === 'person' && first !== undefined && rest.length > 0) names.add(first);
  }
  return names;
}

/** Of overlapping links the longest stays, of equally long ones the surer. Block by block, so that cost stays linear. */
function withoutOverlaps(links: readonly Link[]): Link[] {
  const byBlock = new Map<number, Link[]>();
  for (const link of links) {
    const list = byBlock.get(link.span.block);
    if (list) list.push(link);
    else byBlock.set(link.span.block, [link]);
  }
  return [...byBlock.values()]
    .flatMap(keepLongest)
    .sort((a, b) => a.span.block - b.span.block || a.span.start - b.span.start);
}

function keepLongest(links: Link[]): Link[] {
  const order = links.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || b.score - a.score);
  const kept: Link[] = [];
  for (const link of order) {
    const { start, end } = link.span;
    if (!kept.some(({ span }) => span.start < end && start < span.end)) kept.push(link);
  }
  return kept;
}
