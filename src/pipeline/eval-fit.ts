export function fitWeights(..._: unknown[]): void {}
