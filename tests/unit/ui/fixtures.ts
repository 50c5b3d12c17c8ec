import type { CardModel } from '../../../src/core/kb/card';
import type { Mention } from '../../../src/core/link/types';

export const FACT = fact('President since', '4 June 2025', 'stale');

/** A card with something in every part. */
export const LEE: CardModel = {
  entity: 'lee-jae-myung',
  name: 'Lee Jae Myung',
  type: 'person',
  typeLabel: 'Person',
  tier: 'full',
  line: 'President of South Korea since June 2025.',
  background: 'He worked in factories as a boy and became a lawyer before he entered local politics.',
  nativeNames: [
    { lang: 'ko', text: '이재명' },
    { lang: 'ja', text: '李在明' },
    { lang: 'zh', text: '李在明' },
  ],
  roles: [{ text: 'President, South Korea', from: '2025-06-04', onDate: '2026-01-13' }],
  holders: [],
  facts: [
    FACT,
    fact('Party', 'Democratic Party of Korea', 'aging'),
    { ...fact('Recent diplomacy', 'Saw Xi Jinping'), source: { text: 'AP, 13 January 2026', url: 'https://news.example/a' } },
  ],
  relations: [
    { label: 'Office', value: 'President, South Korea', target: 'south-korea', from: '2025-06-04' },
    { label: 'See also', value: 'Japan-South Korea relations', target: 'relations' },
    { label: 'See also', value: 'A thing without a card', target: null },
  ],
  timeline: [{ date: '2025-06-03', text: 'Wins the presidential election' }],
  geo: { lat: 37.5, lon: 127, disputed: true },
  links: [{ label: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/Lee_Jae-myung' }],
  asOf: '2026-01',
  pack: { id: 'nara', name: 'Nara summit', licence: 'MIT', attribution: 'Sidelight editors' },
}; // prettier-ignore

/** A card of the least that a pack may hold. */
export const TOWN: CardModel = {
  ...LEE,
  entity: 'south-korea',
  name: 'South Korea',
  typeLabel: 'Country',
  tier: 'gazetteer',
  line: 'Country in East Asia.',
  background: null,
  nativeNames: [],
  roles: [],
  facts: [],
  relations: [],
  timeline: [],
  geo: null,
  links: [],
};

export const MENTION: Mention = {
  block: 0, start: 0, end: 3, surface: 'Lee', entity: 'lee-jae-myung', name: 'Lee Jae Myung', title: null, qid: null,
  type: 'person', tier: 'full', score: 0.97, source: 'name', underline: true, line: '', familiar: false, alternatives: [],
}; // prettier-ignore

export const OTHER_LEE = { entity: 'lee-nak-yon', name: 'Lee Nak-yon', line: 'Prime minister until 2020.', score: 0.3 };

/** Strings that would do harm if any of them ever became markup, an address or a path. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '</style><b>bold</b>',
  '&lt;i&gt; &amp;',
  'javascript:alert(1)',
  '{{constructor}} ${1+1}',
  '\u202Egnirts desrever',
];

function fact(label: string, value: string, freshness: CardModel['facts'][number]['freshness'] = 'fresh') {
  return { label, value, source: { text: 'General reference' }, asOf: '2026-01', volatile: null, freshness } as const;
}
