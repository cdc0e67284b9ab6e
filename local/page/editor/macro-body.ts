interface AdfLike {
  text?: string;
  content?: AdfLike[];
}

/** The text of the document, a line for each of its blocks; empty for none. */
export function linesOf(body: unknown): string {
  const { content = [] } = (body ?? {}) as AdfLike;
  return content.map(textOf).join('\n');
}

function textOf({ text = '', content = [] }: AdfLike): string {
  return text + content.map(textOf).join('');
}

/** The lines as a document of the editor's format, a paragraph each. */
export function documentOf(lines: string): unknown {
  const content = lines.split('\n').map((text) => ({
    type: 'paragraph',
    ...(text && { content: [{ type: 'text', text }] }),
  }));
  return { type: 'doc', version: 1, content };
}
