/**
 * Language of a text by its script and its commonest short words. Pages often carry a wrong `lang`, so the text
 * decides and the page's word counts only where the text says too little.
 */

const FREQUENT: Record<string, string> = {
  en: 'the of and to in that is was for on with as his he by are at be from it have this has had were which not an',
  de: 'der die und den von das mit dem des im nicht eine ein auf ist sich auch für als werden wird zu aus bei sie nach',
  fr: 'le la les des et du que est dans une pour qui sur pas au par plus ce avec sont ne se aux cette ont mais',
  es: 'el la los de que en y las del por con para una se un su al lo como más pero sus este ha fue es',
  it: 'il di che la e per un del in una sono con non della da dei le alla ha nel anche gli si più come dal',
  pt: 'o que de e do da em um para com não uma os no se na por mais as dos como ao foi das à ele seu',
  nl: 'de het van een en in is dat op te zijn met voor niet aan er om ook als dan bij uit naar',
  pl: 'w i z na nie do się że to jest o jak ale po od za przez dla są oraz',
  sv: 'och att det som en på är av för med den till inte om har de ett var från',
  tr: 've bir bu için ile da de olarak olan daha çok en ancak kadar gibi sonra',
};

const TABLE: ReadonlyMap<string, readonly string[]> = buildTable();

function buildTable(): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const [lang, text] of Object.entries(FREQUENT)) {
    for (const word of text.split(' ')) table.set(word, [...(table.get(word) ?? []), lang]);
  }
  return table;
}

/** Words that are looked at; a thousand decide any page. */
const SAMPLE_CHARACTERS = 6000;
/** Share of letters in a script from which the script decides. */
const SCRIPT_SHARE = 0.2;

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[\u0e00-\u0e7f]/g, 'th'],
];

/** Two-letter language of the text; `hint` (such as a page's `lang`) where the text does not tell; `und` for neither. */
export function detectLanguage(text: string, hint?: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const base = hint?.slice(0, 2).toLowerCase();
  return byScript(sample, base) ?? byWords(sample) ?? base ?? 'und';
}

function byScript(sample: string, hint: string | undefined): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [pattern, lang] of SCRIPTS) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    // Japanese mixes its syllables with Chinese characters, so a few of them already decide.
    if (share <= (lang === 'ja' ? 0.05 : SCRIPT_SHARE)) continue;
    if (lang === 'ru') return cyrillic(sample, hint);
    if (lang === 'ar') return /[پچژگ]/.test(sample) ? (hint === 'ur' ? 'ur' : 'fa') : 'ar';
    return lang;
  }
  return null;
}

function cyrillic(sample: string, hint: string | undefined): string {
  if (/[іїєґ]/i.test(sample)) return /[ў]/i.test(sample) ? 'be' : 'uk';
  return hint === 'bg' || hint === 'sr' || hint === 'mk' ? hint : 'ru';
}

function byWords(sample: string): string | null {
  const votes = new Map<string, number>();
  let counted = 0;
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    counted++;
    const langs = TABLE.get(word);
    // A word of several languages counts for each, but less.
    if (langs) for (const lang of langs) votes.set(lang, (votes.get(lang) ?? 0) + 1 / langs.length);
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 2 || best[1] / counted < 0.06) return null;
  return second && best[1] < 1.2 * second[1] ? null : best[0];
}
