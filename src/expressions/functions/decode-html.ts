import { decodeHTML } from 'entities/decode';
import { ofText } from './of-text';

/** `DECODE_HTML(text)`: named and numeric character references as the characters they stand for. */
export const decodeHtmlFunction = ofText((text) => (text.includes('&') ? decodeHTML(text) : text));
