import { plainText } from '../../plain-text';
import { ofText } from './of-text';

/** `STRIP_TAGS(text)`: the text of a piece of HTML, without its tags. */
export const stripTagsFunction = ofText(plainText);
