import type { LinkBlock, Reading, Span } from './document';
import { ACRONYM, COREF_ONLY, DEMONYM, PATTERN } from './flags';
import { COMPANY_SUFFIXES, FUNCTION_WORDS, NAME_HEADS, TITLES } from './lexicon';
import { isJoined, isNamePart } from './runs';
import type { Run } from './runs';
import type { Token } from './tokens';

/** What the words around a span say about whether it is a name of its own. */
export type Shape = {
  /** The span is only part of a longer capitalised name that no pack knows. */
  insideLonger: boolean;
  /** Capitals beside the span that the block's casing makes worthless as evidence (title case, all caps). */
  doubtfulNeighbour: boolean;
  /** Words in the span. */
  words: number;
};

/** Where each token of a block is covered by a span that can stand beside another name without being part of it. */
export type Cover = Map<number, Span[]>;

/** Spans by the tokens they cover; demonyms, acronyms and names of several words explain a capitalised neighbour. */
export function coverOf(block: LinkBlock): Cover {
  const cover: Cover = new Map();
  for (const span of block.spans) {
    if (!explainsNeighbour(span)) continue;
    for (let i = span.firstToken; i <= span.lastToken; i++) {
      const list = cover.get(i);
      if (list) list.push(span);
      else cover.set(i, [span]);
    }
  }
  return cover;
}

function explainsNeighbour(span: Span): boolean {
  return span.readings.some(({ flags, info }) => {
    if ((flags & (COREF_ONLY | PATTERN)) !== 0) return false;
    if ((flags & (DEMONYM | ACRONYM)) !== 0) return true;
    if (info.tier === 'gazetteer') return false;
    return span.lastToken > span.firstToken || info.type === 'country';
  });
}

/** Reads the neighbourhood of one span. `runs` are the block's runs of capitalised words. */
export function shapeOf(span: Span, block: LinkBlock, runs: readonly Run[], cover: Cover): Shape {
  const words = span.lastToken - span.firstToken + 1;
  const lowerCase = span.text === span.text.toLowerCase();
  if (lowerCase || !/\p{Lu}/u.test(span.text)) return { insideLonger: false, doubtfulNeighbour: false, words };
  if (endsLongerName(span, block)) return { insideLonger: true, doubtfulNeighbour: false, words };
  if (block.casing !== 'sentence') {
    return { insideLonger: false, doubtfulNeighbour: hasCapitalNeighbour(span, block), words };
  }
  const run = runs.find(({ first, last }) => first <= span.lastToken && last >= span.firstToken);
  if (!run) {
    return { insideLonger: hyphenatedName(span, block) || beginsHeaded(span, block), doubtfulNeighbour: false, words };
  }
  const left = unexplained(span, run.first, span.firstToken - 1, block, cover);
  const right = unexplained(span, span.lastToken + 1, run.last, block, cover) || leadsToHead(span, run, block);
  return { insideLonger: left || right || hyphenatedName(span, block), doubtfulNeighbour: false, words };
}

/** Whether some token from `first` to `last`, nearest the span, is a name part that nothing explains. */
function unexplained(span: Span, first: number, last: number, block: LinkBlock, cover: Cover): boolean {
  if (first > last) return false;
  const beside = first > span.lastToken ? first : last;
  const token = block.tokens[beside];
  if (!token) return false;
  // "General Electric Co.": the legal form ends the company's own name.
  if (beside > span.lastToken && isLegalForm(token) && span.readings.some(isCompany)) return false;
  // A place and its country, or a nationality before a name, stand side by side; a name head never does.
  if (NAME_HEADS.has(token.text.toLowerCase()) && beside > span.lastToken) return true;
  const covering = cover.get(beside) ?? [];
  return !covering.some((other) => other.lastToken < span.firstToken || other.firstToken > span.lastToken);
}

/** Most words between a name and the head of the longer name that it begins: "Trump Taj Mahal Casino". */
const HEAD_REACH = 3;
/** Heads that are named after people and places; "President Obama Harvard University" does not occur. */
const BUILT_HEADS = new Set(['airport', 'casino', 'hospital', 'library', 'museum', 'stadium', 'school', 'university', 'college', 'bridge', 'centre', 'center', 'building', 'tower', 'hotel', 'street', 'foundation', 'institute', 'memorial', 'award', 'prize', 'expressway', 'highway', 'growers', 'society']); // prettier-ignore

/** "Hillary Clinton National Airport": further right in the same run of capitals stands the head of a longer name. */
function leadsToHead(span: Span, run: Run, block: LinkBlock): boolean {
  for (let i = span.lastToken + 2; i <= Math.min(run.last, span.lastToken + HEAD_REACH); i++) {
    if (BUILT_HEADS.has(block.tokens[i]?.text.toLowerCase() ?? '')) return true;
  }
  return false;
}

/** "Africa Forward Summit" in a German text, where capitals make no runs: an English head follows within two words. */
function beginsHeaded(span: Span, block: LinkBlock): boolean {
  for (let i = span.lastToken + 1; i <= span.lastToken + 2; i++) {
    const token = block.tokens[i];
    if (!token?.capital || token.gap !== ' ') return false;
    if (NAME_HEADS.has(token.text.toLowerCase())) return true;
  }
  return false;
}

