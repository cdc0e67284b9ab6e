/** The functions of expressions as they are called, each with what comes back. */
export const expressionFunctions: readonly [string, string][] = [
  ["IF([Stock] > 0, 'yes', 'no')", 'one of two values'],
  ['COALESCE([Mail], [Phone])', 'the first that is not empty'],
  ['ROUND([Price], 2)', 'with so many digits; ABS, MIN and MAX work alike'],
  ['NUMBER([Text])', 'a number read from a text; TEXT writes one'],
  ["CONCAT([First], ' ', [Last])", 'texts put together'],
  ["CONTAINS([Title], 'lead')", 'whether a text holds another'],
  ["REPLACE([Text], 'a', 'b')", 'a text with parts exchanged'],
  ['UPPER([Text])', 'also LOWER, TRIM, LEFT, RIGHT and LEN'],
  ['DATE_DIFF([From], [To])', 'days between two dates'],
  ["FORMAT_DATE([Date], 'd', 'de-DE')", 'a date as text, by a .NET specifier and a culture'],
  ['DECODE_HTML([Text])', 'a text without &amp; and its like'],
];
