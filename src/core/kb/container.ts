import {
  DIRECTORY_ENTRY_LENGTH, FILE_LENGTH_OFFSET, FORMAT_VERSION, HASH_LENGTH, HASH_OFFSET, HEADER_LENGTH, MAGIC,
  SECTIONS, SECTION_ALIGNMENT, SECTION_COUNT_OFFSET, VERSION_OFFSET, alignUp, type SectionName,
} from './format'; // prettier-ignore
import { PackError } from './pack-error';
import { Sha256 } from './sha256';

/** A section's bytes and its one number in the directory (0 where it needs none). */
export type Section = { bytes: Uint8Array; parameter: number };
export type Sections = Readonly<Record<SectionName, Section>>;

/** Puts header, directory and sections together and seals them with their hash. */
export function writeContainer(sections: Sections): Uint8Array<ArrayBuffer> {
  let offset = alignUp(HEADER_LENGTH + SECTIONS.length * DIRECTORY_ENTRY_LENGTH);
  const places = SECTIONS.map((name) => {
    const place = offset;
    offset = alignUp(offset + sections[name].bytes.length);
    return place;
  });
  if (offset > 0xffffffff) throw new RangeError(`pack of ${offset} bytes`);
  const file = new Uint8Array(offset);
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(VERSION_OFFSET, FORMAT_VERSION, true);
  view.setUint32(SECTION_COUNT_OFFSET, SECTIONS.length, true);
  view.setUint32(FILE_LENGTH_OFFSET, file.length, true);
  SECTIONS.forEach((name, i) => {
    const { bytes, parameter } = sections[name];
    const place = places[i] ?? 0;
    const entry = HEADER_LENGTH + i * DIRECTORY_ENTRY_LENGTH;
    [i + 1, place, bytes.length, parameter].forEach((value, k) => view.setUint32(entry + k * 4, value, true));
    file.set(bytes, place);
  });
  file.set(contentHash(file), HASH_OFFSET);
  return file;
}

/** The SHA-256 of a pack with the 32 bytes of the hash itself left out. */
export function contentHash(file: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Sha256()
    .update(file.subarray(0, HASH_OFFSET))
    .update(file.subarray(HASH_OFFSET + HASH_LENGTH))
    .digest();
}

/** Checks header and directory and gives views on the sections; reads nothing else. Throws a `PackError`. */
export function readContainer(file: Uint8Array): Sections {
  const view = readHeader(file);
  const found: Partial<Record<SectionName, Section>> = {};
  let previousEnd = HEADER_LENGTH + SECTIONS.length * DIRECTORY_ENTRY_LENGTH;
  SECTIONS.forEach((name, i) => {
    const entry = HEADER_LENGTH + i * DIRECTORY_ENTRY_LENGTH;
    const [id, offset, length, parameter] = [0, 4, 8, 12].map((k) => view.getUint32(entry + k, true)) as [
      number, number, number, number,
    ]; // prettier-ignore
    if (id !== i + 1) throw new PackError('layout', `section ${name}`, i + 1, id);
    if (offset % SECTION_ALIGNMENT !== 0 || offset < previousEnd || offset + length > file.length) {
      throw new PackError(
        'layout',
        `place of ${name}`,
        `${previousEnd} to ${file.length}`,
        `${offset}, ${length} bytes`,
      );
    }
    previousEnd = offset + length;
    found[name] = { bytes: file.subarray(offset, offset + length), parameter };
  });
  return found as Sections;
}

function readHeader(file: Uint8Array): DataView {
  MAGIC.forEach((byte, i) => {
    if (file[i] !== byte)
      throw new PackError('magic', 'first bytes of a pack', MAGIC.join(' '), file.slice(0, 8).join(' '));
  });
  if (file.length < HEADER_LENGTH) throw new PackError('truncated', 'header', `${HEADER_LENGTH} bytes`, file.length);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const version = view.getUint32(VERSION_OFFSET, true);
  if (version !== FORMAT_VERSION) throw new PackError('version', 'version of the pack format', FORMAT_VERSION, version);
  const length = view.getUint32(FILE_LENGTH_OFFSET, true);
  if (length !== file.length) throw new PackError('truncated', 'length of the pack', length, file.length);
  const count = view.getUint32(SECTION_COUNT_OFFSET, true);
  const directoryEnd = HEADER_LENGTH + SECTIONS.length * DIRECTORY_ENTRY_LENGTH;
  if (count !== SECTIONS.length || directoryEnd > file.length) {
    throw new PackError('layout', 'sections', SECTIONS.length, count);
  }
  return view;
}

/** A view with 32-bit numbers; the section's length must be a multiple of 4. */
export function numbersOf(section: Section, name: SectionName): Uint32Array {
  const { bytes } = section;
  if (bytes.length % 4 !== 0) throw new PackError('layout', `length of ${name}`, 'a multiple of 4', bytes.length);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
