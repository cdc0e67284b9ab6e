/** The functions of expressions as they are called, each with what comes back. */
export const expressionFunctions: readonly [string, string][] = [
  ["IF([Stock] > 0, 'yes', 'no')", 'one of two values'],
  ['COALESCE([Mail], [Phone])', 'the first that is not empty'],
  ['ROUND([Price], 2)', 'rounded to so many digits; ABS, MIN and MAX work the same way'],
  ['NUMBER([Text])', 'a text read as a number; TEXT does the reverse'],
  ["CONCAT([First], ' ', [Last])", 'texts joined together'],
  ["CONTAINS([Title], 'lead')", 'whether a text contains another'],
  ["REPLACE([Text], 'a', 'b')", 'a text with parts replaced'],
  ['UPPER([Text])', 'also LOWER, TRIM, LEFT, RIGHT and LEN'],
  ['DATE_DIFF([From], [To])', 'days between two dates'],
  ["FORMAT_DATE([Date], 'd', 'de-DE')", 'a date as text, with a .NET format specifier and a culture'],
  ['STRIP_TAGS([Text])', 'a text without the HTML tags in it'],
  ['DECODE_HTML([Text])', 'a text with &amp; and other entities decoded'],
];
