import * as v from 'valibot';
import type { ColumnFilter, ColumnValuesRequest, LoadRequest, SearchReader } from '../shared/contract';
import { maxColumns } from '../panel/shape/read-bounds';
import { maxWindowRows } from '../visuals/known-window';
import { readerFrom } from '../shared/reader';
import { boundedList, textSchema, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';
import { variableValuesSchema } from './variable-schema';
import { sortSchema } from './visual-schema';

const panelId = textSchema(100);
const column = textSchema(100);
const search = v.optional(textSchema(200));
const offset = wholeNumber({ least: 0, most: 10_000_000 });

/** The last moment that a date can be (ECMA-262, "Time Values and Time Range"). */
const lastMoment = 8_640_000_000_000_000;

/** A locale or a zone that is not known becomes English or UTC: who reads differently sees rows all the same. */
const reader = v.pipe(
  v.object({
    locale: textSchema(100),
    timeZone: textSchema(100),
    now: v.optional(wholeNumber({ least: -lastMoment, most: lastMoment })),
  }),
  v.transform(({ locale, timeZone, now }): SearchReader => ({ ...readerFrom(locale, timeZone, 'UTC'), now })),
);

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

const rowsSeen = v.object({ reading: textSchema(100), rows: offset });

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
    reader: v.optional(reader),
    values: v.optional(variableValuesSchema),
    hiddenColumns: v.optional(boundedList(column, maxColumns, 'columns')),
    inline: v.optional(v.object({ column: v.optional(column) })),
    refresh: v.optional(v.boolean()),
    refetch: v.optional(v.boolean()),
    carry: v.optional(textSchema(100)),
    upTo: v.optional(rowsSeen),
    keepTop: v.optional(rowsSeen),
  }),
);

export const columnValuesSchema = schemaOf<ColumnValuesRequest>()(
  v.object({
    panelId,
    values: v.optional(variableValuesSchema),
    column,
    search,
    reader: v.optional(reader),
    offset,
  }),
);

/** The panel and the list of whose entries those are requested that contain a text. */
export const variableEntriesSchema = v.object({ panelId, key: textSchema(100), text: textSchema(200) });

/** A panel that an editor looks at. */
export const choiceSchema = v.object({ panelId });
export const previewChoiceSchema = v.object({ panelId, values: v.optional(variableValuesSchema) });
