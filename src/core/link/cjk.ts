import type { LinkBlock, Span } from './document';

/**
 * Names in Chinese characters and Hangul stand in a text without spaces, so a short name may be cut from a longer word:
 * "日本" from "日本酒", "중국" from "중국집". A short name counts only where what follows can follow a name.
 */
const SHORT = 2;
const HAN = /\p{Script=Han}/u;
/** With the mark of a long vowel; the dot between names is none of it. */
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
const HANGUL = /\p{Script=Hangul}/u;

/** Offices, bodies and units that stand after the name of a country, place or person. */
const KOREAN_TITLES =
  '정부|대통령|총리|장관|대표|의원|씨|측|시|도|외교부|국회|주석|위원장|외무상|대사|당국|군|검찰|경찰';
const KOREAN_PARTICLES =
  '은|는|이|가|을|를|의|에|에서|에게|에는|에도|에서는|에서도|와|과|와의|과의|도|로|으로|로의|만|까지|부터|보다|처럼|나|이나|라고|이라고|이라는|이다|였다|등|및|란|이란';
const AFTER_KOREAN = new RegExp(`^(?:(?:${KOREAN_PARTICLES})(?!\\p{Script=Hangul})|(?:${KOREAN_TITLES}))`, 'u');

const HAN_TITLES =
  '首相|大統領|政府|外相|外務|外交部|代表|総理|总理|總理|总统|總統|主席|国家主席|国会|議会|议会|当局|當局|大使|領事|领事|軍|军|' +
  '側|方面|方|氏|さん|市|府|県|县|州|省|都|道|区|區|間|间|国防|國防|国务|國務|訪問|訪问|访问|発|政権|与党|與黨|両国|两国|兩國|双方|雙方|' +
  '和|与|與|及|在|是|将|將|对|對|向|从|從|到|于|於|也|都|已|被|把|因|等|为|為|说|說|称|稱|表示|宣布|认为|認為|的|要求|批准|决定|決定|指责|指責|呼吁|呼籲|拒绝|拒絕|加入|签署|簽署|举行|舉行|' +
  '首都|東部|西部|南部|北部|中部|経済|经济|經濟';
/** "日本経済" is a word of its own, though "経済" follows names as well. */
const COMPOUNDS = /^(?:経済|经济|經濟|市场|市場)/u;
const AFTER_HAN = new RegExp(`^(?:${HAN_TITLES})`, 'u');
/** Hiragana that can go on a noun as its ending rather than as a particle do not: "の", "は", "が" and the like do. */
const KANA_PARTICLE = /^(?:は|が|を|に|で|と|の|も|へ|や|か|な|だ|、|より|から|まで|など|って|側)/u;
/** Directions and the like before a name make another one of it: "東日本", "南韓國". */
const BEFORE_HAN = /[東东西南北新全中上下大小古旧舊本]$/u;

/** After these a Chinese name stands free, unless what follows makes a people, a language or a thing of it. */
const PREPOSITION = /[在从從到于於对對向与與和赴访訪抵离離]$/u;
const DERIVED = /^(?:人|语|語|话|話|酒|料理|菜|烤|大学|大學|移动|電気|銀行|银行|式|製|制|产|產|刀|地方|海)/u;

/** Whether a short name in Chinese characters or Hangul is only part of a longer word. */
export function isCutFromWord(span: Span, block: LinkBlock, lang: string): boolean {
  const { text } = span;
  if (KATAKANA.test(text)) return isInsideKatakana(block.text, span);
  if (text.length > SHORT)
    return text.length === 3 && HANGUL.test(text) ? !endsHangul(block.text.slice(span.end)) : false;
  if (HANGUL.test(text)) return !endsHangul(block.text.slice(span.end));
  if (!HAN.test(text)) return false;
  const before = block.text.slice(Math.max(0, span.start - 2), span.start);
  const after = block.text.slice(span.end, span.end + 8);
  if (BEFORE_HAN.test(before) || (lang === 'ja' && HAN.test(before.slice(-1)) && !/[対在訪駐来]$/u.test(before)))
    return true;
  if (COMPOUNDS.test(after)) return true;
  if (lang === 'zh' && PREPOSITION.test(before) && !DERIVED.test(after)) return false;
  if (/^[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(after)) return !KANA_PARTICLE.test(after);
  return HAN.test(after.slice(0, 1)) && !AFTER_HAN.test(after);
}

/** "アドバイザー" holds no Dubai: Katakana on either side goes on with the word. */
function isInsideKatakana(text: string, { start, end }: Span): boolean {
  return KATAKANA.test(text.slice(Math.max(0, start - 1), start)) || KATAKANA.test(text.slice(end, end + 1));
}

function endsHangul(after: string): boolean {
  return !HANGUL.test(after.slice(0, 1)) || AFTER_KOREAN.test(after);
}
