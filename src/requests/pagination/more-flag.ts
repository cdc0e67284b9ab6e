import { firstValue } from './first-value';

/** Whether the response says at that place that this is the last page; false for the empty selector, and where nothing is there. */
export function saysNoMore(moreSelector: string | undefined, document: unknown): boolean {
  return moreSelector !== undefined && moreSelector !== '' && isNo(firstValue(moreSelector, document));
}

const isNo = (value: unknown) => value === false || value === 'false' || value === 0 || value === null || value === '';
