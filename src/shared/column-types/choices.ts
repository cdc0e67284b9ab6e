import type { ColumnType } from '../frame';
import { booleanChoice } from './boolean';
import { bytesChoice } from './bytes';
import type { ColumnTypeChoice } from './column-type';
import { currencyChoice } from './currency';
import { dateChoice } from './date';
import { dateTimeChoice } from './date-time';
import { durationChoice } from './duration';
import { emailChoice } from './email';
import { imageChoice } from './image';
import { jsonChoice } from './json';
import { linkChoice } from './link';
import { listChoice } from './list';
import { numberChoice } from './number';
import { percentChoice } from './percent';
import { statusChoice } from './status';
import { textChoice } from './text';
import { userChoice } from './user';

/** How every type is offered, in the order of the picker. Apart from the registry, because a reader's page has no picker. */
export const columnTypeChoices: { readonly [Type in ColumnType]: ColumnTypeChoice } = {
  text: textChoice,
  status: statusChoice,
  user: userChoice,
  number: numberChoice,
  currency: currencyChoice,
  percent: percentChoice,
  bytes: bytesChoice,
  duration: durationChoice,
  date: dateChoice,
  'date-time': dateTimeChoice,
  link: linkChoice,
  image: imageChoice,
  email: emailChoice,
  boolean: booleanChoice,
  list: listChoice,
  json: jsonChoice,
};