/** Heads of bodies whose names go on after "of" besides the usual ones. */
const OF_HEADS = new Set(['workers', 'sons', 'daughters', 'friends', 'knights', 'prince', 'duke', 'duchess', 'earl', 'archdiocese', 'diocese', 'church', 'faculty', 'academy', 'city', 'government', 'houses', 'ministers', 'secretary', 'states', 'united', 'king', 'queen']); // prettier-ignore

/** Offices that a country has: "President of Georgia" names Georgia, "Prince of Wales" does not name Wales. */
const LEADERS = new Set(['president', 'minister', 'premier', 'chancellor', 'ambassador']);

function isLegalForm(token: Token): boolean {
  return COMPANY_SUFFIXES.has(token.text.toLowerCase());
}

function isCompany({ info }: Reading): boolean {
  return info.type === 'company' || info.type === 'media';
}

/** "University of Missouri", "Mine Workers of America": what stands after "of" ends the name before it. */
function endsLongerName(span: Span, block: LinkBlock): boolean {
  const first = block.tokens[span.firstToken];
  const link = block.tokens[span.firstToken - 1];
  const head = block.tokens[span.firstToken - 2];
  if (!first || !link || !head || link.text !== 'of' || !isJoined(first.gap) || !isJoined(link.gap)) return false;
  const lower = head.text.toLowerCase();
  if (!head.capital || (head.sentenceStart && FUNCTION_WORDS.has(lower))) return false;
  // "First Minister of Northern Ireland": who leads a country leaves it a name of its own.
  if (LEADERS.has(lower) && span.readings.some(({ info }) => info.type === 'country')) return false;
  // A person of a place ("Waxman of California") leaves the place a name of its own.
  return NAME_HEADS.has(lower) || TITLES.has(lower) || OF_HEADS.has(lower);
}

function hasCapitalNeighbour(span: Span, block: LinkBlock): boolean {
  const before = block.tokens[span.firstToken - 1];
  const first = block.tokens[span.firstToken];
  const after = block.tokens[span.lastToken + 1];
  return Boolean(
    (before && first && isJoined(first.gap) && isNamePart(block.tokens, span.firstToken - 1)) ||
    (after && isJoined(after.gap) && isNamePart(block.tokens, span.lastToken + 1)),
  );
}

/** "Jean-Lee", "Al-Nara": a hyphen that ties the span to another capitalised word makes it part of that name. */
function hyphenatedName(span: Span, block: LinkBlock): boolean {
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  const single = span.firstToken === span.lastToken;
  return Boolean(single && first && before && /^[-‐‑]$/.test(first.gap) && before.capital && before.text.length < 4);
}

/** Bodies that stand under their country's letters: "U.S. Department of Education" is one name. */
const BODIES = new Set(['agency', 'institution', 'court', 'government', 'organisation']);

/**
 * The span with what belongs to the same name on either side: the letters of its country before a body of that country,
 * the legal form after a company, the full stop of an abbreviation ("W. Va."), and without a small article ("the Dow").
 */
export function wholeName(span: Span, reading: Reading, block: LinkBlock): Span {
  let { start, end, firstToken, lastToken } = span;
  const article = /^the (?=\S)/.exec(span.text);
  if (article) {
    start += article[0].length;
    firstToken++;
  } else if (hasOwnCountryBefore(span, reading, block)) {
    firstToken--;
    start = block.tokens[firstToken]?.start ?? start;
  }
  const suffix = block.tokens[lastToken + 1];
  if (isCompany(reading) && suffix && isLegalForm(suffix) && /^,? $/.test(suffix.gap) && suffix.capital) {
    lastToken++;
    end = suffix.end;
  }
  if (block.text[end] === '.' && endsInAbbreviation(block, lastToken)) end++;
  if (start === span.start && end === span.end) return span;
  return { ...span, start, end, firstToken, lastToken, text: block.text.slice(start, end) };
}

function hasOwnCountryBefore(span: Span, reading: Reading, block: LinkBlock): boolean {
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  if (!first || !before || !BODIES.has(reading.info.type) || !/^\.? $/.test(first.gap)) return false;
  if (!/^(?:U\.S|US|UK|U\.K)$/.test(before.text)) return false;
  const country = block.spans.find((other) => other.start === before.start && other.end <= span.start);
  return country?.readings.some(({ info }) => reading.info.neighbours.includes(info.hash)) ?? false;
}

/** "W. Va.", "Corp.", "D.C.": the full stop belongs to the last word, though a sentence may end with it as well. */
const ABBREVIATED = /^(?:Inc|Co|Corp|Ltd|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|\p{Lu}(?:\.\p{Lu})+)$/u; // prettier-ignore

function endsInAbbreviation(block: LinkBlock, token: number): boolean {
  return ABBREVIATED.test(block.tokens[token]?.text ?? '');
}
