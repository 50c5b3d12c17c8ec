import { isRightDate, isRightLang } from './page-judge';
import type { PageResult, Shares, Summary } from './page-judge';

/** Pages that a person is told to look at. */
const WORST = 10;

/** `files`: where each page is stored, for a person who wants to open it. */
export function printSummary(
  summary: Summary,
  results: readonly PageResult[],
  files: ReadonlyMap<string, string | null>,
): void {
  const { articles, falseArticles, marks, lang, date, dateStated, readMs } = summary;
  console.log(`\n${summary.pages} pages, ${summary.errors} errors`);
  console.log(`articles recognised      ${share(articles.right, articles.of)}`);
  if (falseArticles.of > 0) console.log(`others taken for one     ${share(falseArticles.wrong, falseArticles.of)}`);
  console.log(`marks outside the body   ${share(marks.outside, marks.inside + marks.outside)}`);
  console.log('                         body collected   collected outside');
  printShares('Sidelight', summary.ours);
  for (const [peer, shares] of Object.entries(summary.peers)) printShares(peer, shares);
  console.log(`language                 ${share(lang.right, lang.of)}`);
  console.log(`date as expected         ${share(date.right, date.of)}`);
  console.log(`  where the page says so ${share(dateStated.right, dateStated.of)}`);
  console.log(`reading a page           median ${readMs.median.toFixed(1)} ms, sum ${readMs.sum.toFixed(0)} ms`);
  printWorst(results, files);
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${percent(part / Math.max(1, whole))})`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}

function printShares(name: string, { bodyCollected, collectedOutside }: Shares): void {
  console.log(`  ${name.padEnd(22)} ${percent(bodyCollected).padEnd(16)} ${percent(collectedOutside)}`);
}

function printWorst(results: readonly PageResult[], files: ReadonlyMap<string, string | null>): void {
  const ranked = results.map((result) => ({ result, harm: harmOf(result) })).sort((a, b) => b.harm - a.harm);
  console.log('\nWorst pages (words missed and taken in excess, marks outside, what else is wrong):');
  for (const { result, harm } of ranked.slice(0, WORST)) {
    if (harm === 0) return;
    const { text, marks } = result;
    console.log(
      `  ${result.id}: ${text.body - text.found} of ${text.body} missed, ${text.outside} in excess` +
        `${marks.outside.length > 0 ? `, marks outside: ${marks.outside.slice(0, 5).join(', ')}` : ''}${wrongs(result)}`,
    );
    const file = files.get(result.id);
    if (file) console.log(`    npm start -- ${file}`);
  }
}

function harmOf(result: PageResult): number {
  const { text, marks, isNews, isArticle, error } = result;
  if (error !== null) return Infinity;
  if (!isNews) return isArticle ? 1_000 : 0;
  return text.body - text.found + text.outside + 20 * marks.outside.length;
}

function wrongs(result: PageResult): string {
  const { isNews, isArticle, lang, date, error } = result;
  const list = [
    error ?? '',
    isNews === isArticle ? '' : isNews ? 'not recognised' : 'taken for an article',
    isNews && lang.expected !== null && !isRightLang(result) ? `language ${lang.found} not ${lang.expected}` : '',
    isNews && date.expected !== null && !isRightDate(result)
      ? `date ${date.found ?? 'unknown'} not ${date.expected}${date.stated ? '' : ', which the page does not say'}`
      : '',
  ].filter(Boolean);
  return list.length > 0 ? `, ${list.join(', ')}` : '';
}
