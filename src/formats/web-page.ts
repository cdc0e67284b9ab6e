/** Whether the text is an HTML document, as sign-in and error pages are, whatever stands before its first tag. */
export function isWebPage(text: string): boolean {
  const start = text
    .slice(0, 2000)
    .replace(/^\ufeff/, '')
    .trimStart();
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start);
}
