import * as v from 'valibot';
import type {
  ClientAuthentication,
  OAuth2Preset,
  Preset,
  PresetGroup,
  PresetInput,
  ReadyPanel,
} from '../shared/contract';
import { maxColumns, maxFilters } from '../panel/shape/read-bounds';
import type { Log } from '../ports';
import { presets } from '../presets/preset-registry';
import { boundedList, choice, textSchema, trimmedText } from '../schema/fields';
import { descriptionLength, nameLength, parameterLength, urlLength, variablesCount } from '../shared/limits';
import { columnSettingsSchema } from './column-schema';
import { paginationSchema } from './pagination-schema';
import { filterStepSchema } from './panel-schema';
import { requestSchema } from './request-schema';
import { valueTextsSchema } from './variable-schema';

const mostProviders = 50;
const mostPanels = 20;
const name = trimmedText(nameLength);
const url = trimmedText(urlLength);
const sentence = trimmedText(descriptionLength);

const input: v.GenericSchema<unknown, PresetInput> = v.object({
  name,
  label: name,
  placeholder: v.optional(name, ''),
  help: v.optional(sentence),
});

const panel: v.GenericSchema<unknown, ReadyPanel> = v.object({
  key: name,
  name,
  description: v.optional(sentence, ''),
  variableValues: v.optional(valueTextsSchema),
  filters: boundedList(filterStepSchema, maxFilters, 'filters'),
  columns: boundedList(columnSettingsSchema, maxColumns, 'columns'),
  scopes: v.optional(sentence),
});

const signIn: v.GenericSchema<unknown, OAuth2Preset['authentication']> = v.object({
  type: v.literal('oauth2'),
  authUrl: url,
  tokenUrl: url,
  revokeUrl: v.optional(url, ''),
  scopes: v.optional(sentence, ''),
  clientAuthentication: v.optional(
    choice<Exclude<ClientAuthentication, 'private_key_jwt'>>({
      client_secret_post: true,
      client_secret_basic: true,
      none: true,
    }),
  ),
});

const group = choice<PresetGroup>({
  identity: true,
  work: true,
  development: true,
  business: true,
  'open-data': true,
  sql: true,
});

/** A provider that people sign in to, with a bearer token, or without either. */
const provider: v.GenericSchema<unknown, Preset> = v.object({
  key: name,
  title: name,
  group,
  inputs: v.optional(boundedList(input, variablesCount, 'inputs'), []),
  authentication: v.union([signIn, v.object({ type: v.picklist(['bearer', 'none']) })]),
  request: requestSchema,
  variables: v.optional(
    boundedList(v.object({ name, defaultValue: textSchema(parameterLength) }), variablesCount, 'variables'),
  ),
  pagination: paginationSchema,
  panels: v.optional(boundedList(panel, mostPanels, 'panels')),
  documentationUrl: url,
  hints: v.optional(boundedList(sentence, variablesCount, 'hints'), []),
});

const providers = v.pipe(v.string(), v.parseJson(), boundedList(provider, mostProviders, 'providers'));

/** The providers that a text describes; none for an empty text, and none, with a line in the log, for one that cannot be read. */
function readProviders(text: string, log: Log): Preset[] {
  if (text === '') return [];
  const read = v.safeParse(providers, text);
  if (read.success) return read.output;
  log('own-providers-unreadable', { place: v.getDotPath(read.issues[0]) ?? '' });
  return [];
}

/** The deployer's own providers, then all others; one of its own takes the place of another with its key. */
export function offeredPresets(text: string, log: Log): Preset[] {
  const own = readProviders(text, log);
  const taken = new Set(own.map(({ key }) => key));
  return [...own, ...presets.filter(({ key }) => !taken.has(key))];
}
