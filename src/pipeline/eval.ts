import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArguments, runCommand } from './command-line';
import type { Pack } from '../core/kb/pack';
import { annotateText } from './annotate-text';
import type { TextMention } from './annotate-text';
import { errorReport } from './eval-errors';
import { wrongPersons } from './eval-persons';
import { reliabilityTable } from './eval-reliability';
import { goldSets, hasCorpora, loadScorer, readGoldSet } from './gold';
import type { GoldDocument, Score, Scorer } from './gold';
import { loadBundledPacks } from './load-packs';
import { titlesOfPacks } from './packs-titles';

/** Readable errors go here, one file a set. */
const ERRORS_FOLDER = '.cache/eval';

/** The three sets of news of several kinds whose precision is watched as one. */
const NEWS = ['news-fair-dev', 'msnbc', 'sel-wikinews'];

export type Evaluated = { set: string; gold: GoldDocument[]; predictions: { id: string; mentions: TextMention[] }[] };

await runCommand(async () => {
  const { options, rest } = parseArguments(process.argv.slice(2), ['report'], ['fit']);
  if (!hasCorpora()) {
    console.log('skipped: the gold sets (../shared/corpora) are not on this machine.');
    return 0;
  }
  const packs = loadBundledPacks(console.log);
  const scorer = await loadScorer();
  const sets = goldSets().filter((set) => rest.length === 0 || rest.includes(set));
  const evaluated = sets.map((set) => evaluate(set, packs));
  if (options.has('fit')) {
    const { fitWeights } = await import('./eval-fit');
    fitWeights(evaluated, packs, scorer);
    return 0;
  }
  const rows = evaluated.map((one) => printSet(one, packs, scorer));
  printTogether(rows);
  const { links, wrong } = wrongPersons(evaluated, packs, titlesOfPacks(packs, scorer.norm), scorer);
  console.log(
    `people: ${links} links, ${wrong} (${((100 * wrong) / Math.max(1, links)).toFixed(1)} %) where nobody known is meant`,
  );
  console.log(reliabilityTable(evaluated, scorer));
  mkdirSync(ERRORS_FOLDER, { recursive: true });
  for (const one of evaluated) writeFileSync(`${ERRORS_FOLDER}/${one.set}.txt`, errorReport(one, packs, scorer));
  console.log(`Errors with their sentences: ${ERRORS_FOLDER}/*.txt`);
  const report = options.get('report');
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(rows, null, 2)}\n`);
  return 0;
});

function evaluate(set: string, packs: readonly Pack[]): Evaluated {
  const gold = readGoldSet(set);
  const predictions = gold.map(({ id, text, lang, date }) => {
    const facts = { lang, ...(date === undefined ? {} : { date: date.slice(0, 10) }) };
    return { id, mentions: annotateText(text, facts, packs) };
  });
  return { set, gold, predictions };
}

function printTogether(rows: readonly Row[]): void {
  const news = rows.filter(({ set }) => NEWS.includes(set));
  const precision = (scores: Score[]): string => {
    const right = scores.reduce((sum, { tp }) => sum + tp, 0);
    return ((100 * right) / Math.max(1, right + scores.reduce((sum, { fp }) => sum + fp, 0))).toFixed(1);
  };
  console.log(
    `${news.map(({ set }) => set).join(', ')} together: precision ${precision(news.map(({ lenient }) => lenient))} strict, ` +
      `${precision(news.map(({ weak }) => weak))} weak`,
  );
}

type Row = { set: string; strict: Score; lenient: Score; weak: Score; coverage: number; inKbRecall: number };

function printSet({ set, gold, predictions }: Evaluated, packs: readonly Pack[], scorer: Scorer): Row {
  const titles = titlesOfPacks(packs, scorer.norm);
  const mentions = gold.reduce((sum, document) => sum + document.mentions.length, 0);
  const inKb = gold.map((document) => ({
    ...document,
    mentions: document.mentions.filter((mention) => titles.has(scorer.norm(mention.title))),
  }));
  const known = inKb.reduce((sum, document) => sum + document.mentions.length, 0);
  const strict = scorer.score(gold, predictions, {});
  const lenient = scorer.score(gold, predictions, { lenient: true });
  const weak = scorer.score(gold, predictions, { weak: true, lenient: true });
  const inKbRecall = scorer.score(inKb, predictions, { lenient: true }).R;
  const coverage = (100 * known) / Math.max(1, mentions);
  const figures = (score: Score): string => `P ${score.P} R ${score.R} F1 ${score.F1}`.padEnd(24);
  console.log(
    `${set.padEnd(16)} strict ${figures(lenient)} weak ${figures(weak)} exact adjectives ${figures(strict)}` +
      ` in packs ${coverage.toFixed(1)} %, in-KB recall ${inKbRecall}, nils hit ${lenient.nilHits}/${lenient.nilTotal}`,
  );
  console.log(
    `${' '.repeat(16)} recall by type ${Object.entries(lenient.recallByType)
      .map((pair) => pair.join(' '))
      .join(', ')}`,
  );
  return { set, strict, lenient, weak, coverage, inKbRecall };
}
