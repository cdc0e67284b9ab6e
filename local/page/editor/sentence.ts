import type { MacroNode, SentenceNode, TextNode } from '../../shared/api';

/** Where in a text: in which of its parts, behind how many characters. */
export interface Caret {
  part: number;
  at: number;
}

type Part = SentenceNode['parts'][number];

/** The text with the macro in it, at the caret or at its end. */
export function withInline(node: TextNode | SentenceNode, macro: MacroNode, caret: Caret | undefined): SentenceNode {
  const parts: Part[] = node.kind === 'sentence' ? node.parts : [node.text];
  const place = caret?.part ?? parts.length - 1;
  const words = parts[place];
  if (typeof words !== 'string') return withInline(node, macro, undefined);
  const at = caret?.at ?? words.length;
  const split: Part[] = [words.slice(0, at), macro, words.slice(at)];
  return { kind: 'sentence', parts: [...parts.slice(0, place), ...split, ...parts.slice(place + 1)] };
}

/** The sentence without the macro; a plain paragraph where it was the only one. */
export function withoutInline({ parts }: SentenceNode, localId: string): SentenceNode | TextNode {
  const place = parts.findIndex((part) => isMacro(part, localId));
  const joined = [wordsAt(parts, place - 1) + wordsAt(parts, place + 1)];
  const rest = place < 0 ? parts : [...parts.slice(0, place - 1), ...joined, ...parts.slice(place + 2)];
  const [only] = rest;
  return rest.length === 1 && typeof only === 'string'
    ? { kind: 'paragraph', text: only }
    : { kind: 'sentence', parts: rest };
}

/** The sentence with other words at that place. */
export function withWords({ parts }: SentenceNode, place: number, words: string): SentenceNode {
  return { kind: 'sentence', parts: parts.map((part, index) => (index === place ? words : part)) };
}

/** The sentence with other settings of the macro, if it is in it. */
export function withConfig({ parts }: SentenceNode, localId: string, config: Record<string, unknown>): SentenceNode {
  const changed = (part: Part): Part =>
    typeof part !== 'string' && isMacro(part, localId) ? { ...part, config } : part;
  return { kind: 'sentence', parts: parts.map(changed) };
}

const isMacro = (part: Part, localId: string) => typeof part !== 'string' && part.localId === localId;

function wordsAt(parts: readonly Part[], place: number): string {
  const words = parts[place];
  return typeof words === 'string' ? words : '';
}
