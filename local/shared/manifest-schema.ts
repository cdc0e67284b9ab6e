import * as v from 'valibot';

const text = v.union([v.string(), v.looseObject({ i18n: v.string() })]);
const optionalText = v.optional(text);
const optionalString = v.optional(v.string());
const strings = v.optional(v.array(v.string()), []);
const render = v.optional(v.picklist(['native', 'custom']));

/** One of the platform's size names, or a size of the app's own. */
const viewportSize = v.optional(v.union([v.string(), v.looseObject({ width: v.string() })]));

const configSchema = v.looseObject({
  resource: optionalString,
  render,
  viewportSize,
  openOnInsert: v.optional(v.boolean()),
  title: optionalText,
});
const output = v.looseObject({
  key: v.string(),
  statusCode: v.number(),
  contentType: v.string(),
  body: v.optional(v.string(), ''),
});
const responseSchema = v.looseObject({
  type: v.optional(v.picklist(['static', 'dynamic']), 'dynamic'),
  outputs: v.optional(v.array(output), []),
});
export const moduleSchema = v.looseObject({
  key: v.string(),
  title: optionalText,
  description: optionalText,
  icon: optionalString,
  resource: optionalString,
  render,
  resolver: v.optional(v.looseObject({ function: optionalString })),
  function: optionalString,
  config: v.optional(v.union([v.boolean(), configSchema])),
  adfExport: v.optional(v.looseObject({ function: v.string() })),
  layout: v.optional(v.picklist(['block', 'inline', 'bodied', 'inline-bodied']), 'block'),
  unlicensedAccess: strings,
  route: optionalString,
  tooltip: optionalText,
  viewportSize,
  viewportContainer: v.optional(v.picklist(['popup', 'modal']), 'popup'),
  dynamicProperties: v.optional(v.looseObject({ function: v.string() })),
  hidden: v.optional(v.boolean(), false),
  events: strings,
  interval: optionalString,
  queue: optionalString,
  response: v.optional(responseSchema, {}),
});
export const functionSchema = v.looseObject({
  key: v.string(),
  handler: v.pipe(v.string(), v.regex(/^[\w./-]+\.\w+$/)),
  timeoutSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(900))),
});
const attribute = v.looseObject({ type: v.picklist(['string', 'integer', 'float', 'boolean', 'any']) });
const entityIndex = v.union([
  v.pipe(
    v.string(),
    v.transform((name) => ({ name, partition: [] as string[], range: [name] })),
  ),
  v.looseObject({ name: v.string(), partition: strings, range: strings }),
]);
const entitySchema = v.looseObject({
  name: v.string(),
  attributes: v.record(v.string(), attribute),
  indexes: v.optional(v.array(entityIndex), []),
});
const address = v.union([
  v.string(),
  v.pipe(
    v.looseObject({ address: v.string() }),
    v.transform((entry) => entry.address),
  ),
]);
const hosts = v.optional(v.array(address), []);
const externalSchema = v.looseObject({
  fetch: v.optional(v.looseObject({ backend: hosts, client: hosts }), {}),
  images: hosts,
  media: hosts,
  scripts: hosts,
  styles: hosts,
  fonts: hosts,
  frames: hosts,
  configurable: v.optional(v.looseObject({ enabled: v.boolean() }), { enabled: false }),
});
const scopeNames = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((scopes) => Object.keys(scopes)),
);
const permissionsSchema = v.looseObject({
  scopes: v.optional(v.union([v.array(v.string()), scopeNames]), []),
  content: v.optional(v.looseObject({ styles: strings, scripts: strings }), {}),
  external: v.optional(externalSchema, {}),
});
const translationsSchema = v.looseObject({
  resources: v.array(v.looseObject({ key: v.string(), path: v.string() })),
  fallback: v.looseObject({ default: v.string() }),
});
export const manifestSchema = v.looseObject({
  app: v.looseObject({
    id: v.pipe(v.string(), v.regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/)),
    name: optionalString,
    runtime: v.looseObject({ name: v.string(), memoryMB: v.optional(v.number(), 512) }),
    storage: v.optional(v.looseObject({ entities: v.optional(v.array(entitySchema), []) }), {}),
  }),
  modules: v.optional(v.record(v.string(), v.array(v.looseObject({ key: v.string() }))), {}),
  resources: v.optional(v.array(v.looseObject({ key: v.string(), path: v.string() })), []),
  permissions: v.optional(permissionsSchema, {}),
  translations: v.optional(translationsSchema),
});

/** Words of the manifest: as they stand, or by the key of a translation. */
export type Text = v.InferOutput<typeof text>;
export type Entity = v.InferOutput<typeof entitySchema>;
export type Permissions = v.InferOutput<typeof permissionsSchema>;
export type AppFunction = v.InferOutput<typeof functionSchema>;
/** A module of the app: a macro, a web trigger, a scheduled trigger. */
export type AppModule = v.InferOutput<typeof moduleSchema> & { type: string };
export interface Resource {
  key: string;
  /** A folder of built files (Custom UI) or a source file (UI Kit), relative to the app's folder. */
  path: string;
}
