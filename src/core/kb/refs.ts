import type { ByteReader, ByteWriter } from './bytes';
import type { StringTable } from './string-table';

/** Numbers of strings that are already in a table, for the writer. */
export type Refs = {
  /** Number of a string in the section `strings`. */
  string: (text: string) => number;
  /** Number of a name with this surface, or -1. */
  name: (surface: string) => number;
};

/** The tables those numbers point into, for the reader. */
export type Tables = { strings: StringTable; names: StringTable };

/** A text that may also be one of the pack's names: varint number of the name + 1, or 0 and the text itself. */
export function pushText(writer: ByteWriter, text: string, refs: Refs): void {
  const name = refs.name(text);
  writer.pushVarint(name + 1);
  if (name < 0) writer.pushString(text);
}

export function readText(reader: ByteReader, tables: Tables): string {
  const code = reader.readBelow(tables.names.count + 1, 'name');
  return code === 0 ? reader.readString() : tables.names.get(code - 1);
}

/** A string of the section `strings`. */
export function readStringRef(reader: ByteReader, tables: Tables): string {
  return tables.strings.get(reader.readBelow(tables.strings.count, 'string'));
}
