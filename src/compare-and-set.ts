import type { Revisioned } from './ports';

const attempts = 4;

/**
 * Whether a conditional write is stored now, although its reply may have been lost: the record is read again, and `by`
 * tells whose write stands there. A write that has not arrived is sent again unchanged, which is safe because only one
 * of them can meet the condition. One that was refused is not, where it hangs on other records too (`hasChecks`).
 * @throws what the last send threw, if the record cannot be settled by then
 */
export async function settle(
  write: () => Promise<boolean>,
  look: () => Promise<Revisioned | undefined>,
  sent: { expectedRev: number; by: string; hasChecks?: boolean },
): Promise<boolean> {
  let failure: unknown = new Error('The record kept refusing the write without changing');
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    let isRefused = false;
    try {
      if (await write()) return true;
      isRefused = true;
    } catch (error) {
      failure = error;
    }
    const stored = await look();
    if (stored?.by === sent.by) return true;
    if (stored?.rev !== sent.expectedRev || (isRefused && sent.hasChecks)) return false;
  }
  throw failure;
}
