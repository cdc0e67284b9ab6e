/** The payload as a record; `{}` when the app sent none, or something that is not an object. */
export function fieldsOf(payload: unknown): Record<string, unknown> {
  return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
}

/** The text in a field of the payload, or undefined. */
export function textField(payload: unknown, field: string): string | undefined {
  const value = fieldsOf(payload)[field];
  return typeof value === 'string' ? value : undefined;
}
