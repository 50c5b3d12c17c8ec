import type { LinkDocument } from './document';
import { KIN, NAME_HEADS } from './lexicon';
import type { Run } from './runs';

/**
 * The people that a document introduces by a full name without any pack knowing them. "Lee" after "Spike Lee" is not
 * a president, whatever the packs say.
 */
export type UnknownBearers = {
  /** Full names of several words that begin or end with this word and stand before `place` (`placeOf`). */
  namesWith: (word: string, place: number) => readonly Bearer[];
};

/** A full name that no pack knows, and where the document first gives it. */
export type Bearer = {
  name: string;
  place: number;
  /** Introduced as somebody's family: "his widow, Betty Ford". */
  isKin: boolean;
};

/** Reading order of a token as one number: blocks hold fewer than a million words. */
export function placeOf(block: number, token: number): number {
  return block * WORDS_IN_BLOCK + token;
}

/** Block of a place. */
export function blockOf(place: number): number {
  return Math.floor(place / WORDS_IN_BLOCK);
}

const WORDS_IN_BLOCK = 1_000_000;

/**
 * Collects full names from the runs that no accepted mention covers. `isCovered` says whether a token of a block
 * belongs to a name that is already linked.
 */
export function unknownBearers(
  document: LinkDocument,
  runs: readonly Run[],
  isCovered: (block: number, token: number) => boolean,
): UnknownBearers {
  const byWord = new Map<string, Map<string, Bearer>>();
  for (const run of runs) {
    if (run.last === run.first || run.last - run.first > 4) continue;
    const tokens = document.blocks[run.block]?.tokens.slice(run.first, run.last + 1) ?? [];
    if (tokens.some((_, i) => isCovered(run.block, run.first + i))) continue;
    // "Lee County", "Trump Tower": a place or a body, not another bearer of the name.
    if (tokens.some((token) => NAME_HEADS.has(token.text.toLowerCase()))) continue;
    const name = tokens.map((token) => token.text).join(' ');
    const bearer = { name, place: placeOf(run.block, run.first), isKin: isKin(document, run) };
    for (const word of [tokens[0]?.text, tokens.at(-1)?.text]) {
      if (word === undefined) continue;
      const names = byWord.get(fold(word)) ?? new Map<string, Bearer>();
      if (!names.has(name)) names.set(name, bearer);
      byWord.set(fold(word), names);
    }
  }
  return {
    namesWith: (word, place) => [...(byWord.get(fold(word))?.values() ?? [])].filter((bearer) => bearer.place < place),
  };
}

/** Words between a word of family and the name that it introduces: "his wife, the former Betty Ford". */
const KIN_REACH = 3;

/** Whether a name stands after a word of family: "his widow, Betty Ford". */
export function isKin(document: LinkDocument, { block, first }: { block: number; first: number }): boolean {
  const tokens = document.blocks[block]?.tokens ?? [];
  for (let i = first - 1; i >= first - KIN_REACH; i--) {
    const token = tokens[i];
    if (!token || token.sentence !== tokens[first]?.sentence) return false;
    if (KIN.has(token.text.toLowerCase())) return true;
  }
  return false;
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether an unknown full name may be a fuller form of a known one: it shares the given name ("Donald John Trump"). */
export function isFullerForm(unknown: string, known: string): boolean {
  const [first] = known.split(' ');
  const words = unknown.split(' ').map(fold);
  return first !== undefined && words.length > 2 && words[0] === fold(first);
}
