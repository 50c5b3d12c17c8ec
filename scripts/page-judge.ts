import type { PageReport } from '../src/messaging/protocol';
import { isDateOf, statesDate } from './page-dates';
import type { Peer, PeerTexts } from './page-peers';
import { addScores, goldOf, isInBody, scoreText } from './page-score';
import type { TextScore } from './page-score';
import type { StoredPage } from './page-set';

/** What the extension made of one page, beside what a person said of it. */
export type PageResult = {
  id: string;
  url: string;
  isNews: boolean;
  isArticle: boolean;
  lang: { expected: string | null; found: string };
  /** `stated`: the page itself gives a day that would be right. */
  date: { expected: string | null; found: string | null; stated: boolean };
  text: TextScore;
  /** Underlined mentions in and outside the body (the headline counts as body); those outside by name. */
  marks: { inside: number; outside: string[] };
  peers: Partial<Record<Peer, TextScore>>;
  timing: Record<string, number>;
  error: string | null;
};

export function judgePage(
  page: StoredPage,
  report: PageReport | null,
  peers: PeerTexts | null,
  error: string | null = null,
): PageResult {
  const isBody = page.isNews && page.body !== '';
  const underlined = report?.marks.filter((mark) => mark.underlined) ?? [];
  const gold = goldOf([page.body, page.title, report?.blocks.find(({ role }) => role === 'headline')?.text ?? '']);
  const outside = isBody ? underlined.filter(({ text, context }) => !isInBody(text, context, gold)) : underlined;
  const blocks = report?.blocks.filter(({ role }) => role !== 'headline').map(({ text }) => text) ?? [];
  return {
    id: page.id,
    url: page.url,
    isNews: page.isNews,
    isArticle: report?.isArticle ?? false,
    lang: { expected: page.lang, found: report?.lang ?? '' },
    date: {
      expected: page.date,
      found: report?.date ?? null,
      stated: page.date !== null && statesDate(page.html(), page.date),
    },
    text: scoreText(blocks, page.body),
    marks: { inside: underlined.length - outside.length, outside: outside.map(({ text }) => text) },
    peers: isBody && peers ? mapPeers(peers, (texts) => scoreText(texts, page.body)) : {},
    timing: report?.timing ?? {},
    error,
  };
}

function mapPeers(peers: PeerTexts, score: (texts: string[]) => TextScore): Record<Peer, TextScore> {
  return { readability: score(peers.readability), defuddle: score(peers.defuddle) };
}

export type Shares = { bodyCollected: number; collectedOutside: number };

export type Summary = {
  pages: number;
  errors: number;
  articles: { right: number; of: number };
  falseArticles: { wrong: number; of: number };
  marks: { inside: number; outside: number };
  ours: Shares;
  peers: Partial<Record<Peer, Shares>>;
  lang: { right: number; of: number };
  /** Against the day that the set gives, and the same of those pages alone that state such a day. */
  date: { right: number; of: number };
  dateStated: { right: number; of: number };
  readMs: { median: number; sum: number };
};

export function summarise(results: readonly PageResult[], peers: readonly Peer[]): Summary {
  const news = results.filter(({ isNews }) => isNews);
  const others = results.filter(({ isNews }) => !isNews);
  const withLang = news.filter(({ lang }) => lang.expected !== null);
  const withDate = news.filter(({ date }) => date.expected !== null);
  const stated = withDate.filter(({ date }) => date.stated);
  const times = news.map(({ timing }) => timing['read'] ?? 0).sort((a, b) => a - b);
  return {
    pages: results.length,
    errors: results.filter(({ error }) => error !== null).length,
    articles: { right: news.filter(({ isArticle }) => isArticle).length, of: news.length },
    falseArticles: { wrong: others.filter(({ isArticle }) => isArticle).length, of: others.length },
    marks: {
      inside: news.reduce((sum, { marks }) => sum + marks.inside, 0),
      outside: news.reduce((sum, { marks }) => sum + marks.outside.length, 0),
    },
    ours: sharesOf(news.map(({ text }) => text)),
    peers: Object.fromEntries(
      peers.map((peer) => [peer, sharesOf(news.flatMap((result) => result.peers[peer] ?? []))]),
    ),
    lang: { right: withLang.filter(isRightLang).length, of: withLang.length },
    date: { right: withDate.filter(isRightDate).length, of: withDate.length },
    dateStated: { right: stated.filter(isRightDate).length, of: stated.length },
    readMs: { median: times[times.length >> 1] ?? 0, sum: times.reduce((sum, ms) => sum + ms, 0) },
  };
}

function sharesOf(scores: readonly TextScore[]): Shares {
  const { body, found, inside, outside } = addScores(scores);
  return { bodyCollected: found / Math.max(1, body), collectedOutside: outside / Math.max(1, inside + outside) };
}

/** Names of one language that differ by standard only. */
const SAME_LANGUAGE = ['no', 'nb', 'nn'];

export function isRightLang({ lang }: PageResult): boolean {
  const { expected, found } = lang;
  return found === expected || (SAME_LANGUAGE.includes(found) && SAME_LANGUAGE.includes(expected ?? ''));
}

export function isRightDate({ date: { expected, found } }: PageResult): boolean {
  return expected !== null && found !== null && isDateOf(expected, found);
}
