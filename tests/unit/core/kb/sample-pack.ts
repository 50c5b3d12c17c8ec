import { ENTITY_TYPES, ALIAS_FLAGS } from '../../../../src/core/kb/record';
import type { PackInput } from '../../../../src/core/kb/write-pack';
import { MANIFEST, entity } from '../build-pack';

/** A small pack that uses every field, flag and type of the format. */
export function samplePack(): PackInput {
  const full: PackInput['entities'][number] = {
    record: {
      id: 'freedonia',
      qid: 'Q42',
      type: 'country',
      tier: 'full',
      name: 'Freedonia',
      title: 'Freedonia (country)',
      names: { ko: '프리도니아', ja: 'フリードニア' },
      line: 'Landlocked republic in the hills, known for its duck soup.',
      background: 'Freedonia has been in the news since its new leader took office. '.repeat(3),
      asOf: '2026-01-15',
      facts: [
        { k: 'capital', v: 'Fredville', src: 'reference', asOf: '2026-01-15' },
        { k: 'leader', v: 'Rufus', src: 'article', source: 1, asOf: '2025-06', until: '2027', vol: 'office' },
        { k: 'population', v: '1.2 million', src: 'dataset', source: 0, asOf: '2020', vol: 'count' },
      ],
      rel: [
        { p: 'neighbour', o: 'sylvania' },
        { p: 'member-of', o: 'league-elsewhere', v: 'Observer', from: '1933-11', to: '2001-09-11' },
      ],
      timeline: [
        { d: '-0044', v: 'Founded.' },
        { d: '1933-11-17', v: 'War with Sylvania.' },
      ],
      geo: { lat: 47.12345, lon: -8.5, disputed: true },
      valid: { from: '1900-02', to: '2999' },
      sources: [
        { kind: 'dataset', title: 'Census' },
        { kind: 'article', title: 'War!', outlet: 'Daily', date: '2025-06-04', url: 'https://example.org/war' },
      ],
      status: 'reviewed',
    },
    prior: 100,
    plus: ['Duck', 'soup'],
    minus: ['film'],
    aliases: [
      { t: 'Freedonia', flags: [], weight: 200, lang: 'en' },
      { t: 'FRD', flags: ['acronym'] },
      { t: '프리도니아', flags: [] },
    ],
    patterns: [[['duck war', 'soup crisis'], ['Sylvania', 'border'], ['1933']]],
  };
  const exact: PackInput['entities'][number] = {
    record: {
      id: 'sylvania', qid: 'unusual id', type: 'person', tier: 'gazetteer', name: 'Not among the names', title: 'Freedonia',
      line: '', asOf: 'some day', geo: { lat: 1 / 3, lon: 2 }, valid: { to: '2020' }, status: 'auto',
    },
    prior: 1,
    plus: [],
    minus: [],
    aliases: [{ t: 'Freedonia', flags: ['ambiguous', 'needs-context'] }, { t: 'sylvania', flags: [] }],
    patterns: [[['lone anchor']]],
  }; // prettier-ignore
  const flags = ALIAS_FLAGS.filter((flag) => flag !== 'pattern').map((flag) =>
    entity(`flag-${flag}`, [`Flag ${flag}`, [flag]]),
  );
  const types = ENTITY_TYPES.map((type, i) => {
    const made = entity(`type-${type}`, `Name ${i} of ${type}`);
    return { ...made, record: { ...made.record, type } };
  });
  return { manifest: MANIFEST, entities: [full, exact, ...flags, ...types] };
}
