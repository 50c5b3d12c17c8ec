/**
 * The hash by which names are found: over the folded units of a token, four at a time, so that a word of ASCII can be
 * hashed from its bytes without a look at each (`readAsciiWord`). A block is four units, each with bit 5 set (which
 * makes ASCII letters small), the first in the lowest byte; a unit of more than a byte reaches into the next ones. A
 * token has as many blocks as it needs, and at least two; what is missing is 0. Signed 32-bit.
 *
 * Example: `London` has the blocks `lond` and `on`, 0 and 0.
 */
export function addBlock(hash: number, block: number): number {
  const product = Math.imul(hash ^ block, 0x9e3779b1);
  // What the upper bits know must reach the lower ones, or units that differ could make up for others that do.
  return product ^ (product >>> 15);
}

/** A block with one more unit, the `count`-th of the token from 0 on. */
export function addUnit(block: number, unit: number, count: number): number {
  return block ^ ((unit | 0x20) << ((count & 3) << 3));
}
