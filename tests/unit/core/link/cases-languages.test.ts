import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../src/core/link/language';
import { entityOf } from './linked';

describe('other languages', () => {
  it.each<[string, string, string | null]>([
    ['이재명 대통령은 13일 나라에서 다카이치 사나에 총리와 회담했다.', '이재명', 'lee-jae-myung'],
    ['高市早苗首相は奈良で李在明大統領と会談した。', '高市早苗', 'sanae-takaichi'],
    ['日本経済新聞が報じた。', '日本', null],
    ['国家主席习近平会见了客人。', '习近平', 'xi-jinping'],
    ['Der französische Präsident Emmanuel Macron reist nach Berlin.', 'Emmanuel Macron', 'emmanuel-macron'],
    ['Le président Emmanuel Macron s’est rendu à Tokyo pour le sommet.', 'Emmanuel Macron', 'emmanuel-macron'],
    ['El presidente Donald Trump habló de México y de Canadá.', 'Donald Trump', 'donald-trump'],
  ])('%s | %s -> %s', (text, surface, entity) => {
    expect(entityOf(text, surface, {})).toBe(entity);
  });

  it.each([
    ['The president said that he would go to the summit and that it was important for the country.', undefined, 'en'],
    ['Der Präsident sagte, dass er zum Gipfel reisen werde und dass es für das Land wichtig sei.', 'en', 'de'],
    ['Le président a dit que le sommet est important pour le pays et pour les habitants.', 'en', 'fr'],
    ['El presidente dijo que la cumbre es importante para el país y para los ciudadanos.', 'en', 'es'],
    ['Il presidente ha detto che il vertice è importante per il paese e per i cittadini.', 'en', 'it'],
    ['O presidente disse que a cúpula é importante para o país e para os cidadãos, não só hoje.', 'en', 'pt'],
    ['이재명 대통령은 회담했다.', 'en', 'ko'],
    ['高市早苗首相は奈良で会談した。', 'en', 'ja'],
    ['国家主席会见了客人。', 'en', 'zh'],
    ['Президент заявил, что переговоры состоятся.', 'en', 'ru'],
    ['Президент заявив, що переговори відбудуться.', 'en', 'uk'],
    ['قال الرئيس إن المحادثات ستعقد.', 'en', 'ar'],
    ['', 'sv', 'sv'],
    ['', undefined, 'und'],
  ])('“%s” (page says %s) is %s', (text, hint, lang) => {
    expect(detectLanguage(text, hint)).toBe(lang);
  });
});
