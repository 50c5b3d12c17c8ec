import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Development corpora beside the checkout; absent on most machines. */
export const CORPORA = path.resolve('../shared/corpora');

export type GoldMention = { start: number; end: number; surface: string; title: string; qid?: string; type?: string };

/** One document of a gold set (shape: the corpora's README). */
export type GoldDocument = {
  id: string;
  lang: string;
  date?: string;
  text: string;
  exhaustive?: boolean;
  evalSpans?: [number, number][];
  mentions: GoldMention[];
  optional?: { start: number; end: number; surface: string }[];
  nils?: { start: number; end: number; surface: string }[];
};

/** The corpora's own scorer: precision, recall and F1 in per cent. */
export type Score = {
  P: number;
  R: number;
  F1: number;
  tp: number;
  fp: number;
  fn: number;
  gold: number;
  pred: number;
  wrongEntity: number;
  spurious: number;
  nilHits: number;
  nilTotal: number;
  recallByType: Record<string, string>;
};
type Prediction = { id: string; mentions: { start: number; end: number; title: string | null; qid?: string }[] };
export type Scorer = {
  score: (
    gold: readonly GoldDocument[],
    predictions: readonly Prediction[],
    options: { weak?: boolean; lenient?: boolean; nilFp?: boolean },
  ) => Score;
  norm: (title: string) => string;
};

export function hasCorpora(): boolean {
  return existsSync(path.join(CORPORA, 'gold'));
}

export function goldSets(): string[] {
  return readdirSync(path.join(CORPORA, 'gold'))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.replace(/\.jsonl$/, ''))
    .sort();
}

export function readGoldSet(name: string): GoldDocument[] {
  const text = readFileSync(path.join(CORPORA, 'gold', `${name}.jsonl`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldDocument);
}

export async function loadScorer(): Promise<Scorer> {
  const file = path.join(CORPORA, 'tools', 'score.mjs');
  return (await import(pathToFileURL(file).href)) as Scorer;
}
