import type { Pack } from '../core/kb/pack';
import type { Evaluated } from './eval';
import { titlesOfPacks } from './packs-titles';
import type { GoldDocument, GoldMention, Scorer } from './gold';

type Predicted = { start: number; end: number; surface: string; title: string | null; entity: string; score: number };

/** All errors of a set, one a line: kind, score, sentence with the span in brackets, gold and answer. */
export function errorReport({ gold, predictions }: Evaluated, packs: readonly Pack[], scorer: Scorer): string {
  const lines: string[] = [];
  const known = titlesOfPacks(packs, scorer.norm);
  gold.forEach((document, i) => {
    const mentions = predictions[i]?.mentions ?? [];
    lines.push(...wrongLinks(document, mentions, scorer), ...missedNames(document, mentions, known, scorer));
  });
  return `${lines.sort().join('\n')}\n`;
}

function wrongLinks(document: GoldDocument, mentions: readonly Predicted[], scorer: Scorer): string[] {
  return mentions.flatMap((mention) => {
    const inside = !document.evalSpans || document.evalSpans.some(([a, b]) => mention.start >= a && mention.end <= b);
    const touching = document.mentions.filter((other) => overlaps(other, mention));
    const ignored = [...(document.optional ?? []), ...(document.nils ?? [])].some((other) => overlaps(other, mention));
    if (!inside || (touching.length === 0 && (ignored || document.exhaustive === false))) return [];
    const exact = touching.find((other) => other.start === mention.start && other.end === mention.end);
    if (exact && mention.title !== null && scorer.norm(exact.title) === scorer.norm(mention.title)) return [];
    const kind = exact ? 'WRONG' : touching.length > 0 ? 'SPAN ' : 'EXTRA';
    const wanted = touching.map((other) => `${other.surface} = ${other.title}`).join('; ') || 'nothing';
    return [
      `${kind} ${mention.score.toFixed(2)} ${excerpt(document.text, mention)} | ${mention.title ?? mention.entity} | gold: ${wanted}`,
    ];
  });
}

function missedNames(
  document: GoldDocument,
  mentions: readonly Predicted[],
  known: ReadonlySet<string>,
  scorer: Scorer,
): string[] {
  return document.mentions.flatMap((mention: GoldMention) => {
    if (mentions.some((other) => overlaps(other, mention))) return [];
    const kind = known.has(scorer.norm(mention.title)) ? 'MISS ' : 'UNKNO';
    return [`${kind} ${excerpt(document.text, mention)} | gold: ${mention.title}`];
  });
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function excerpt(text: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(Math.max(0, start - 60), start);
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + 40)}`.replace(/\s+/g, ' ');
}
