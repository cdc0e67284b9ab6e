import type { OAuth2Authentication, WhoSignsIn } from '../../../../../src/shared/contract';
import { parseWholeNumber } from '../../whole-number';

/** Whose account rows are read with, as typed. */
export interface ReadersValues {
  whoSignsIn: WhoSignsIn;
  accountFieldUrl: string;
  accountFieldSelector: string;
  /** Empty for the longest time. */
  ownRowsMinutes: string;
}

export const emptyReaders: ReadersValues = {
  whoSignsIn: 'one-account',
  accountFieldUrl: '',
  accountFieldSelector: '',
  ownRowsMinutes: '',
};

export const readersFields = ['whoSignsIn', 'accountField', 'ownRowsSeconds'];

type ReadersSettings = Pick<OAuth2Authentication, 'whoSignsIn' | 'accountField' | 'ownRowsSeconds'>;

/** What the form says of readers' own accounts; nothing where one account reads for all. */
export function toReaders(values: ReadersValues): ReadersSettings {
  const { whoSignsIn, accountFieldUrl, accountFieldSelector, ownRowsMinutes } = values;
  if (whoSignsIn === 'one-account') return {};
  const accountField = { url: accountFieldUrl.trim(), selector: accountFieldSelector.trim() };
  return {
    whoSignsIn,
    ...(accountField.url + accountField.selector === '' ? {} : { accountField }),
    ...(ownRowsMinutes.trim() === '' ? {} : { ownRowsSeconds: parseWholeNumber(ownRowsMinutes) * 60 }),
  };
}

/** The typed values that settings stand for; nothing for those that are absent. */
export function fromReaders({ whoSignsIn, accountField, ownRowsSeconds }: ReadersSettings): Partial<ReadersValues> {
  return {
    ...(whoSignsIn ? { whoSignsIn } : {}),
    ...(accountField ? { accountFieldUrl: accountField.url, accountFieldSelector: accountField.selector } : {}),
    ...(ownRowsSeconds === undefined ? {} : { ownRowsMinutes: String(Math.ceil(ownRowsSeconds / 60)) }),
  };
}
