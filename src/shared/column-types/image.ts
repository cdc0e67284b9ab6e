import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { openAddress } from './open-address';

/** The address of a picture. */
export const image: ColumnTypeRules = {
  kind: 'text',
  look: 'image',
  linkTo: (value) => openAddress(value, ['https:']),
};
export const imageChoice: ColumnTypeChoice = { label: 'Image', group: 'Addresses', format: [] };
