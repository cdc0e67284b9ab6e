/** What stands in the cell for a link: its address without the scheme and a closing slash. */
export function linkText(value: string): string {
  return value.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}
