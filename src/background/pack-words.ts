import { FORMAT_VERSION } from '../core/kb/format';
import { PackError } from '../core/kb/pack-error';

/** Largest pack that can be added, bytes: a million names take about half of it. */
export const MOST_PACK_BYTES = 64 * 1024 * 1024;

/** The steps of an install in their order. Those ending in `ing` are inside a transaction that is not yet kept. */
export const INSTALL_STEPS = [
  'start', 'opened', 'verified', 'allowed', 'staging', 'staged', 'compared', 'flipping', 'flipped', 'cleaning', 'done',
] as const; // prettier-ignore
export type InstallStep = (typeof INSTALL_STEPS)[number];

/** What the reader is told while a step's work is done. */
export const STEP_WORDS: Record<InstallStep, string> = {
  start: 'Opening the pack',
  opened: 'Checking every byte',
  verified: 'Comparing with the packs that are here',
  allowed: 'Storing it',
  staging: 'Storing it',
  staged: 'Reading it back',
  compared: 'Putting it to use',
  flipping: 'Putting it to use',
  flipped: 'Tidying up',
  cleaning: 'Tidying up',
  done: 'Ready',
};

/** A pack was refused; the message is a sentence for the reader. */
export class InstallError extends Error {
  override name = 'InstallError';
}

/** What is wrong with a pack or with storing it, as a sentence for the reader. */
export function sentenceOf(error: unknown): string {
  if (error instanceof InstallError) return error.message;
  if (error instanceof PackError) return sentenceOfPackError(error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'There is not enough space on this computer for this pack.';
  if (name === 'NotReadableError' || name === 'NotFoundError') return 'The browser cannot read the file any more.';
  const reason = error instanceof Error ? error.message : String(error);
  return `The browser did not let Sidelight store or read packs (${reason}).`;
}

function sentenceOfPackError({ code, expected, found, message }: PackError): string {
  if (code === 'magic') return 'This is not a Sidelight pack.';
  if (code === 'version') {
    const age = Number(found) > FORMAT_VERSION ? 'a newer' : 'an older';
    return `This pack was made for ${age} Sidelight: its format is ${found}, this one reads ${expected}.`;
  }
  if (code === 'truncated') return `This file is not whole: it should have ${expected} and has ${found} bytes.`;
  if (code === 'hash') return 'This pack is damaged: its content is not what its maker sealed.';
  return `This pack is damaged (${message}).`;
}
