import type { ByteReader, ByteWriter } from './bytes';
import type { PartialDate } from './record';

const PARTIAL_DATE = /^(-?)(\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/;

/**
 * A date of known precision as one varint: 0 and a string where it has another shape, else 1 + zigzag of
 * `((year - 2000) * 13 + month) * 32 + day`, month and day 0 where not given. Dates of our days take 2 or 3 bytes.
 */
export function pushDate(writer: ByteWriter, date: PartialDate): void {
  const [year, month, day] = splitDate(date) ?? [0, 0, 0];
  const packed = ((year - 2000) * 13 + month) * 32 + day;
  if (unpackDate(packed) !== date) {
    writer.pushVarint(0);
    writer.pushString(date);
  } else {
    writer.pushVarint((((packed << 1) ^ (packed >> 31)) >>> 0) + 1);
  }
}

export function readDate(reader: ByteReader): PartialDate {
  const code = reader.readVarint();
  if (code === 0) return reader.readString();
  return unpackDate(((code - 1) >>> 1) ^ -((code - 1) & 1));
}

function splitDate(date: PartialDate): [number, number, number] | null {
  const parts = PARTIAL_DATE.exec(date);
  if (!parts) return null;
  const year = Number(parts[2]) * (parts[1] ? -1 : 1);
  return [year, Number(parts[3] ?? 0), Number(parts[4] ?? 0)];
}

function unpackDate(packed: number): PartialDate {
  const months = Math.floor(packed / 32);
  const day = packed - months * 32;
  const year = Math.floor(months / 13);
  const month = months - year * 13;
  const full = year + 2000;
  let date = (full < 0 ? '-' : '') + String(Math.abs(full)).padStart(4, '0');
  if (month > 0) date += `-${String(month).padStart(2, '0')}`;
  return day > 0 ? `${date}-${String(day).padStart(2, '0')}` : date;
}

/**
 * The first or last day of a partial date as yyyymmdd, e.g. `2025-02` gives 20250201 and 20250228; years before Christ
 * give negative numbers that still sort. 0 where there is no such date.
 */
export function dayNumber(date: PartialDate | undefined, edge: 'first' | 'last'): number {
  const parts = date === undefined ? null : splitDate(date);
  if (!parts) return 0;
  const [year, month, day] = parts;
  const fullMonth = month || (edge === 'first' ? 1 : 12);
  const fullDay = day || (edge === 'first' ? 1 : daysIn(year, fullMonth));
  return year * 10000 + fullMonth * 100 + fullDay;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
