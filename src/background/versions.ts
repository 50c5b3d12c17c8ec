const ORDER = new Intl.Collator('en', { numeric: true });

/** Natural order of pack versions: below 0 where `a` is older than `b`; 1.9 comes before 1.10. */
export function compareVersions(a: string, b: string): number {
  return ORDER.compare(a, b);
}
