import { obtainsTokens } from '../../form-model/data-source/authentication-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import type { DataSourceActions } from '../actions/useDataSourceActions';

/** Whether the credentials are known to work: by a sign-in that still fits the form, else by a test that went well. */
export function isProven(
  { values, badge, signInOutdated }: DataSourceFormState,
  { report }: Pick<DataSourceActions, 'report'>,
): boolean {
  if (obtainsTokens(values)) return badge.state === 'authenticated' && !signInOutdated;
  return report !== undefined && report.problem === undefined;
}
