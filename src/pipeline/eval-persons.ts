import type { Pack } from '../core/kb/pack';
import type { Evaluated } from './eval';
import type { Scorer } from './gold';

/**
 * Links to a person where the text means somebody whom the set names as unknown (`nils`), or whom no pack knows: the
 * error that readers forgive least. `titles` are the titles that the packs know.
 */
export function wrongPersons(
  evaluated: readonly Evaluated[],
  packs: readonly Pack[],
  titles: ReadonlySet<string>,
  scorer: Scorer,
): { links: number; wrong: number } {
  let links = 0;
  let wrong = 0;
  for (const { gold, predictions } of evaluated) {
    gold.forEach((document, i) => {
      for (const mention of predictions[i]?.mentions ?? []) {
        if (!isInside(mention, document.evalSpans) || !isPerson(mention.entity, packs)) continue;
        links++;
        const meant = document.mentions.filter((other) => overlaps(other, mention));
        if (meant.some(({ title }) => scorer.norm(title) === scorer.norm(mention.title ?? ''))) continue;
        const isUnknown = meant.some(({ title }) => !titles.has(scorer.norm(title)));
        if (isUnknown || (document.nils ?? []).some((other) => overlaps(other, mention))) wrong++;
      }
    });
  }
  return { links, wrong };
}

function isInside({ start, end }: Range, spans: readonly [number, number][] | undefined): boolean {
  return spans === undefined || spans.some(([from, to]) => start >= from && end <= to);
}

type Range = { start: number; end: number };

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

function isPerson(id: string, packs: readonly Pack[]): boolean {
  return packs.some((pack) => {
    const entity = pack.findEntity(id);
    return entity >= 0 && pack.entityType(entity) === 'person';
  });
}
