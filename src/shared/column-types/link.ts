import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { openAddress } from './open-address';

/** An address of the web or of a mailbox. */
export const link: ColumnTypeRules = {
  kind: 'text',
  look: 'link',
  linkTo: (value) => openAddress(value, ['https:', 'mailto:']),
};
export const linkChoice: ColumnTypeChoice = { label: 'Link', group: 'Addresses', format: ['linkText'] };
