/**
 * Language of a text by its script and its commonest short words. Pages often carry a wrong `lang`, so the text
 * decides; the page's word counts where the text says too little or fits two languages alike.
 */

/** Words that close neighbours share. */
const NORDIC = 'det som på for med den til har var er de';
const SERBO_CROATIAN = 'i je u na da se za su od s a kao će ne o koji nije bi';
const MALAY = 'yang dan di itu dengan untuk dari ini dalam tidak pada akan juga ke oleh';

/** Each language's commonest words that tell it from its neighbours too: Danish `af` and `blev`, Norwegian `av` and `ble`. */
const FREQUENT: Record<string, string> = {
  en: 'the of and to in that is was for on with as his he by are at be from it have this has had were which not an',
  de: 'der die und den von das mit dem des im nicht eine ein auf ist sich auch für als werden wird zu aus bei sie nach',
  fr: 'le la les des et du que est dans une pour qui sur pas au par plus ce avec sont ne se aux cette ont mais',
  es: 'el la los de que en y las del por con para una se un su al lo como más pero sus este ha fue es',
  gl: 'o a os as de do da que e no na dos das unha en con para por non máis polo pola ao é súa tamén',
  pt: 'a é o que de e do da em um para com não uma os no se na por mais as dos como ao foi das à ele são está também pelo',
  ca: 'el la de que i els les a per amb en del una un és dels més ha aquest al va aquesta també amb als',
  it: 'il di che la e per un del in una sono con non della da dei le alla ha nel anche gli si più come dal',
  ro: 'și de în la a nu cu că care pe din pentru o au mai fost este un sunt prin după să',
  nl: 'de het van een en in is dat op te zijn met voor niet aan er om ook als dan bij uit naar',
  af: 'die van en in is nie het dat n te vir met hy wat op sy om was ook deur word aan sê',
  sv: 'och att det som en på är av för med den till inte om har de ett var från efter också',
  da: `${NORDIC} og at en af ikke et fra der blev også sig efter bliver havde nu men mod`,
  no: `${NORDIC} og å en av ikke et fra ble også seg etter blir hadde nå men mot sier`,
  nn: `${NORDIC} og å ein av ikkje dei eit frå vart også seg etter blir hadde no men seier`,
  is: 'og að í á er sem um við til var ekki hann með en því það verið hafa',
  fi: 'ja on ei että se oli hän mutta kun myös ovat joka sen ole mukaan kuin',
  et: 'ja on ei et see oli ta ka kui mis oma aga nii oma kes kuid',
  hu: 'a az és hogy nem is egy volt meg ez csak de már azt van szerint mint',
  pl: 'w i z na nie do się że to jest o jak ale po od za przez dla są oraz',
  cs: 'a se v na že je to s z do o i jako za ale pro by podle který jsou k ve jsem bude',
  sk: 'a sa v na že je to s z do o aj ako za ale pre by podľa ktorý sú k vo som bude',
  sl: 'in je v na da se za so pa ki z ne bi po tudi od pri kot bo',
  hr: `${SERBO_CROATIAN} što tijekom također tko gdje nakon`,
  bs: `${SERBO_CROATIAN} što tokom također ko gdje nakon`,
  sr: `${SERBO_CROATIAN} šta tokom takođe ko gde posle и је у на да се за су од са као ће не`,
  sq: 'të e në i dhe për me që një nga është më ka se nuk u',
  lt: 'ir kad į iš yra su ne tai bet buvo kaip už jo dėl apie bus',
  lv: 'un ir ka no par ar uz lai kas bet arī nav pēc bija kā',
  tr: 've bir bu için ile da de olarak olan daha çok en ancak kadar gibi sonra',
  az: 'və bu bir ilə üçün da də olan olub ki isə sonra edib deyib',
  id: `${MALAY} karena bisa bahwa tersebut saat`,
  ms: `${MALAY} kerana boleh bahawa beliau daripada`,
  tl: 'ang ng sa na mga at ay ni si hindi ito para kung siya nang',
  vi: 'của và là có trong không được cho các một với những người đã khi',
  sw: 'ya wa na kwa ni katika la za cha kuwa hiyo huo hii lakini baada',
  so: 'oo ka ku waxaa iyo in uu waa soo ayaa la',
  eu: 'eta da du ez ere bat egin dute izan dira dela',
  cy: 'yn y yr a i o ar ei wedi bod mae am ac gan',
  ga: 'an na agus ar i le go is sé bhí leis ag',
  ru: 'и в не на что с по как это из для за от его к о он но также было у был',
  uk: 'і в у на що не з та до за як про це й від для його він але також було був',
  be: 'і ў у на што не з да за як па гэта для ад яго ён але таксама было быў',
  bg: 'на и в за да се от с че са не е по като до това от ще през',
  mk: 'на и во да се за од со е не дека го ги ќе по што',
  kk: 'және бұл мен үшін бір деп да де осы болған ол',
  ar: 'في من على إلى أن التي عن مع هذا الذي إن ما بعد هذه كان',
  fa: 'در به از که این را با است برای آن و بر تا شد',
  ur: 'کے میں کی ہے اور سے کا کو نے پر کہ',
  ps: 'د په او چې له سره دي کې ته',
  hi: 'के में की है से को का और ने पर भी हैं कि',
  mr: 'आहे या आणि च्या होते हे त्या मध्ये आहेत केली',
  ne: 'को मा र छ भने लागि गरेको पनि छन् गर्न',
};

