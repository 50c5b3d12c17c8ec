import { installPack, removePack, tooLarge } from '../../src/background/install-pack';
import { MOST_PACK_BYTES, STEP_WORDS, sentenceOf } from '../../src/background/pack-words';

/** Installs in this page: a worker may be ended in the middle of the work, a page the reader looks at is not. */
export async function addPack(
  file: File,
  onProgress: (words: string) => void,
): Promise<{ name: string } | { error: string }> {
  try {
    // Before the file is in memory.
    if (file.size > MOST_PACK_BYTES) throw tooLarge();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { name: await installPack(bytes, (step) => onProgress(STEP_WORDS[step])) };
  } catch (error) {
    return { error: sentenceOf(error) };
  }
}

export async function dropPack(id: string): Promise<string> {
  try {
    await removePack(id);
    return '';
  } catch (error) {
    return sentenceOf(error);
  }
}
