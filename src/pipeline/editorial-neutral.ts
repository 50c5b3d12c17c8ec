import type { Card } from './card-schema';
import { sentencesOf } from './editorial-sentences';
import type { Finding } from './editorial-style';

/**
 * Places with two names, each the word of one side. The place's own card carries both; where `everywhere` is set,
 * every text that uses one must give the other as well, since the name alone takes a side.
 */
export const DISPUTED_NAMES: readonly { names: readonly [RegExp, RegExp]; everywhere?: boolean }[] = [
  { names: [/\bTakeshima\b/, /\bDokdo\b/], everywhere: true },
  { names: [/\bSenkakus?\b/, /\bDiaoyu\b/], everywhere: true },
  { names: [/\bFalkland(?:s| Islands)\b/, /\bMalvinas\b/] },
  { names: [/\bSea of Japan\b/, /\bEast Sea\b/] },
  { names: [/\bPersian Gulf\b/, /\bArabian Gulf\b|\bthe Gulf\b/] },
  { names: [/\bGulf of Mexico\b/, /\bGulf of America\b/] },
  { names: [/\bKuril(?:s| Islands)\b/, /\bNorthern Territories\b/] },
  { names: [/\bSpratly(?:s| Islands)\b/, /\bNansha\b|\bTruong Sa\b|\bTrường Sa\b|\bKalayaan\b/] },
  { names: [/\bParacel(?:s| Islands)\b/, /\bXisha\b|\bHoang Sa\b|\bHoàng Sa\b/] },
  { names: [/\bScarborough Shoal\b/, /\bHuangyan\b|\bPanatag\b|\bMasinloc\b/] },
  { names: [/\bSecond Thomas Shoal\b/, /\bAyungin\b|\bRen'?ai\b/] },
  { names: [/\bNagorno-Karabakh\b/, /\bArtsakh\b/] },
  { names: [/\bTemple Mount\b/, /\bHaram al-Sharif\b|\bNoble Sanctuary\b|\bal-Aqsa\b/i] },
  { names: [/\bCave of the Patriarchs\b/, /\bIbrahimi Mosque\b/] },
  { names: [/\bDenali\b/, /\bMcKinley\b/] },
  { names: [/\bLondonderry\b/, /\bDerry\b(?!\w)/] },
  { names: [/\bArunachal Pradesh\b/, /\bSouth(?:ern)? Tibet\b|\bZangnan\b/] },
  { names: [/\bImia\b/, /\bKardak\b/] },
  { names: [/\bTransnistria\b/, /\bPridnestrovi/] },
  { names: [/\bEssequibo\b/, /\bGuayana Esequiba\b|\bEsequib[ao]\b/] },
];

/** Words that accuse: they stand only where the same sentence, or one beside it, says who accuses or found so. */
const ACCUSING =
  /\b(?:terrorists?|genocid\w*|war crimes?|crimes? against humanity|ethnic cleansing|tortur\w+|corrupt|brib(?:es?|ed|ery)|embezzle\w*|money[- ]laundering|war criminals?)\b/i;
/** Of persons these accuse too; of a company or party they may be what it works on. */
const ACCUSING_PERSONS = /\b(?:fraud\w*|corruption|sexual (?:abuse|assault|misconduct)|rap(?:ed|ist)|plagiari\w+)\b/i;
/** Types of records that can be accused. */
const ACCUSED = new Set([
  'person',
  'party',
  'armed-group',
  'company',
  'organisation',
  'country',
  'government',
  'group',
]);
const ATTRIBUTED =
  /\b(?:accus\w*|alleg\w*|according to|sa(?:y|ys|id)|den(?:y|ies|ied|ial)|found|findings?|convict\w*|charg\w*|rul(?:ed|ing|ings)|report\w*|sanction\w*|investigat\w*|inquir\w*|courts?|tribunals?|critics|designat\w*|list(?:s|ed)|label\w*|call(?:s|ed)|claim\w*|describ\w*|regard\w*|recogni\w*|classif\w*|indict\w*|sentenc\w*|trial|tried|plead\w*|guilty|jailed|prison\w*|acquit\w*|prosecut\w*|judges?|jury|warrants?|suspect\w*|scandals?|law|laws|act|convention|treaty|crimes?|offences?|UN|experts?|commission|protest\w*|campaign\w*|against|fight\w*|anti-\w+|counter-\w+|blam\w*|admit\w*|confess\w*|arrest\w*|verdict|wanted|extradit\w*|lawsuits?|complain\w*|condemn\w*|consider\w*)\b/i;

/** What a card says on contested matters: both names of disputed places, and who makes an accusation. */
export function neutralFindings(card: Card): Finding[] {
  return [...nameFindings(card), ...accusationFindings(card)];
}

function nameFindings(card: Card): Finding[] {
  const prose = [card.name, card.line, card.background, ...card.facts.map((fact) => fact.v)].join(' \n ');
  const all = [prose, card.title ?? '', ...card.aliases.map((alias) => alias.t)].join(' \n ');
  return DISPUTED_NAMES.flatMap(({ names, everywhere }) =>
    names.flatMap((name, i) => {
      const other = names[1 - i] ?? name;
      const isOwn = isWhole(name, card.name) || isWhole(name, card.title ?? '');
      const text = isOwn ? all : prose;
      if (!(isOwn || (everywhere === true && name.test(prose))) || other.test(text)) return [];
      return [{ path: ['line'], message: `a place with two names: expected also ${plainNames(other)}` }];
    }),
  );
}

/** "Falkland Islands" is the place; "Falklands War" only contains its name. */
function isWhole(name: RegExp, text: string): boolean {
  const match = name.exec(text);
  return match !== null && text.replace(match[0], '').replace(/\b(?:the|islands?|rocks)\b|[\s(),/]/gi, '') === '';
}

function plainNames(pattern: RegExp): string {
  return pattern.source.replace(/\\b|\(\?[!=:][^)]*\)|[?]/g, '').replaceAll('|', ' or ');
}

function accusationFindings(card: Card): Finding[] {
  if (!ACCUSED.has(card.type)) return [];
  const sentences = sentencesOf(card.background);
  const findings = sentences.flatMap((sentence, i) => {
    const word = accusingWord(card, sentence);
    const around = [sentences[i - 1] ?? '', sentence, sentences[i + 1] ?? ''].join(' ');
    return word !== null && !ATTRIBUTED.test(around) ? [accusation([], word)] : [];
  });
  const inLine = accusingWord(card, card.line);
  // A line is too short for its own source: the background may give it.
  if (inLine !== null && !ATTRIBUTED.test(`${card.line} ${card.background}`))
    findings.push(accusation(['line'], inLine));
  return findings;
}

function accusingWord(card: Card, text: string): string | null {
  const match = ACCUSING.exec(text) ?? (card.type === 'person' ? ACCUSING_PERSONS.exec(text) : null);
  return match?.[0] ?? null;
}

function accusation(path: Finding['path'], word: string): Finding {
  return { path, message: `"${word}" accuses: say who does, or who found so` };
}
