export function otherPages(): never[] {
  return [];
}
