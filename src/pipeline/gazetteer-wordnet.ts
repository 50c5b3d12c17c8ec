import { foldName } from '../core/text/fold';
import type { AliasFlag, EntityRecord, EntityType, Source } from '../core/kb/record';
import { MAX_LINE } from './card-schema';
import type { CompiledEntity } from './compile';
import type { Known } from './gazetteer-known';
import { isKindOf } from './gazetteer-wordnet-file';
import type { Instance, WordnetNouns } from './gazetteer-wordnet-file';

const SOURCE: Source = { kind: 'dataset', title: 'WordNet 3.1 (Princeton University)', date: '2011' };
const PREFIX = 'In WordNet (2011): ';
const PERSON = '18';
const FEATURE = '17';
const ACTS = new Set(['04', '11']);
/** "(1809-1865)", "(384-322 BC)", "(born 1867-1934)": a person who has died. */
const LIFE = /\((?:[^()]*?)(\d{1,4})\s*(BC)?\s*-\s*(\d{1,4})\s*(BC|AD)?\)/;
/** States and names of 2011 and before: what stands beside them in a gloss may be out of date. */
const STALE =
  /Yugoslavia|Serbia and Montenegro|Soviet|U\.?S\.?S\.?R|Czechoslovakia|Zaire|Swaziland|Burma\b|Upper Volta|East Germany|West Germany|Macedonia\b|Kosovo|Libya|Afghan|Palestin|terroris|Iraq War/i;
