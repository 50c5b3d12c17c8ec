import { INDEX_SECTIONS, packSize } from '../../src/core/kb/pack-size';
import { openPack } from '../../src/core/kb/open-pack';
import type { Pack } from '../../src/core/kb/pack';
import { findNames } from '../../src/core/match/find-names';
import { measureInterleaved, round, type Times } from './measure';
import { benchNames } from './names';
import { benchPack } from './packs';
import { PEERS, type Finder } from './peers';
import { benchTexts, type BenchTexts } from './texts';

const ROUNDS = 21;

export type MatchResult = {
  mcharsPerSecond: number;
  ratioToBestPeer: number;
  /** How many times slower than the bare loop. */
  ratioToBareLoop: number;
  bytesPerName: number;
  spread: [number, number];
  matches: number;
  peers: Record<string, number>;
};

/** Throughput of the matcher, of the npm peers and of the bare loop at each size, with equal results. */
export function benchMatch(sizes: readonly number[]): Record<string, MatchResult> {
  const texts = benchTexts(benchNames(10_000));
  console.log(`match: ${texts.source}, ${texts.documents.length} documents, ${texts.characters} characters`);
  return Object.fromEntries(sizes.map((size) => [String(size), benchSize(size, texts)]));
}

function benchSize(size: number, texts: BenchTexts): MatchResult {
  const names = benchNames(size);
  const bytes = benchPack(names);
  const pack = openPack(bytes);
  const peers = PEERS.filter((peer) => size <= peer.maxNames).map(({ name, build }) => {
    const start = performance.now();
    const find = build(names);
    console.log(`  ${name}: built for ${size} names in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return { name, find };
  });
  const matches = checkEqual(texts, pack, peers);
  const contenders = [
    () => runOurs(texts, pack),
    () => runBare(texts),
    ...peers.map(
      ({ find }) =>
        () =>
          runPeer(texts, find),
    ),
  ];
  const [ours, bare, ...others] = measureInterleaved(contenders, ROUNDS);
  const speed = (times: Times | undefined) => texts.characters / 1000 / (times?.median ?? Infinity);
  const sections = packSize(bytes).sections;
  const result = {
    mcharsPerSecond: round(speed(ours)),
    ratioToBestPeer: round(speed(ours) / Math.max(...others.map(speed))),
    ratioToBareLoop: round(speed(bare) / speed(ours)),
    bytesPerName: round(INDEX_SECTIONS.reduce((sum, name) => sum + sections[name], 0) / size),
    spread: [
      round(texts.characters / 1000 / (ours?.highest ?? 1)),
      round(texts.characters / 1000 / (ours?.lowest ?? 1)),
    ],
    matches,
    peers: Object.fromEntries(peers.map(({ name }, i) => [name, round(speed(others[i]))])),
  } satisfies MatchResult;
  console.log(
    `${size} names: ${result.mcharsPerSecond} Mchar/s (${result.spread.join(' to ')}), ${result.ratioToBestPeer}x the best peer,` +
      ` 1/${result.ratioToBareLoop} of the bare loop (${round(speed(bare))}), ${result.bytesPerName} bytes a name,` +
      ` ${matches} matches, peers ${JSON.stringify(result.peers)}`,
  );
  return result;
}

function checkEqual(texts: BenchTexts, pack: Pack, peers: readonly { name: string; find: Finder }[]): number {
  let matches = 0;
  for (const text of texts.documents) {
    const ours = findNames(text, [pack]).map(({ start, end }) => text.slice(start, end));
    matches += ours.length;
    for (const { name, find } of peers) {
      const theirs = find(text);
      const differs = ours.findIndex((match, i) => match !== theirs[i]);
      if (differs < 0 && ours.length === theirs.length) continue;
      throw new Error(
        `${name} differs: ours ${ours.slice(differs - 1, differs + 3).join('|')}, theirs ${theirs.slice(differs - 1, differs + 3).join('|')}`,
      );
    }
  }
  return matches;
}

let sink = 0;

function runOurs(texts: BenchTexts, pack: Pack): void {
  const packs = [pack];
  for (const text of texts.documents) sink += findNames(text, packs).length;
}

function runPeer(texts: BenchTexts, find: Finder): void {
  for (const text of texts.documents) sink += find(text).length;
}

function runBare(texts: BenchTexts): void {
  for (const text of texts.documents) {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
    sink += sum;
  }
}
