import type { OwnConnection } from '../../../src/shared/contract';

/** Which account it is, and where; a service may not say which. */
export function AccountLine({ accountName, host }: Pick<OwnConnection, 'accountName' | 'host'>) {
  return accountName === undefined ? (
    <>
      Your account at <strong>{host}</strong>, which does not say its name.
    </>
  ) : (
    <>
      <strong>{accountName}</strong> at <strong>{host}</strong>
    </>
  );
}