const MYTHICAL =
  /mytholog|legendary|\((?:Greek|Roman|Norse|Old Testament|New Testament|Bible|Arthurian|folklore)\b|fictional|imaginary|Hades|theology|on the Moon/i;
const CELESTIAL = new Set([
  'celestial body',
  'constellation',
  'star',
  'galaxy',
  'asterism',
  'nebula',
  'planet',
  'natural satellite',
  'extraterrestrial object',
  'meteor swarm',
]);
const WATERS = new Set(['body of water', 'stream', 'waterway', 'channel']);
const FIGHTS = new Set([
  'military action',
  'battle',
  'war',
  'naval battle',
  'siege',
  'military campaign',
  'amphibious assault',
  'pitched battle',
  'mutiny',
  'rebellion',
  'revolution',
]);
const FIGHT_WORD =
  /battle|siege|war|campaign|revolution|rebellion|uprising|mutiny|invasion|massacre|stand|armada|crusade|conquest|operation/i;
const TITLED =
  /^(?:President|Sir|Saint|St\.|Lord|Lady|King|Queen|Emperor|General|Pope|Dr|Mrs|Prince|Princess|Duke|Baron|Count|Earl|Marshal|Chief|Captain|Bishop)\s/;

/**
 * The part of WordNet that cannot be out of date: persons whose death it knows, physical features, and acts and events.
 * Everything that another pack knows by any of its names is left out.
 */
export function wordnetEntities(nouns: WordnetNouns, known: Known): CompiledEntity[] {
  const entities: CompiledEntity[] = [];
  const names = new Set<string>();
  for (const instance of nouns.instances) {
    const entity = admitted(instance, nouns, known);
    if (!entity || names.has(foldName(entity.record.name))) continue;
    names.add(foldName(entity.record.name));
    entities.push(entity);
  }
  return entities;
}

function admitted(instance: Instance, nouns: WordnetNouns, known: Known): CompiledEntity | null {
  const { file, gloss } = instance;
  if (instance.words.some((word) => LEFT_OUT.has(word))) return null;
  if (STALE.test(gloss) || MYTHICAL.test(gloss)) return null;
  if (file === PERSON) return personOf(instance, known);
  if (file === FEATURE && !isKindOf(nouns, instance.of, CELESTIAL)) return featureOf(instance, nouns, known);
  if (ACTS.has(file)) return actOf(instance, nouns, known);
  return null;
}

function personOf(instance: Instance, known: Known): CompiledEntity | null {
  const life = LIFE.exec(instance.gloss);
  if (!life) return null;
  const full = instance.words.filter((word) => word.includes(' ') && !TITLED.test(word));
  const [name] = full;
  if (name === undefined || full.some((word) => isKnownAs(known, word))) return null;
  const surnames = instance.words.filter((word) => !word.includes(' ') && full.some((one) => one.endsWith(` ${word}`)));
  const entity = entityOf(instance, 'person', name);
  entity.record.valid = validOf(life);
  entity.aliases = [
    ...full.map((t) => ({ t, flags: [] })),
    ...surnames.map((t) => ({ t, flags: ['coref-only' as const] })),
  ];
  return entity;
}

/** Years of birth and death; "384-322 BC" counts down, and both are before Christ. */
function validOf([, from = '', fromEra, to = '', toEra]: RegExpExecArray): { from: string; to: string } {
  const isBefore = toEra === 'BC';
  const year = (digits: string, before: boolean): string => (before ? '-' : '') + digits.padStart(4, '0');
  return { from: year(from, isBefore || fromEra === 'BC'), to: year(to, isBefore) };
}

function featureOf(instance: Instance, nouns: WordnetNouns, known: Known): CompiledEntity | null {
  const words = instance.words.filter((word) => /^\p{Lu}/u.test(word));
  const name = words.find((word) => word.includes(' ')) ?? words[0];
  if (name === undefined || words.some((word) => isKnownAs(known, word))) return null;
  const type = isKindOf(nouns, instance.of, WATERS) ? 'waterway' : 'place';
  const entity = entityOf(instance, type, name);
  if (CERTAIN_TITLE.test(name)) entity.record.title = name;
  entity.aliases = words.map((t) => ({ t, flags: placeFlags(t) }));
  return entity;
}

/** Seas, gulfs and straits of which there is one: Wikipedia's article bears the same name. */
const CERTAIN_TITLE = /^(?:Gulf|Sea|Strait) of [A-Z][a-z]+$|^[A-Z][a-z]+ (?:Sea|Ocean)$/;

/** What WordNet names otherwise than its readers would today, or so briefly that the line misleads. */
const LEFT_OUT = new Set([
  'Inland Sea',
  'Antarctic Ocean',
  'Gulf of Campeche',
  'Indian Mutiny',
  'Russian Revolution',
  'Chinese Revolution',
]);

/** "Aras" or "Republican" alone may be anything; "Gulf of Bothnia" is itself. */
function placeFlags(name: string): AliasFlag[] {
  return name.includes(' ') ? [] : ['needs-context'];
}

function actOf(instance: Instance, nouns: WordnetNouns, known: Known): CompiledEntity | null {
  const isFight = isKindOf(nouns, instance.of, FIGHTS);
  // A battle's bare place name ("Atlanta", "Manila Bay") would only compete with the place.
  const words = instance.words
    .filter((word) => word.includes(' ') && /\p{Lu}/u.test(word) && (!isFight || FIGHT_WORD.test(word)))
    .map(capitalised);
  const [name] = words;
  if (name === undefined || words.some((word) => isKnownAs(known, word))) return null;
  const entity = entityOf(instance, isFight ? 'conflict' : 'event', name);
  entity.aliases = [...new Set(words)].map((t) => ({ t, flags: [] }));
  return entity;
}

function capitalised(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function isKnownAs(known: Known, name: string): boolean {
  return (
    known.titles.has(foldName(name)) ||
    (known.byName.get(foldName(name)) ?? []).some(({ aliases }) =>
      aliases.some((alias) => foldName(alias.t) === foldName(name) && !alias.flags.includes('coref-only')),
    )
  );
}

function entityOf({ offset, gloss }: Instance, type: EntityType, name: string): CompiledEntity {
  const record: EntityRecord = {
    id: `wordnet-${offset}`,
    type,
    tier: 'gazetteer',
    name,
    line: lineOf(gloss),
    asOf: '2011',
    sources: [SOURCE],
    status: 'auto',
  };
  return { record, prior: 4, plus: [], minus: [], aliases: [], patterns: [] };
}

/** The gloss up to its first semicolon, without examples, as WordNet's own words. */
export function lineOf(gloss: string): string {
  const text = PREFIX + (gloss.split(/;|"/)[0] ?? '').trim();
  if (text.length <= MAX_LINE) return text;
  return `${text.slice(0, MAX_LINE - 1).replace(/\s+\S*$/, '')}…`;
}
