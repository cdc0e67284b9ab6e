const SCALARS = ['string', 'number', 'boolean'];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function faultInList(items: unknown[], path: string): string | null {
  const kinds = new Set(items.map(kindOf));
  if (kinds.has('array')) return `${path} contains an array inside an array`;
  if (kinds.size > 1) return `${path} mixes items of type ${[...kinds].join(' and ')}`;
  return firstFault(items.map((item, index) => faultIn(item, `${path}[${index}]`)));
}

function firstFault(faults: (string | null)[]): string | null {
  return faults.find((fault) => fault !== null) ?? null;
}

function faultIn(value: unknown, path: string): string | null {
  if (Array.isArray(value)) return faultInList(value, path);
  if (isObject(value)) {
    return firstFault(Object.entries(value).map(([name, part]) => faultIn(part, `${path}.${name}`)));
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return `${path} is not a JSON number`;
  return SCALARS.includes(typeof value) ? null : `${path} is ${kindOf(value)}`;
}

/** An object without the fields whose value is `undefined`, which JSON would not carry either. */
function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/**
 * The macro configuration carried by `view.submit({ config })`. The platform's documented rules for it: JSON values
 * only, no null, no array inside an array, and the items of an array of one type.
 *
 * @throws an `Error` whose message is the platform's for a payload without `config`, or starts with `INVALID_CONFIG`.
 */
export function readConfigPayload(payload: unknown): Record<string, unknown> {
  if (!isObject(payload) || !isObject(payload.config)) {
    throw new Error('view.submit(): Invalid "config" provided. Expected object');
  }
  const config = withoutUndefined(payload.config);
  const fault = faultIn(config, 'config');
  if (fault) {
    throw new Error(
      `INVALID_CONFIG: ${fault}. A macro's configuration takes JSON values only: no null, no nested arrays, and array items of one type.`,
    );
  }
  return config;
}
