import type { LinkDocument } from './document';
import type { Mention } from './types';

/** Density caps, so that a page stays a page: per 1,000 words (one name in two or three lines), and per paragraph. */
const MOST_PER_THOUSAND_WORDS = 45;
const MOST_PER_BLOCK = 5;
/** A short story still gets this many. */
const LEAST_CAP = 8;
/** Below this probability a mention is listed, not underlined. */
const SURE_ENOUGH = 0.6;

/**
 * Marks the mentions to underline: the first of each entity, outside headings, useful and within the caps. `quiet` are
 * entities that an editor keeps from being underlined, `seen` those that earlier blocks of the document mention.
 */
export function chooseUnderlined(
  document: LinkDocument,
  mentions: Mention[],
  quiet: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): Mention[] {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    const role = document.blocks[mention.block]?.role;
    if (role === 'headline' || role === 'heading' || first.has(mention.entity) || seen.has(mention.entity)) continue;
    if (mention.tier === 'gazetteer' || mention.score < SURE_ENOUGH || quiet.has(mention.entity)) continue;
    if (mention.familiar) continue;
    first.set(mention.entity, mention);
  }
  const words = document.blocks.reduce((sum, block) => sum + block.tokens.length, 0);
  let left = Math.max(LEAST_CAP, Math.round((words * MOST_PER_THOUSAND_WORDS) / 1000));
  const perBlock = new Map<number, number>();
  for (const mention of [...first.values()].sort((a, b) => usefulness(b) - usefulness(a))) {
    const inBlock = perBlock.get(mention.block) ?? 0;
    if (left === 0 || inBlock >= MOST_PER_BLOCK) continue;
    mention.underline = true;
    perBlock.set(mention.block, inBlock + 1);
    left--;
  }
  return mentions;
}

/**
 * Confidence times how much a card adds: the people of a story come first, full cards before brief ones, and names
 * before what a sentence only alludes to.
 */
function usefulness({ score, tier, source, type }: Mention): number {
  return score * (tier === 'full' ? 1 : 0.6) * (source === 'pattern' ? 0.7 : 1) * (type === 'person' ? 1.2 : 1);
}
