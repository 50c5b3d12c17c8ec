import type { BlockRole, Mention } from '../core/link/types';
import type { KnownMention, PageName, PageSettings } from '../messaging/protocol';
import type { PageBlock } from './block';

/** A mention with the block that it stands in; `mention.block` is only its number within one answer. */
export type Found = { block: PageBlock; mention: Mention };

/** All that is known of one document: its blocks in the order they came, and the mentions in them. */
export type Story = {
  blocks: PageBlock[];
  found: Found[];
};

export function createStory(): Story {
  return { blocks: [], found: [] };
}

/** Takes the answer for `blocks` into the story. Mentions that point outside their block are dropped. */
export function addToStory(story: Story, blocks: PageBlock[], mentions: readonly Mention[]): Found[] {
  const added: Found[] = [];
  for (const mention of mentions) {
    const block = blocks[mention.block];
    if (block && mention.start >= 0 && mention.end > mention.start && mention.end <= block.text.length) {
      added.push({ block, mention });
    }
  }
  story.blocks.push(...blocks);
  story.found.push(...added);
  return added;
}

/** Forgets blocks that left the page, with their mentions; returns what is gone. */
export function dropBlocks(story: Story, gone: ReadonlySet<PageBlock>): Found[] {
  const dropped = story.found.filter(({ block }) => gone.has(block));
  story.blocks = story.blocks.filter((block) => !gone.has(block));
  story.found = story.found.filter(({ block }) => !gone.has(block));
  return dropped;
}

/** Sorts by the order in which the page was last read; text that came later may stand above what was there. */
export function sortStory(story: Story, order: readonly PageBlock[]): void {
  const places = new Map(order.map((block, index) => [block, index]));
  const placeOf = (block: PageBlock): number => places.get(block) ?? 0;
  story.blocks.sort((a, b) => placeOf(a) - placeOf(b));
  story.found.sort((a, b) => placeOf(a.block) - placeOf(b.block) || a.mention.start - b.mention.start);
}

/**
 * The mentions to underline, in the story's order. By default those the worker chose (the first of each entity); the
 * reader may want every mention, familiar places too, and never what is marked as known.
 */
export function chooseMarks(
  found: readonly Found[],
  settings: PageSettings,
  isVisible: (item: Found) => boolean,
): Found[] {
  const known = new Set(settings.knownEntities);
  const byEntity = groupByEntity(found);
  const chosen = new Set<Found>();
  for (const [entity, items] of byEntity) {
    if (known.has(entity)) continue;
    const wanted = items.filter(({ mention }) => mention.underline);
    const familiar = settings.underlineFamiliar ? items.find(isFamiliar) : undefined;
    if (wanted.length === 0 && familiar) wanted.push(familiar);
    if (wanted.length === 0) continue;
    if (settings.everyMention) for (const item of items) chosen.add(item);
    else for (const item of wanted) choose(items, item, isVisible, chosen);
  }
  return found.filter((item) => chosen.has(item));
}

/** Where an underline stands best: in running text, else where the story is announced. Captions are read, not underlined. */
const PLACES: readonly (readonly BlockRole[])[] = [
  ['paragraph', 'item', 'quote'],
  ['standfirst'],
  ['headline', 'heading'],
];

/** Adds the mention that stands for `wanted`: the first visible one from there on, in the best kind of place. */
function choose(items: readonly Found[], wanted: Found, isVisible: (item: Found) => boolean, chosen: Set<Found>): void {
  const rest = items.slice(items.indexOf(wanted));
  for (const roles of PLACES) {
    const there = rest.filter(({ block }) => roles.includes(block.role));
    const best = there.find(isVisible) ?? there[0];
    if (best) {
      chosen.add(best);
      return;
    }
  }
}

function isFamiliar({ mention }: Found): boolean {
  return mention.familiar;
}

function groupByEntity(found: readonly Found[]): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const item of found) {
    const group = groups.get(item.mention.entity);
    if (group) group.push(item);
    else groups.set(item.mention.entity, [item]);
  }
  return groups;
}

/** The names of the page in reading order, for the list in the popup. */
export function namesOf(story: Story, underlined: (entity: string) => boolean): PageName[] {
  return [...groupByEntity(story.found)].map(([entity, items]) => {
    const { name, line, title, type, surface } = items[0]!.mention;
    return {
      entity,
      name: name || title || surface,
      line,
      type,
      count: items.length,
      underlined: underlined(entity),
    };
  });
}

/** What the worker must know of earlier answers to link later text: bounded, newest first. */
export function knownMentions(story: Story, limit: number): KnownMention[] {
  const seen = new Set<string>();
  const known: KnownMention[] = [];
  for (let i = story.found.length - 1; i >= 0 && known.length < limit; i--) {
    const { entity, surface } = story.found[i]!.mention;
    const key = `${entity}\n${surface}`;
    if (seen.has(key)) continue;
    seen.add(key);
    known.push({ entity, surface });
  }
  return known;
}
