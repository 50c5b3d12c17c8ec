import { button, h } from '../element';
import type { CardActions, MentionView } from './view';

/** A link that is less certain than this is shown as "probably": the limit of the linker's calibration. */
const CERTAIN = 0.8;

/**
 * "Probably" and "Which one?": open where the link is uncertain, folded where it is certain but other readings exist,
 * nothing where there is no doubt.
 */
export function choiceSection({ score, alternatives, surface }: MentionView, actions: CardActions): HTMLElement | null {
  const isUncertain = score < CERTAIN;
  if (!isUncertain && alternatives.length === 0) return null;
  const probably = isUncertain && h('p', {}, h('strong', {}, 'Probably'), ` what \u201c${surface}\u201d means here.`);
  if (alternatives.length === 0) return h('div', { class: 'unsure' }, probably);
  const choices = alternatives.map((candidate) =>
    h(
      'li',
      {},
      button(
        { class: 'plain' },
        () => actions.choose(candidate),
        h('bdi', {}, candidate.name),
        h('small', { dir: 'auto' }, candidate.line),
      ),
    ),
  );
  const list = h('ul', { class: 'choices' }, ...choices);
  const which = h('details', { open: isUncertain }, h('summary', {}, 'Which one?'), list);
  return h('div', { class: 'unsure' }, probably, which);
}
