/** A refusal of the key-value store: its HTTP status and the `{code, message}` of its body. */
export class KvsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A refusal with status 400, as most are. */
export function refused(code: string, message: string): KvsRefusal {
  return new KvsRefusal(400, code, message);
}
