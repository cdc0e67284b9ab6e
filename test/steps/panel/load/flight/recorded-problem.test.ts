import { recordedProblem } from '../../../../../src/panel/load/flight/recorded-problem';
import { Problem } from '../../../../../src/shared/problem';
import { createRedactor } from '../../../../../src/masking/redactor';

test('what is kept of a failed read for the next reader holds no secret, and is bounded', () => {
  const redactor = createRedactor();
  redactor.remember('sk_live_9fA27cQx81');
  const said = `Orders said sk_live_9fA27cQx81 ${'x'.repeat(2_000_000)}`;
  const problem = new Problem('response-unreadable', said, { readerMessage: said, status: 200, retryAfterMs: 5 });
  const recorded = recordedProblem(problem, redactor);
  for (const text of [recorded.what, recorded.readerMessage]) {
    expect(text).toMatch(/^Orders said \[hidden\] x+…$/);
    expect(text.length).toBeLessThanOrEqual(500);
  }
  expect(recorded).toMatchObject({ code: 'response-unreadable', details: { status: 200, retryAfterMs: 5 } });
});
