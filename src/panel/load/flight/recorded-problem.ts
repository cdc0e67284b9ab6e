import type { Redactor } from '../../../ports';
import { Problem } from '../../../shared/problem';
import { shorten } from '../../../shared/shorten';

const longestText = 500;

/** The problem as an open record may hold it: secrets masked, and texts of 500 characters at most. */
export function recordedProblem({ code, what, details }: Problem, { redact }: Pick<Redactor, 'redact'>): Problem {
  const open = (text: string) => shorten(redact(text), longestText);
  const { readerMessage } = details;
  return new Problem(code, open(what), {
    ...details,
    readerMessage: readerMessage === undefined ? undefined : open(readerMessage),
  });
}
