import type { BlockRole } from '../core/link/types';
import { CAPTION, labelOf } from './label';
import type { Place } from './tree';

const ROLES = new Map<string, BlockRole>([
  ['h1', 'headline'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['figcaption', 'caption'],
  ['figure', 'caption'],
  ['caption', 'caption'],
  ['li', 'item'],
  ['dd', 'item'],
  ['dt', 'item'],
  ['blockquote', 'quote'],
]);
/** How far above a block its role is looked for. */
const REACH = 4;

/** What a block is by the elements around it; a paragraph in a list item of a live blog stays a paragraph. */
export function roleOf(place: Place): BlockRole {
  let role: BlockRole | undefined;
  for (let at: Place | null = place; at && at.depth > place.depth - REACH; at = at.parent) {
    if (at.tag === 'figure' || at.tag === 'figcaption' || (at.depth > place.depth - 3 && labelOf(at) & CAPTION))
      return 'caption';
    role ??= ROLES.get(at.tag);
    if (place.tag === 'p' && role === 'item') role = undefined;
  }
  return role ?? 'paragraph';
}
