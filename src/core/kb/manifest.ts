import type { Manifest } from './pack';
import { corrupt } from './pack-error';

const TEXT_FIELDS = ['id', 'version', 'name', 'licence', 'notice', 'attribution', 'asOf', 'builder'] as const;

/** Parses and checks the manifest; throws a `PackError` where a field is missing or of another type. */
export function readManifest(json: string): Manifest {
  const value = parseObject(json);
  for (const field of TEXT_FIELDS) {
    if (typeof value[field] !== 'string') throw corrupt(`manifest, ${field}`, 'a string', typeof value[field]);
  }
  if (typeof value['tier'] !== 'number') throw corrupt('manifest, tier', 'a number', typeof value['tier']);
  const { languages, builtFrom } = value;
  if (!Array.isArray(languages) || !languages.every((language) => typeof language === 'string')) {
    throw corrupt('manifest, languages', 'a list of strings', typeof languages);
  }
  if (!Array.isArray(builtFrom) || !builtFrom.every(isSource)) {
    throw corrupt('manifest, builtFrom', 'a list of sources', typeof builtFrom);
  }
  return value as Manifest;
}

function parseObject(json: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw corrupt('manifest', 'JSON', 'something else');
  }
  if (typeof value !== 'object' || value === null) throw corrupt('manifest', 'an object', typeof value);
  return value as Record<string, unknown>;
}

function isSource(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { title, url, date, sha256 } = value as Record<string, unknown>;
  return (
    typeof title === 'string' && [url, date, sha256].every((text) => text === undefined || typeof text === 'string')
  );
}
