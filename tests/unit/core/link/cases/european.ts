import type { Case, Families } from '../marked';

/** The page says its language; the text is too short to tell. */
const inLanguage = (lang: string, texts: readonly string[]): Case[] =>
  texts.map((text) => [text, { lang, date: '2026-01-13' }]);

export const families: Families = {
  German: inLanguage('de', [
    'Bundeskanzler [Friedrich Merz](friedrich-merz) reist am Montag nach [Paris](paris).',
    'Der Bundeskanzler [Friedrich Merz](friedrich-merz) sprach. Später sagte [Merz](friedrich-merz), er sei müde.',
    'Die [NATO](nato) trifft sich in [Ankara](ankara).',
    'Die [Nato](nato) trifft sich in [Ankara](ankara).',
    'Der Kreml schweigt zu [Wladimir Putin](vladimir-putin).',
    'In [Deutschland](germany) und [Frankreich](france) wird gewählt.',
    'Die [Ukraine](ukraine) meldet Angriffe auf [Kiew](kyiv).',
    'Die [USA](united-states) liefern weniger Gas.',
    'Der [Park]() ist geschlossen.',
    'Die Regeln gelten auch für [Polen](poland).',
    'Die [Union]() der Bäcker tagt.',
    'Die [EU](european-union) warnt [China](china).',
    'Das [Bild]() hängt schief.',
    'Der [Spiegel]() ist zerbrochen.',
    'Die [Welt]() ist rund.',
    'Das [Essen]() war kalt.',
    '[Über]() dem Dorf lag Nebel.',
    'Hizb ut-[Tahrir]() ist verboten.',
    'Gegen die [Ukraine](ukraine) war der Minister machtlos.',
    'Der Außenminister Ignazio Cassis ([FDP]()) reist nach Kiew.',
    'Der Abgeordnete Christian Lindner ([FDP](free-democratic-party)) reist nach Kiew.',
    'Der [Africa]() Forward Summit endet heute.',
  ]),

  French: inLanguage('fr', [
    'Le président [Emmanuel Macron](emmanuel-macron) a reçu les maires. [Macron](emmanuel-macron) a promis de l’argent.',
    'L’[ONU](united-nations) demande une enquête.',
    'L’[OTAN](nato) se réunit à [Ankara](ankara).',
    'Les [États-Unis](united-states) livrent moins de gaz.',
    'La [Chine](china) et le [Japon](japan) discutent.',
    'Il part pour [Londres](london) demain.',
    'Elle a un [don]() pour la musique.',
    'Le géant est aux États-Unis.\n\n7h05 - [IA]() : Samsung s’offre une entreprise.',
    'Les [tours]() de la cathédrale sont fermées.',
    'Le pape [Léon XIV](pope-leo-xiv) parle.',
    'Le lycée [Mandela]() Ouest est fermé.',
  ]),

  'Spanish, Italian and Portuguese': [
    ...inLanguage('es', [
      'El presidente [Javier Milei](javier-milei) viajó a [Madrid](madrid). [Milei](javier-milei) no habló.',
      'La [ONU](united-nations) pide una investigación.',
      'La [OTAN](nato) se reúne en [Ankara](ankara).',
      '[Estados Unidos](united-states) enviará menos gas.',
      'La [Casa Blanca](white-house) calla.',
      'El vuelo salió de [Londres](london).',
      'La presidenta [Claudia Sheinbaum](claudia-sheinbaum) dijo que no.',
      'La unión hace la fuerza. Lo dijo en [Lima](lima).',
      'Compró un kilo de [lima]() y limón.',
      'La [vox]() populi decide.',
      'La [morena]() cantó.',
      'La [granada]() estalló.',
      'El Hospital [México]() está cerrado.',
    ]),
    ...inLanguage('it', [
      'La premier [Giorgia Meloni](giorgia-meloni) è a [Parigi](paris). [Meloni](giorgia-meloni) tace.',
      'Gli [Stati Uniti](united-states) mandano meno gas.',
      'L’[ONU](united-nations) chiede un’inchiesta.',
      'Il presidente [Sergio Mattarella](sergio-mattarella) ha firmato.',
      'Il volo per [Londra](london) è in ritardo.',
      'Via [Roma]() è chiusa.',
      'Piazza [Venezia]() è chiusa.',
      'Corso [Francia]() è chiusa.',
      'I [meloni]() sono maturi.',
    ]),
    ...inLanguage('pt', [
      'O presidente [Luiz Inácio Lula da Silva](luiz-inacio-lula-da-silva) viajou. [Lula](luiz-inacio-lula-da-silva) não falou.',
      'Os [Estados Unidos](united-states) mandam menos gás.',
      'A [ONU](united-nations) pede uma investigação.',
      'O voo para [Londres](london) atrasou.',
      'A [lula]() frita estava boa.',
      'O [porto]() está fechado.',
    ]),
  ],
  'streets and towns': [
    'La rue de [Berlin]() est fermée.',
    'La calle [Londres]() está cerrada.',
    'Die Bäckerin Anna [Merkel]() gewann. Angela Merkel gratulierte.',
  ],
};