/** Codes that pages use for languages of the table. */
const SAME: Record<string, string> = { nb: 'no', iw: 'he', in: 'id', sh: 'sr', mo: 'ro', ji: 'yi' };

type Script = readonly [first: number, last: number, lang: string | null];

/** First and last code of a script, and the language that it decides; null where the words must. */
const SCRIPTS: readonly Script[] = [
  [0x370, 0x3ff, 'el'], [0x400, 0x52f, null], [0x530, 0x58f, 'hy'], [0x590, 0x5ff, 'he'], [0x600, 0x6ff, null],
  [0x900, 0x97f, null], [0x980, 0x9ff, 'bn'], [0xa00, 0xa7f, 'pa'], [0xa80, 0xaff, 'gu'], [0xb00, 0xb7f, 'or'],
  [0xb80, 0xbff, 'ta'], [0xc00, 0xc7f, 'te'], [0xc80, 0xcff, 'kn'], [0xd00, 0xd7f, 'ml'], [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'], [0xe80, 0xeff, 'lo'], [0xf00, 0xfff, 'bo'], [0x1000, 0x109f, 'my'], [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'], [0x1200, 0x139f, 'am'], [0x1780, 0x17ff, 'km'], [0x3040, 0x30ff, 'ja'], [0x3400, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
]; // prettier-ignore

/** Letters that only some languages of a script write; a script's last entry is its commonest language. */
const LETTERS: Record<number, readonly (readonly [letters: RegExp, lang: string])[]> = {
  0x400: [
    [/ў/i, 'be'],
    [/[іїєґ]/i, 'uk'],
    [/[ђћ]/i, 'sr'],
    [/[ѓќ]/i, 'mk'],
    [/./, 'ru'],
  ],
  0x600: [
    [/[ٹڈے]/, 'ur'],
    [/[ټډښ]/, 'ps'],
    [/[پچژگ]/, 'fa'],
    [/./, 'ar'],
  ],
  0x900: [[/./, 'hi']],
};

/** Characters that are looked at; a thousand words decide any page. */
const SAMPLE_CHARACTERS = 6000;
/** Share of the characters in a script from which the script decides. */
const SCRIPT_SHARE = 0.2;
/** Japanese mixes its syllables with Chinese characters, so a few of them already decide. */
const KANA_SHARE = 0.05;
/** Votes, and votes a word, from which words decide; more where the page names a language that we have no words of. */
const LEAST_VOTES = 2;
const LEAST_SHARE = 0.08;
const UNKNOWN_SHARE = 0.24;
/** Share of the best language's votes from which the page's own word is believed; and from which nothing is. */
const AS_GOOD = 0.85;
const TIE = 0.97;

/** Two-letter language of the text; `hint` (such as a page's `lang`) where the text does not tell; `und` for neither. */
export function detectLanguage(text: string, hint?: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const declared = hint?.slice(0, 2).toLowerCase();
  const base = declared && (SAME[declared] ?? declared);
  const script = scriptOf(sample);
  if (script?.[2]) return script[2];
  return byWords(sample, base) ?? (script ? byLetters(sample, script, base) : base) ?? 'und';
}

/** For a few words in a script of several languages. */
function byLetters(sample: string, script: Script, base: string | undefined): string | undefined {
  const found = LETTERS[script[0]]?.find(([letters]) => letters.test(sample))?.[1];
  const isCommonest = found === LETTERS[script[0]]?.at(-1)?.[1];
  return isCommonest && base !== undefined && scriptOf(FREQUENT[base] ?? '') === script ? base : found;
}

/** The script other than the Latin one that much of the text is written in. */
function scriptOf(sample: string): Script | null {
  const counts = SCRIPTS.map(() => 0);
  let letters = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 0x370) {
      letters += Number(code >= 0xc0 || ((code | 32) - 97 < 26 && (code | 32) >= 97));
      continue;
    }
    const script = SCRIPTS.findIndex(([first, last]) => code >= first && code <= last);
    if (script < 0) continue;
    letters++;
    counts[script]!++;
  }
  const found = SCRIPTS.findIndex(
    ([, , lang], i) => counts[i]! > letters * (lang === 'ja' ? KANA_SHARE : SCRIPT_SHARE),
  );
  return SCRIPTS[found] ?? null;
}

let table: Map<string, string[]> | null = null;

/** The languages of each word. */
function tableOf(): ReadonlyMap<string, readonly string[]> {
  if (table) return table;
  table = new Map();
  for (const [lang, text] of Object.entries(FREQUENT)) {
    for (const word of new Set(text.split(' '))) table.set(word, [...(table.get(word) ?? []), lang]);
  }
  return table;
}

function byWords(sample: string, base: string | undefined): string | null {
  const words = tableOf();
  const votes = new Map<string, number>();
  let counted = 0;
  for (const word of sample
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? []) {
    counted++;
    const langs = words.get(word);
    // A word of several languages counts for each, but less.
    if (langs) for (const lang of langs) votes.set(lang, (votes.get(lang) ?? 0) + 1 / Math.sqrt(langs.length));
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  const isKnown = base === undefined || base in FREQUENT || SCRIPTS.some(([, , lang]) => lang === base);
  const least = isKnown ? LEAST_SHARE : UNKNOWN_SHARE;
  if (!best || best[1] < LEAST_VOTES || best[1] < counted * least) return null;
  if (base !== undefined && (votes.get(base) ?? 0) > best[1] * AS_GOOD) return base;
  return second && second[1] > best[1] * TIE ? null : best[0];
}
