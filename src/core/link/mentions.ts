import type { LinkDocument, Reading } from './document';
import * as flag from './flags';
import type { Link, LinkInput } from './link-document';
import type { Candidate, Mention } from './types';
import { chooseUnderlined } from './underline';

/** Makes mentions of links, obeys the reader's decisions and marks which to underline. */
export function toMentions(document: LinkDocument, links: readonly Link[], input: LinkInput): Mention[] {
  const mentions = links.flatMap((link) => {
    const mention = toMention(link);
    return isRejected(mention, input) ? [] : [mention];
  });
  const quiet = new Set(
    links
      .filter(({ evidence }) => (evidence.reading.flags & flag.NEVER_UNDERLINE) !== 0)
      .map(({ evidence }) => evidence.reading.id),
  );
  return chooseUnderlined(document, mentions, quiet, new Set((input.known ?? []).map(({ entity }) => entity)));
}

function toMention({ span, evidence, score, others, source }: Link): Mention {
  const { pack, entity, id, info } = evidence.reading;
  return {
    block: span.block,
    start: span.start,
    end: span.end,
    surface: span.text,
    entity: id,
    name: info.name,
    title: pack.title(entity),
    qid: pack.qid(entity),
    line: '',
    type: info.type,
    tier: info.tier,
    familiar: isFamiliar(info.type, info.prior),
    score: Math.round(score * 1000) / 1000,
    source,
    underline: false,
    alternatives: others.map(({ reading, score: other }) => candidateOf(reading, other)),
  };
}

/** Countries, and the few other names that stand in every day's news. */
const FAMILIAR_PRIOR = 98;

function isFamiliar(type: Mention['type'], prior: number): boolean {
  return type === 'country' || prior >= FAMILIAR_PRIOR;
}

function candidateOf({ id, info }: Reading, score: number): Candidate {
  return { entity: id, name: info.name, line: '', score: Math.round(score * 1000) / 1000 };
}

function isRejected(mention: Mention, { reader }: LinkInput): boolean {
  return (
    reader?.rejected.some(({ entity, surface }) => entity === mention.entity && surface === mention.surface) ?? false
  );
}
