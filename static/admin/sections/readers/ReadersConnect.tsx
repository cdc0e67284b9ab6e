import { Notice } from '../../fields/Notice';

/** In place of *Authenticate* where nobody signs in for all. */
export function ReadersConnect() {
  return (
    <Notice look="information" title="Readers connect accounts of their own">
      <p>
        Save, add a panel, and put it on a page: the macro offers every reader to connect an account, you too. Test and
        preview then read with yours.
      </p>
    </Notice>
  );
}
