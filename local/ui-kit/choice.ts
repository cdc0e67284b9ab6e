/** One of the options of a group. */
export interface Choice {
  label: string;
  value: string;
  isDisabled?: boolean;
}
