import * as v from 'valibot';
import {
  countSentence,
  lengthSentence,
  numberSentence,
  optionSentence,
  wholeNumberSentence,
} from '../shared/field-sentences';
import type { NumberBounds } from '../shared/number-bounds';

/** For calls that take nothing; whatever comes is dropped. */
export const noInput = v.pipe(
  v.unknown(),
  v.transform((): undefined => undefined),
);

/** An id of something that a form offers to choose; `sentence` asks for the choice. */
export const chosenId = (sentence: string) => v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, sentence));

/** An id made by this app. */
export const idSchema = chosenId('This is not an ID of this app.');

/** Text of bounded length. */
export const textSchema = (longest: number) => v.pipe(v.string(), v.maxLength(longest, lengthSentence(longest)));

/** Text of bounded length, without the spaces around it that copying brings. */
export const trimmedText = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(longest, lengthSentence(longest)));

/** A list of bounded length; `what` names its entries in the plural. */
export const boundedList = <Output>(item: v.GenericSchema<unknown, Output>, most: number, what: string) =>
  v.pipe(v.array(item), v.maxLength(most, countSentence(most, what)));

/** Values by name, so many at most; `what` names them in the plural. */
export const boundedRecord = (
  name: v.GenericSchema<string, string>,
  value: v.GenericSchema<unknown, string>,
  most: number,
  what: string,
) =>
  v.pipe(
    v.record(name, value),
    v.check((values) => Object.keys(values).length <= most, countSentence(most, what)),
  );

/** A whole number within bounds that every refusal names. */
export const wholeNumber = (bounds: NumberBounds) =>
  v.pipe(
    v.number(numberSentence(bounds)),
    v.integer(wholeNumberSentence(bounds)),
    v.minValue(bounds.least, numberSentence(bounds)),
    v.maxValue(bounds.most, numberSentence(bounds)),
  );

/** One member of a union of texts. All of them are named, as the keys of a record, so that a new member is missing until it is. */
export const choice = <Member extends string>(members: Readonly<Record<Member, unknown>>) =>
  v.picklist(Object.keys(members) as Member[], optionSentence);
