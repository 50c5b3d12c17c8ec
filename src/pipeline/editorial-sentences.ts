/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|Inc|Ltd|Co|Corp|No|Nos|vs|v|ca|cf|Mt|Ft|approx|est|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b\p{Lu}|\b(?:[a-z]\.)+[a-z])\.$/u;

/** Splits running text into sentences, at full stops that end one: "The U.S. said so. It did." is two. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const part of text.split(/(?<=[.!?]["”’')]*)\s+/)) {
    open = open === '' ? part : `${open} ${part}`;
    if (ABBREVIATION.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  if (open !== '') sentences.push(open);
  return sentences.filter((sentence) => sentence.trim() !== '');
}

/** Words in lower case, without punctuation; numbers count as words. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
}
