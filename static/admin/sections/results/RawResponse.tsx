import type { TestReport } from '../../../../src/shared/contract';
import { sizeWords } from '../../fields/measure-words';

/** The first response as it came, shortened in this view only. */
export function RawResponse({ raw }: { raw: NonNullable<TestReport['raw']> }) {
  const { text, shownBytes, totalBytes } = raw;
  const shortened = shownBytes < totalBytes;
  return (
    <>
      <p className="raw-size">
        {shortened
          ? `Shortened in this view only: the first ${sizeWords(shownBytes)} of ${sizeWords(totalBytes)}.`
          : `The whole first response, ${sizeWords(totalBytes)}.`}
      </p>
      <pre className="raw" tabIndex={0} aria-label="Raw response">
        {text}
      </pre>
    </>
  );
}
