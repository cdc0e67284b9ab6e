import type { AdminContext } from '../../../../src/shared/contract';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import type { HostApproval } from '../hosts/useHostApproval';

/** What the fields of every authentication type take. */
export interface AuthenticationFieldsProps {
  state: DataSourceFormState;
  context: AdminContext;
  hosts: HostApproval;
  onCallbackCopied: () => void;
}
