import * as v from 'valibot';
import type { ColumnFilter, ColumnValuesRequest, LoadRequest } from '../shared/contract';
import { maxColumns } from '../panel/shape/read-bounds';
import { maxWindowRows } from '../visuals/known-window';
import { boundedList, textSchema, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';
import { variableValuesSchema } from './variable-schema';
import { sortSchema } from './visual-schema';

const panelId = textSchema(100);
const column = textSchema(100);
const search = v.optional(textSchema(200));
const offset = wholeNumber({ least: 0, most: 10_000_000 });

const mostSorts = 8;
const mostFilters = 20;
const mostFilterValues = 200;

const cell = v.union([textSchema(8000), v.number(), v.boolean(), v.null()]);

const filter = schemaOf<ColumnFilter>()(
  v.object({
    column,
    values: boundedList(cell, mostFilterValues, 'values'),
  }),
);

/** A reader chooses a panel, values for its variables and a window of its rows, and nothing else. */
export const loadRequestSchema = schemaOf<LoadRequest>()(
  v.object({
    panelId,
    window: v.object({
      offset,
      count: wholeNumber({ least: 1, most: maxWindowRows }),
      sorts: v.optional(boundedList(sortSchema, mostSorts, 'columns to sort by')),
      search,
      filters: v.optional(boundedList(filter, mostFilters, 'filters')),
    }),
    values: v.optional(variableValuesSchema),
    hiddenColumns: v.optional(boundedList(column, maxColumns, 'columns')),
    inline: v.optional(v.object({ column: v.optional(column) })),
    refresh: v.optional(v.boolean()),
    refetch: v.optional(v.boolean()),
  }),
);

export const columnValuesSchema = schemaOf<ColumnValuesRequest>()(
  v.object({
    panelId,
    values: v.optional(variableValuesSchema),
    column,
    search,
    offset,
  }),
);

/** The panel and the list of whose entries those are asked that contain a text. */
export const variableEntriesSchema = v.object({ panelId, key: textSchema(100), text: textSchema(200) });

/** A panel that an editor looks at. */
export const choiceSchema = v.object({ panelId });
export const previewChoiceSchema = v.object({ panelId, values: v.optional(variableValuesSchema) });
