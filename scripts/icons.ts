import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/**
 * Draws the icons: a serif S, underlined, with the note beside the line that the name Sidelight stands for. Everything is
 * a shape in a square of side 1, sampled into RGBA and written as PNG, so that no drawing tool is needed.
 */

const SIZES = [16, 32, 48, 96, 128];
const FOLDER = new URL('../public/icon/', import.meta.url);
/** Samples along each side of a pixel. */
const SAMPLES = 6;

type Point = { x: number; y: number };
type Colour = [number, number, number];

const GROUND: Colour = [0x1f, 0x3a, 0x5f];
const PAPER: Colour = [0xff, 0xfd, 0xf9];
const LIGHT: Colour = [0xf0, 0xbd, 0x6a];

for (const size of SIZES) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${size}.png`, FOLDER), encodePng(size, draw(size)));
}

/** RGBA bytes of the mark, row by row. */
function draw(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const letter = letterS();
  for (let i = 0; i < size * size; i++) {
    const [red, green, blue, covered] = samplePixel(i % size, Math.floor(i / size), size, letter);
    pixels.set([red, green, blue, covered], i * 4);
  }
  return pixels;
}

function samplePixel(column: number, row: number, size: number, letter: Point[]): [number, number, number, number] {
  const sum = [0, 0, 0];
  let inside = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    const colour = colourAt({ x, y }, letter);
    if (!colour) continue;
    inside++;
    for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0);
  }
  const mean = (channel: number): number => Math.round((sum[channel] ?? 0) / Math.max(inside, 1));
  return [mean(0), mean(1), mean(2), Math.round((255 * inside) / (SAMPLES * SAMPLES))];
}

/** Null outside the rounded square. */
function colourAt(point: Point, letter: Point[]): Colour | null {
  if (!inRoundedSquare(point, 0.2)) return null;
  if (
    distanceToPath(point, [
      { x: 0.24, y: 0.83 },
      { x: 0.6, y: 0.83 },
    ]) < 0.05
  )
    return LIGHT;
  if (Math.hypot(point.x - 0.76, point.y - 0.83) < 0.065) return LIGHT;
  return distanceToPath(point, letter) < 0.058 || inSerifs(point) ? PAPER : GROUND;
}

function inRoundedSquare({ x, y }: Point, radius: number): boolean {
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}

/** The spine of an S: over the top to the left, through the middle, round the bottom to the left. */
function letterS(): Point[] {
  const upper = arc({ x: 0.5, y: 0.285 }, 0.155, 0.135, -35, -270);
  const lower = arc({ x: 0.5, y: 0.555 }, 0.17, 0.135, -90, 145);
  return [...upper, ...lower];
}

/** Points of an ellipse's arc; degrees run clockwise from the right. */
function arc(centre: Point, rx: number, ry: number, from: number, to: number): Point[] {
  return Array.from({ length: 33 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 32) * Math.PI) / 180;
    return { x: centre.x + rx * Math.cos(angle), y: centre.y + ry * Math.sin(angle) };
  });
}

/** The upright strokes at the two ends of the S. */
function inSerifs({ x, y }: Point): boolean {
  const upper = Math.abs(x - 0.645) < 0.033 && y > 0.14 && y < 0.31;
  const lower = Math.abs(x - 0.345) < 0.033 && y > 0.53 && y < 0.7;
  return upper || lower;
}

function distanceToPath(point: Point, path: readonly Point[]): number {
  let best = Infinity;
  for (let i = 1; i < path.length; i++) best = Math.min(best, distanceToLine(point, path[i - 1]!, path[i]!));
  return best;
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/** A PNG of 8-bit RGBA without filters. https://www.w3.org/TR/png-3/ */
function encodePng(size: number, pixels: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    rows.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), row * (size * 4 + 1) + 1);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND'),
  ]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
