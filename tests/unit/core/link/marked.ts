import { describe, expect, it } from 'vitest';
import { linkDocument } from '../../../../src/core/link/link-document';
import type { Block, DocumentFacts, Mention } from '../../../../src/core/link/types';
import { foldName } from '../../../../src/core/text/fold';
import { packs } from './linked';

/**
 * A text as the reader wants it linked: "[Tokyo](government-of-japan) protested near [Trump]() Tower." says that the
 * first span, with exactly these ends, is linked to that entity, and that no link touches the second. Blocks are
 * separated by a blank line; "# " starts a headline, "- " an item of a list, "> " a quotation.
 */
export type Case = string | [text: string, facts: DocumentFacts];

const MARK = /\[([^\]]+)\]\(([^)]*)\)/g;
const ROLES: Record<string, Block['role']> = { '# ': 'headline', '- ': 'item', '> ': 'quote' };
/** The day of the stories, unless a case says another. */
const TODAY: DocumentFacts = { date: '2026-01-13' };

/** Tables of cases by what they are about. */
export type Families = Record<string, readonly Case[]>;

/** One test a case; it fails with the text as it was linked beside the text as it should be. */
export function testFamilies(families: Families): void {
  for (const [family, cases] of Object.entries(families)) {
    describe(family, () => {
      it.each(cases.map((one) => (typeof one === 'string' ? ([one, TODAY] as const) : one)))('%s', (text, facts) => {
        const marks = [...text.matchAll(MARK)];
        expect(marks, 'a case marks something').not.toEqual([]);
        for (const [, surface = '', entity = ''] of marks) expectKnown(surface, entity);
        expect(linkedAs(text, facts)).toBe(text);
      });
    });
  }
}

/** A span that must stay silent proves something only if it is a name; a wanted entity must exist. */
function expectKnown(surface: string, entity: string): void {
  if (entity !== '')
    expect(
      packs().some((pack) => pack.findEntity(entity) >= 0),
      `a pack knows ${entity}`,
    ).toBe(true);
  else expect(isName(surface), `a pack knows the name ${surface}`).toBe(true);
}

function isName(surface: string): boolean {
  const folded = foldName(surface);
  return packs().some((pack) =>
    pack.namesWithPrefix(surface, 100).some((name) => foldName(pack.surface(name)) === folded),
  );
}

/** The marked text with every mark's target replaced by what its span was linked to. */
function linkedAs(marked: string, facts: DocumentFacts): string {
  const parts = marked.split('\n\n').map((part) => {
    const role = ROLES[part.slice(0, 2)] ?? 'paragraph';
    return {
      role,
      start: role === 'paragraph' ? '' : part.slice(0, 2),
      marked: part.slice(role === 'paragraph' ? 0 : 2),
    };
  });
  const blocks = parts.map(({ role, marked: text }) => ({ role, text: text.replace(MARK, '$1') }));
  const { mentions } = linkDocument({ blocks, facts }, packs());
  return parts
    .map(
      (part, index) =>
        part.start +
        remark(
          part.marked,
          mentions.filter(({ block }) => block === index),
        ),
    )
    .join('\n\n');
}

function remark(marked: string, mentions: readonly Mention[]): string {
  let removed = 0;
  return marked.replace(MARK, (mark: string, surface: string, _entity: string, at: number) => {
    const start = at - removed;
    const end = start + surface.length;
    removed += mark.length - surface.length;
    const touching = mentions.filter((mention) => mention.start < end && start < mention.end);
    return `[${surface}](${touching.map((mention) => describeLink(mention, start, end)).join(' and ')})`;
  });
}

function describeLink({ start, end, surface, entity }: Mention, wantedStart: number, wantedEnd: number): string {
  return start === wantedStart && end === wantedEnd ? entity : `“${surface}” ${entity}`;
}
