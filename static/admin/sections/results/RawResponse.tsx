import type { TestReport } from '../../../../src/shared/contract';
import { adminReader } from '../../fields/admin-reader';
import { sizeWords } from '../../fields/measure-words';

/** The first response as it came, shortened in this view only. */
export function RawResponse({ raw }: { raw: NonNullable<TestReport['raw']> }) {
  const { text, shownBytes, totalBytes } = raw;
  const shortened = shownBytes < totalBytes;
  return (
    <>
      <p className="raw-size">
        {shortened
          ? `Shortened in this view only: the first ${sizeWords(shownBytes, adminReader)} of ${sizeWords(totalBytes, adminReader)}.`
          : `The whole first response, ${sizeWords(totalBytes, adminReader)}.`}
      </p>
      <pre className="raw" tabIndex={0} aria-label="Raw response">
        {text}
      </pre>
    </>
  );
}
