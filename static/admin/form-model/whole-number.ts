/** The number a field says; 0 for what is no whole number, which the app refuses at its field. */
export function parseWholeNumber(text: string): number {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : 0;
}
