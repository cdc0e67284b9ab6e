/** Whether a text has characters that nobody writes; line ends, tabs, form feeds, escapes and record separators are none. */
export function hasControls(text: string): boolean {
  return /[\u0000-\u0006\u000e-\u001a\u001c\u001d]/.test(text);
}
