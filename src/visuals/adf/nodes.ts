/**
 * The nodes an exported document is made of, and no others: nothing in them is requested or run by whoever reads it.
 */
export interface AdfText {
  type: 'text';
  text: string;
  marks?: AdfMark[];
}
export type AdfMark = { type: 'strong' } | { type: 'link'; attrs: { href: string } };
export interface AdfParagraph {
  type: 'paragraph';
  content: AdfText[];
}
export interface AdfCell {
  type: 'tableHeader' | 'tableCell';
  attrs: Record<string, never>;
  content: [AdfParagraph];
}
export interface AdfRow {
  type: 'tableRow';
  content: AdfCell[];
}
export interface AdfTable {
  type: 'table';
  content: AdfRow[];
}
export type AdfBlock = AdfParagraph | AdfTable;
export interface AdfDocument {
  version: 1;
  type: 'doc';
  content: AdfBlock[];
}

export const adfDocument = (content: AdfBlock[]): AdfDocument => ({ version: 1, type: 'doc', content });

/** A text, or none where there is nothing to say: the format knows no empty text. */
export function adfText(text: string, ...marks: AdfMark[]): AdfText[] {
  if (text === '') return [];
  return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
}

export const adfParagraph = (...content: AdfText[]): AdfParagraph => ({ type: 'paragraph', content });

/** A document that is one plain sentence. */
export const adfSentence = (sentence: string): AdfDocument => adfDocument([adfParagraph(...adfText(sentence))]);

export const adfHeader = (label: string): AdfCell => ({
  type: 'tableHeader',
  attrs: {},
  content: [adfParagraph(...adfText(label, { type: 'strong' }))],
});

export const adfCell = (content: AdfText[]): AdfCell => ({
  type: 'tableCell',
  attrs: {},
  content: [adfParagraph(...content)],
});

export const adfRow = (content: AdfCell[]): AdfRow => ({ type: 'tableRow', content });
