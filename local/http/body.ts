import type { Context } from 'hono';
import * as v from 'valibot';
import { HttpProblem } from './problem';

/**
 * The JSON body, checked.
 * @throws HttpProblem 413 above the bytes, 400 for what is no JSON or does not fit.
 */
export async function readBody<T>(
  c: Context,
  schema: v.GenericSchema<unknown, T>,
  maxBytes = 2 * 1024 * 1024,
): Promise<T> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > maxBytes) throw new HttpProblem(413, `The request is larger than ${maxBytes} bytes.`);
  const parsed = v.safeParse(schema, parseJson(Buffer.from(bytes).toString()));
  if (parsed.success) return parsed.output;
  throw new HttpProblem(400, v.summarize(parsed.issues));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'The request is not JSON.');
  }
}
