import type { DetectedPagination, Pagination } from '../../../../src/shared/contract';
import type { DataSourceValues } from '../../form-model/data-source/data-source-values';
import { fromPagination } from '../../form-model/data-source/pagination-values';
import { newRow } from '../../form-model/named-rows';
import type { ChosenOperation } from './chosen-operation';

/** What a chosen operation sets in the form; a name that was typed stays. */
export function operationPatch(
  operation: ChosenOperation,
  detected: DetectedPagination | undefined,
  { name }: Pick<DataSourceValues, 'name'>,
): Partial<DataSourceValues> {
  const { query, headers, defaults, authentication, url } = operation;
  const pagination = detected && withSize(detected.pagination, operation);
  const sentByPaging = pagination?.style === 'offset-limit' ? pagination.limit.name : undefined;
  const rows = query.filter((parameter) => parameter.name !== sentByPaging);
  return {
    ...authentication,
    ...(name.trim() === '' && { name: operation.name }),
    method: 'GET',
    url,
    parameters: rows.map((parameter) => newRow(parameter.name, parameter.value)),
    headers: headers.map((header) => newRow(header.name, header.value)),
    variables: Object.fromEntries(
      Object.entries(defaults).map(([variable, value]) => [variable, { defaultValue: value, sampleValue: '' }]),
    ),
    pagination: fromPagination(pagination ?? { style: 'none' }),
  };
}

/** The size that the API takes, in place of the example's. */
function withSize(pagination: Pagination, { size }: ChosenOperation): Pagination {
  if (pagination.style !== 'offset-limit') return pagination;
  return { ...pagination, pageSize: Number(size?.value ?? 100) };
}
