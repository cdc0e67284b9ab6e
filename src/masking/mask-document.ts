/**
 * The document with every text and name as `maskText` has it, and numbers that it masks as texts. What came is left as it
 * is, and an XML element stays one.
 */
export function maskDocument(value: unknown, maskText: (text: string) => string): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number') return maskNumber(value, maskText);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => maskDocument(each, maskText));
  const members = Object.entries(value).map(([name, member]) => [maskText(name), maskDocument(member, maskText)]);
  const masked: object = Object.fromEntries(members) as object;
  const prototype: object | null = Object.getPrototypeOf(value) as object | null;
  return prototype === Object.prototype ? masked : (Object.setPrototypeOf(masked, prototype) as object);
}

function maskNumber(number: number, maskText: (text: string) => string): number | string {
  const text = String(number);
  const masked = maskText(text);
  return masked === text ? number : masked;
}
