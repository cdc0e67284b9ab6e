import type { ListedOperation } from './operations';

/** The operations with all words of the text in their path or summary, whatever their case; all where there is none. */
export function matchingOperations(operations: readonly ListedOperation[], text: string): readonly ListedOperation[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return operations;
  return operations.filter(({ path, summary }) => {
    const whole = `${path} ${summary}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
