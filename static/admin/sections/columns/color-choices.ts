import type { StatusColor } from '../../../../src/shared/contract';

type Appearance = 'default' | 'inprogress' | 'success' | 'moved' | 'removed' | 'new';

/** What each color is called, and the lozenge that has it. */
export const colorLooks: Record<StatusColor, { label: string; appearance: Appearance }> = {
  neutral: { label: 'Gray', appearance: 'default' },
  blue: { label: 'Blue', appearance: 'inprogress' },
  green: { label: 'Green', appearance: 'success' },
  yellow: { label: 'Yellow', appearance: 'moved' },
  red: { label: 'Red', appearance: 'removed' },
  purple: { label: 'Purple', appearance: 'new' },
};

/** The colors to choose from. */
export const colorChoices = Object.entries(colorLooks).map(([value, { label }]) => ({
  value: value as StatusColor,
  label,
}));
