import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';

/** One address and nothing that a mail program takes for more of a message. */
const address = /^[^\s@:?&#]+@[^\s@:?&#]+$/;

/** The address of a mailbox. */
export const email: ColumnTypeRules = {
  kind: 'text',
  look: 'link',
  linkTo: (value) => (address.test(value) ? `mailto:${value}` : null),
};
export const emailChoice: ColumnTypeChoice = { label: 'Email', group: 'Addresses', format: [] };
