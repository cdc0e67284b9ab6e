export const maxTableColumns = 500;

/**
 * Names for `width` columns, each once: those of the header, `column 3` where it has none, and `name (2)` for a name that
 * stands there before.
 */
export function headerNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const name = unique(header[index]?.trim() || `column ${index + 1}`, taken);
    taken.add(name);
    return name;
  });
}

function unique(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count++) {
    const candidate = `${name} (${count})`;
    if (!taken.has(candidate)) return candidate;
  }
}
