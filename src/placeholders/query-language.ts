import type { EncoderName } from './template';

/** Parameters and members that hold nothing but text of one language. */
const always: readonly (readonly [RegExp, EncoderName])[] = [
  [/^\$(?:filter|apply|expand|orderby|compute)$/i, 'odata'],
  [/^\$search$/i, 'phrase'],
  [/^(?:\$where|\$having|\$query|sql|statement)$/i, 'literal'],
  [/^(?:lucene|query_string)$/i, 'lucene'],
  [/^(?:jql|cql)$/i, 'jql'],
  [/^soql$/i, 'soql'],
  [/^sysparm_query$/i, 'servicenow'],
];

/** Parameters that hold a search word, or text of a language as soon as something is written around the word. */
const perhaps = /^(?:q|query|filter|where|criteria|expression|search|fql|kql)$/i;

const anyLanguage: readonly EncoderName[] = ['odata', 'soql', 'literal', 'jql', 'scim', 'lucene', 'servicenow'];

/**
 * The encoders of which a placeholder needs one, by the name of the parameter or member and by the fixed text around it;
 * empty where the value stands for itself. `isQuoted` says that one stands in a quote of the fixed text.
 */
export function languagesOf(name: string, fixedText: string, isQuoted = false): readonly EncoderName[] {
  const known = always.find(([pattern]) => pattern.test(name))?.[1];
  if (known) return [known];
  if (/^\s*(?:select|find)\s/i.test(fixedText)) return ['soql', 'literal'];
  if (/^\s*(?:with|insert|update|delete|merge)\s/i.test(fixedText) && isQuoted) return ['literal'];
  return isQuoted || (perhaps.test(name) && fixedText.trim() !== '') ? anyLanguage : [];
}

/** The same for a segment of a path: a key in OData's parentheses, or a literal anywhere. */
export function languagesOfSegment(fixedText: string): readonly EncoderName[] {
  return /['(]/.test(fixedText) ? ['odata'] : [];
}
