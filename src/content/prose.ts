import { dom } from './dom';
import { NOISE, labelOf } from './label';
import { CLOSED, OPEN, opennessOf, type Place } from './tree';
import type { Run } from './walk';

/** A run of this weight is prose whatever it ends in. */
const LONG_RUN = 80;
const SENTENCE_RUN = 35;
/** A character of a script without spaces says about as much as this many letters. */
const DENSE_SCRIPT = 2.5;
const FIRST_DENSE = 0x2e80;
/** Share of link text from which a line is a pointer to another story. */
export const LINKED = 0.5;
/** A full sentence may be all but one link. */
const LINKED_SENTENCE = 0.95;

const SENTENCE_END =
  /[.!?\u2026\u3002\uff01\uff1f\u0964\u061f\u06d4\u104b]["'\u201c\u201d\u2019\u00bb\u00ab)\]\u300d\u300f]*\s*$/;

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8));
}

/** The runs of a page with what each weighs as prose. */
export type Page = { runs: Run[]; prose: number[]; total: number };

/** Weighs every run, and every place by what it holds. */
export function scorePage(runs: Run[]): Page {
  const prose = runs.map(proseOf);
  let total = 0;
  for (let i = 0; i < runs.length; i++) {
    const { place } = runs[i]!;
    const weight = prose[i]!;
    total += weight;
    if (weight) for (let at: Place | null = place; at; at = at.parent) at.prose += weight;
  }
  return { runs, prose, total };
}

/** Weight of a run as prose, about its characters; 0 for what is no running text. */
export function proseOf(run: Run): number {
  const scale = isDense(run) ? DENSE_SCRIPT : 1;
  const weight = (run.length - run.linkLength) * scale;
  if (run.linkLength > run.length * LINKED) {
    const isSentence =
      run.linkLength < run.length * LINKED_SENTENCE && run.length * scale > LONG_RUN && endsSentence(tailOf(run));
    return isSentence ? Math.max(weight, SENTENCE_RUN) : 0;
  }
  if (weight < SENTENCE_RUN) return 0;
  return weight >= LONG_RUN || endsSentence(tailOf(run)) ? weight : 0;
}

function isDense(run: Run): boolean {
  const data = run.datas[0] ?? '';
  return data.charCodeAt(data.length >> 1) >= FIRST_DENSE || data.charCodeAt(data.length >> 2) >= FIRST_DENSE;
}

function tailOf(run: Run): string {
  for (let i = run.datas.length - 1; i >= 0; i--) {
    const tail = (run.datas[i] ?? '').slice(-200).trimEnd();
    if (tail) return tail.slice(-8);
  }
  return '';
}

/** Share of the page's prose from which a box is no furniture, whatever its name. */
const MAIN_SHARE = 0.3;

/**
 * Whether the run stands in a part that is labelled as no story. Boxes at or above `container` do not count, nor does
 * a box that holds a good part of the page's prose.
 */
export function isNoise(place: Place, container: Place | null, total: number): boolean {
  for (let at: Place | null = place; at && at !== container; at = at.parent) {
    const openness = opennessOf(at);
    if (openness === CLOSED) return true;
    const isNamed = openness !== OPEN || (labelOf(at) & NOISE) !== 0;
    if (isNamed && (at.tag === 'aside' || at.prose < total * MAIN_SHARE)) return true;
  }
  return false;
}

const LONGEST_TEASER = 700;
const TEASER_LINKS = 0.12;
const MIN_TEASER_LINK = 15;
const TEASER_DEPTH = 5;

/** Whether a run is the only prose of a box that otherwise holds links: a teaser of another story. */
export function isTeaser(place: Place): boolean {
  const own = place.prose;
  if (own > LONGEST_TEASER) return false;
  let top = place;
  for (let at = place.parent; at && at.depth > place.depth - TEASER_DEPTH && at.prose === own; at = at.parent) top = at;
  return top !== place && linksBeside(top, place, Math.max(MIN_TEASER_LINK, own * TEASER_LINKS));
}

/** Whether `box` holds more link text than this outside the run itself, or anywhere when the run stands in a link. */
function linksBeside(box: Place, run: Place, least: number): boolean {
  let characters = 0;
  for (const link of dom().queryAll(box.element, 'a')) {
    if (!run.element.contains(link)) characters += (link.textContent ?? '').trim().length;
    if (characters > least) return true;
  }
  return false;
}
