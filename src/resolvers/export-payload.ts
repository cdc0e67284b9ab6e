import * as v from 'valibot';
import type { ExportRequest } from '../panel/export/export-panel';
import { nameLength, parameterLength, variablesCount } from '../shared/limits';
import { maxColumns } from '../panel/shape/read-bounds';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,20}$/));
const place = v.optional(v.looseObject({ id: v.optional(v.unknown()) }));

/** The shapes differ between exports and are documented in none; what is missing in one place may stand in another. */
const payloadSchema = v.looseObject({
  exportType: v.optional(v.unknown()),
  config: v.optional(v.unknown()),
  extensionPayload: v.optional(v.looseObject({ config: v.optional(v.unknown()) })),
  context: v.optional(
    v.looseObject({
      config: v.optional(v.unknown()),
      contentId: v.optional(v.unknown()),
      content: place,
      extension: v.optional(v.looseObject({ config: v.optional(v.unknown()), content: place })),
    }),
  ),
});

const text = v.pipe(v.string(), v.maxLength(1000));

/** What the macro's settings hold, as far as an export has a use for it; a page's author may have written anything. */
const configSchema = v.looseObject({
  panelId: v.pipe(v.string(), v.maxLength(100)),
  title: v.fallback(v.optional(text), undefined),
  hiddenColumns: v.fallback(v.optional(v.pipe(v.array(text), v.maxLength(maxColumns))), undefined),
  column: v.fallback(v.optional(text), undefined),
});

/** What the export of a macro requests; `undefined` where no panel was chosen in its settings. */
export function exportRequest(payload: unknown, isInline: boolean): ExportRequest | undefined {
  const known = v.safeParse(payloadSchema, payload);
  if (!known.success) return undefined;
  const { config: ofPayload, extensionPayload, context } = known.output;
  const configs = [extensionPayload?.config, context?.extension?.config, context?.config, ofPayload];
  const config = firstOf(configs, configSchema);
  if (!config) return undefined;
  const { panelId, title = '', hiddenColumns, column = '' } = config;
  return {
    panelId,
    values: valuesOf(config),
    hiddenColumns,
    title: title.trim() === '' ? undefined : title.trim(),
    inline: isInline ? { column: column === '' ? undefined : column } : undefined,
    contentId: firstOf([context?.extension?.content?.id, context?.contentId, context?.content?.id], id),
  };
}

/** The first candidate that is what the schema describes. */
function firstOf<Output>(candidates: readonly unknown[], schema: v.GenericSchema<unknown, Output>): Output | undefined {
  for (const candidate of candidates) {
    const read = v.safeParse(schema, candidate);
    if (read.success) return read.output;
  }
  return undefined;
}

const valuePrefix = 'value.';

/** Values of variables that the macro's settings give, by key. */
function valuesOf(config: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(config).flatMap(([name, value]): [string, string][] => {
    const key = name.slice(valuePrefix.length);
    const isValue = name.startsWith(valuePrefix) && key.length <= nameLength;
    return isValue && typeof value === 'string' && value.length <= parameterLength ? [[key, value]] : [];
  });
  return Object.fromEntries(given.slice(0, variablesCount));
}
