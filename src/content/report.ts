import type { PageReport, ReportMark } from '../messaging/protocol';
import { dom } from './dom';
import { pageFacts } from './facts';
import type { Mark } from './marks';
import type { Session } from './session';
import type { Found } from './story';

/** Characters of context on each side of a mention. */
const CONTEXT = 40;

/** What was found on this page, for developers. `marks` are the underlined mentions. */
export function reportOf(session: Session, marks: readonly Mark[]): PageReport {
  const { reason } = session.status();
  // Of a page that was not read, its own word is all there is.
  const { date = null, lang = '' } = reason === 'not-an-article' ? pageFacts(document) : session.facts();
  const underlined = new Set(marks.map(({ mention }) => mention));
  return {
    url: location.href,
    title: dom().titleOf(document),
    lang: session.lang() || lang,
    date,
    isArticle: reason !== 'not-an-article',
    settled: !session.isReading(),
    blocks: session.story().blocks.map(({ text, role }) => ({ text, role })),
    marks: session.story().found.map((found) => markOf(found, underlined.has(found.mention))),
    timing: session.timing(),
  };
}

function markOf({ block, mention }: Found, underlined: boolean): ReportMark {
  const { start, end, surface, entity, name, title, line, source } = mention;
  const context = block.text.slice(Math.max(0, start - CONTEXT), end + CONTEXT).trim();
  return { text: surface, entity, name, title, line, context, underlined, source };
}
