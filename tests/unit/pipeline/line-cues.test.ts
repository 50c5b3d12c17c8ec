import { describe, expect, it } from 'vitest';
import { lineCues } from '../../../src/pipeline/line-cues';
import { cardOf } from './cards';

const GEORGIA = cardOf({
  id: 'georgia',
  name: 'Georgia',
  aliases: [{ t: 'Peach State', flags: [] }],
  line: 'Southern US state of peach groves, capital Atlanta, since 1788.',
});

describe('cues from the line of a card', () => {
  it('are its words of four letters and more, small, without names of its own and without figures', () => {
    expect(lineCues([GEORGIA])(GEORGIA)).toEqual(['southern', 'groves', 'capital', 'atlanta', 'since']);
  });

  it('leave out what stands in the lines of more than sixty cards', () => {
    const others = Array.from({ length: 60 }, (_, i) => cardOf({ id: `c${i}`, line: 'Capital of a state.' }));
    expect(lineCues([GEORGIA, ...others.slice(1)])(GEORGIA)).toContain('capital');
    expect(lineCues([GEORGIA, ...others])(GEORGIA)).not.toContain('capital');
  });

  it('are eight at most', () => {
    const long = cardOf({ id: 'long', line: 'alpha bravo charlie delta echos foxtrot golfs hotel india juliet' });
    expect(lineCues([long])(long)).toHaveLength(8);
  });
});
