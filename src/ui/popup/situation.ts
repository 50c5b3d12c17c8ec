import type { Access, PageState, SwitchState } from './types';

/** What the popup has to say about this tab, in one sentence, and what the reader can do about it. */
export type Situation = {
  kind: 'on' | 'withheld' | 'never' | 'all-off' | 'paused' | 'site-off' | 'not-an-article' | 'no-names' | 'silent';
  sentence: string;
  /** What the page button does: explain this page, leave it alone, or nothing to offer. */
  pageButton: 'explain' | 'leave' | null;
};

/**
 * The switches come first: they are true at once, while a page may not have heard of them yet or never asked. Pure.
 * `time` writes a moment (epoch milliseconds) as the reader's clock does.
 */
export function situationOf(
  access: Access,
  switches: SwitchState,
  page: PageState | null,
  time: (at: number) => string,
): Situation {
  if (access === 'never') return say('never', 'This page cannot be annotated. Browsers keep extensions out of it.');
  if (!switches.allEnabled) return say('all-off', 'Sidelight is off on every site.');
  if (switches.pausedUntil > 0) return say('paused', `Paused on every site until ${time(switches.pausedUntil)}.`);
  if (access === 'withheld') return say('withheld', 'Your browser withholds access to this site.');
  if (switches.host !== null && !switches.siteEnabled) return say('site-off', `Sidelight is off on ${switches.host}.`);
  if (!page) return say('silent', 'Nothing answers on this page yet. Reloading it usually helps.');
  if (page.reason === 'unsupported') return say('never', 'This page cannot be annotated.');
  if (page.reason === 'not-an-article') {
    return say('not-an-article', 'This does not look like a news story, so nothing is underlined.', 'explain');
  }
  const count = page.names.length;
  if (count === 0) return say('no-names', 'No name that Sidelight knows was found on this page.', 'leave');
  return say('on', count === 1 ? '1 name explained here' : `${count} names explained here`, 'leave');
}

function say(kind: Situation['kind'], sentence: string, pageButton: Situation['pageButton'] = null): Situation {
  return { kind, sentence, pageButton };
}
