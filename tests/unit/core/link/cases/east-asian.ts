import type { Families } from '../marked';

export const families: Families = {
  Korean: [
    '[이재명](lee-jae-myung) 대통령은 13일 [일본](japan)을 방문했다.',
    '대통령 [이재명](lee-jae-myung)은 기자들에게 말했다.',
    '[다카이치 사나에](sanae-takaichi) 총리가 나라에서 맞이했다.',
    '[일본 정부](government-of-japan)는 답하지 않았다.',
    '[윤석열](yoon-suk-yeol) 전 대통령이 재판에 나왔다.',
    '[시진핑](xi-jinping) 주석이 만찬을 열었다.',
  ],

  Japanese: [
    '[李在明](lee-jae-myung)大統領は会談した。',
    '[日本政府](government-of-japan)は答えなかった。',
    '[習近平](xi-jinping)国家主席は出席した。',
    '[日本](japan)は応じない。',
    '[日本](japan)、[韓国](south-korea)は合意した。',
    '[奈良]()漬を買った。',
    '米を三キロ[東京](tokyo)で買った。',
    '[ＮＡＴＯ](nato)の会合が開かれた。',
    '[NATO](nato)の会合が開かれた。',
  ],

  Chinese: [
    '[习近平](xi-jinping)主席会见了客人。',
    '[習近平](xi-jinping)主席會見了客人。',
    '国家主席[习近平](xi-jinping)在[北京](beijing)会见了客人。',
    '[中国政府](government-of-china)没有回应。',
    '[日本](japan)、[韩国](south-korea)的部长见面。',
    '他姓李。[习近平](xi-jinping)主席也来了。',
  ],
};
