/**
 * The layout of a pack, version 2: what the writer and the reader share. docs/pack-format.md describes every byte and
 * must be changed together with this file; any change of meaning raises FORMAT_VERSION.
 */

/** 0x89 and the line ends tell a pack from text and show damage by a transfer that rewrote line ends, as in PNG. */
export const MAGIC = [0x89, 0x53, 0x4c, 0x50, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export const FORMAT_VERSION = 2;

/** Header: magic (8), u32 version, u32 sections, u32 file length, u32 zero, SHA-256 (32), 8 bytes zero. */
export const HEADER_LENGTH = 64;
export const VERSION_OFFSET = 8;
export const SECTION_COUNT_OFFSET = 12;
export const FILE_LENGTH_OFFSET = 16;
export const HASH_OFFSET = 24;
export const HASH_LENGTH = 32;

/** Directory entry: u32 id, u32 offset, u32 length, u32 parameter. */
export const DIRECTORY_ENTRY_LENGTH = 16;

/** Every section starts at a multiple of this, with zeros before it. */
export const SECTION_ALIGNMENT = 8;

/**
 * The sections in the order of the file; the id is the index + 1. What the matcher scans comes first, what is read for
 * one card comes last, so that a reader of slices can stop early.
 */
export const SECTIONS = [
  'manifest',
  'name-filter',
  'name-filter-quiet',
  'name-slots',
  'names',
  'postings',
  'posting-kinds',
  'entities',
  'entity-ids',
  'entity-hashes',
  'heads',
  'cues',
  'strings',
  'graph',
  'patterns',
  'record-index',
  'records',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Bytes of one row of the section `entities`: u8 type, u8 tier, u8 prior, u8 zero, u32 offset in `heads`. */
export const ENTITY_ROW = 8;

/** Items of one group of `postings` and `patterns`: the section holds an offset for each group. */
export const STREAM_GROUP = 16;

/** Records are put into one block until their bytes exceed this. */
export const RECORD_BLOCK = 16 * 1024;

/** A block never decodes to more than this: a record has bounded length, and a hostile file cannot demand memory. */
export const RECORD_BLOCK_LIMIT = 1024 * 1024;

/** The next place at which a section may start. */
export function alignUp(offset: number): number {
  return Math.ceil(offset / SECTION_ALIGNMENT) * SECTION_ALIGNMENT;
}
