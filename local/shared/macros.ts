import type { BodyNode, MacroNode } from './api';

/** All macros of a page's body in their order, those in sentences among them. */
export function macrosOf(body: readonly BodyNode[]): MacroNode[] {
  return body.flatMap((node) => {
    if (node.kind === 'macro') return [node];
    return node.kind === 'sentence' ? node.parts.filter((part) => typeof part !== 'string') : [];
  });
}
