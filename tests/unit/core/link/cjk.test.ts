import { describe, expect, it } from 'vitest';
import { isCutFromWord } from '../../../../src/core/link/cjk';
import { spanOf } from './spans';

function isCut(marked: string, lang: string): boolean {
  const { span, block } = spanOf(marked, lang);
  return isCutFromWord(span, block, lang);
}

describe('a short name in Hangul', () => {
  it.each(['[일본]은 답했다.', '[일본]에서는', '[중국]과의 회담', '[중국]정부', '[서울]', '[한국], 미국'])(
    'stands free in %s',
    (marked) => expect(isCut(marked, 'ko')).toBe(false),
  );

  it.each(['[일본]어를 배운다.', '[중국]집', '[한국]인', '[서울]우유'])('is cut from a word in %s', (marked) =>
    expect(isCut(marked, 'ko')).toBe(true),
  );
});

describe('a short name in Chinese characters', () => {
  it.each([
    ['[日本]は答えた。', 'ja'],
    ['[日本]政府', 'ja'],
    ['[東京]、', 'ja'],
    ['[中国]外交部', 'zh'],
    ['在[北京]举行', 'zh'],
    ['他到[北京]上班', 'zh'],
  ])('stands free in %s (%s)', (marked, lang) => expect(isCut(marked, lang)).toBe(false));

  it.each([
    ['[日本]酒', 'ja'],
    ['東[日本]', 'ja'],
    ['[日本]経済', 'ja'],
    ['[東京]ドーム', 'ja'],
    ['山本[京都]さん', 'ja'],
    ['在[北京]大学', 'zh'],
    ['[中国]话', 'zh'],
    ['新[中国]的', 'zh'],
  ])('is cut from a word in %s (%s)', (marked, lang) => expect(isCut(marked, lang)).toBe(true));
});

describe('a name in Katakana', () => {
  it('is cut from a longer word of Katakana, not from what other letters follow', () => {
    expect(isCut('ア[ドバイ]ザー', 'ja')).toBe(true);
    expect(isCut('[ドバイ]ザー', 'ja')).toBe(true);
    expect(isCut('[ドバイ]で', 'ja')).toBe(false);
    expect(isCut('[ドバイ]・モール', 'ja')).toBe(false);
  });
});

describe('a longer name', () => {
  it.each([
    ['[이재명]이라는', 'ko'],
    ['[高市早苗]首相', 'ja'],
    ['[习近平]出席', 'zh'],
  ])('stands free in %s (%s)', (marked, lang) => expect(isCut(marked, lang)).toBe(false));
});
