import { dateDiffFunction, formatDateFunction } from './dates';
import { decodeHtmlFunction } from './decode-html';
import type { ExpressionFunction } from './function';
import { coalesceFunction, ifFunction } from './logic';
import { absFunction, maxFunction, minFunction, numberFunction, roundFunction } from './numbers';
import { stripTagsFunction } from './strip-tags';
import {
  concatFunction,
  containsFunction,
  leftFunction,
  lenFunction,
  lowerFunction,
  replaceFunction,
  rightFunction,
  textFunction,
  trimFunction,
  upperFunction,
} from './texts';

/** The functions of the expression language by name. A new one is a line here. */
export const functions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ['IF', ifFunction],
  ['COALESCE', coalesceFunction],
  ['ROUND', roundFunction],
  ['ABS', absFunction],
  ['MIN', minFunction],
  ['MAX', maxFunction],
  ['NUMBER', numberFunction],
  ['TEXT', textFunction],
  ['UPPER', upperFunction],
  ['LOWER', lowerFunction],
  ['TRIM', trimFunction],
  ['LEFT', leftFunction],
  ['RIGHT', rightFunction],
  ['LEN', lenFunction],
  ['CONTAINS', containsFunction],
  ['REPLACE', replaceFunction],
  ['CONCAT', concatFunction],
  ['DATE_DIFF', dateDiffFunction],
  ['FORMAT_DATE', formatDateFunction],
  ['DECODE_HTML', decodeHtmlFunction],
  ['STRIP_TAGS', stripTagsFunction],
]);
