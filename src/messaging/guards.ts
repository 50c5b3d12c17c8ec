import { BLOCK_ROLES } from '../core/link/types';
import type { Block, BlockRole } from '../core/link/types';
import type { ToWorker, ToWorkerFromPages } from './protocol';

/**
 * Guards of every message to the worker. A compromised page process can send anything, so each field is checked and
 * each size is bounded before a handler sees it.
 */
type Guard = (payload: unknown) => boolean;

/** Bounds of one request: larger documents are sent in parts (a 200,000-word page is about 1.2 million characters). */
export const MAX_BLOCKS = 5000;
export const MAX_BLOCK_CHARACTERS = 100_000;
export const MAX_DOCUMENT_CHARACTERS = 2_000_000;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most = 300): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isOptionalText(value: unknown, most: number): boolean {
  return value === undefined || isText(value, most);
}

function isBlock(value: unknown): value is Block {
  return isObject(value) && isText(value.text, MAX_BLOCK_CHARACTERS) && BLOCK_ROLES.includes(value.role as BlockRole);
}

function isBlockList(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MAX_BLOCKS || !value.every(isBlock)) return false;
  return value.reduce((sum, block) => sum + block.text.length, 0) <= MAX_DOCUMENT_CHARACTERS;
}

function isDocumentFacts(value: unknown): boolean {
  if (!isObject(value)) return false;
  const dateOk = value.date === undefined || (isText(value.date, 10) && /^\d{4}-\d\d-\d\d$/.test(value.date));
  return dateOk && isOptionalText(value.lang, 35) && isOptionalText(value.outlet, 200);
}

function isKnownList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 5000 &&
    value.every((item) => isObject(item) && isText(item.entity) && isText(item.surface))
  );
}

const isEmpty: Guard = (payload) => isObject(payload);
const isUrlPayload = (payload: unknown): payload is { url: string } => isObject(payload) && isText(payload.url, 10_000);

export const GUARDS: { [K in keyof (ToWorker & ToWorkerFromPages)]: Guard } = {
  'page-settings': isEmpty,
  annotate: (payload) =>
    isObject(payload) && isBlockList(payload.blocks) && isDocumentFacts(payload.facts) && isKnownList(payload.known),
  card: (payload) =>
    isObject(payload) &&
    isText(payload.entity) &&
    (payload.date === undefined || isDocumentFacts({ date: payload.date })),
  lines: (payload) =>
    isObject(payload) &&
    Array.isArray(payload.entities) &&
    payload.entities.length <= 2000 &&
    payload.entities.every((id) => isText(id)),
  'read-frames': isObject,
  count: (payload) => isObject(payload) && Number.isInteger(payload.names) && Number(payload.names) >= 0,
  'mark-known': (payload) => isObject(payload) && isText(payload.entity) && typeof payload.known === 'boolean',
  'reject-link': (payload) => isObject(payload) && isText(payload.entity) && isText(payload.surface),
  'choose-link': (payload) => isObject(payload) && isText(payload.entity) && isText(payload.surface),
  'site-state': isUrlPayload,
  'set-site': (payload) => isUrlPayload(payload) && typeof (payload as Record<string, unknown>).enabled === 'boolean',
  'set-all': (payload) => isObject(payload) && typeof payload.enabled === 'boolean',
  pause: (payload) =>
    isObject(payload) && typeof payload.minutes === 'number' && payload.minutes >= 0 && payload.minutes <= 24 * 60,
  packs: isEmpty,
  'packs-changed': isEmpty,
};

/** The message's name when it is one of ours with a valid payload, else null. */
export function validMessage(message: unknown): keyof typeof GUARDS | null {
  if (!isObject(message) || !isText(message.name, 40) || !Object.hasOwn(GUARDS, message.name)) return null;
  const name = message.name as keyof typeof GUARDS;
  return GUARDS[name](message.payload) ? name : null;
}
