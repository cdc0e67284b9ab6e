import Textfield from '@atlaskit/textfield';
import { countPhrase } from '../../../../src/shared/phrase';
import { adminReader } from '../../fields/admin-reader';

interface ListSearchProps {
  /** What is searched, such as `panels`. */
  what: string;
  value: string;
  /** How many rows match. */
  found: number;
  onChange: (value: string) => void;
}

/** The field above a list; says how many rows have the words, and offers to clear it where none has. */
export function ListSearch({ what, value, found, onChange }: ListSearchProps) {
  const isNone = found === 0;
  return (
    <div className="list-search">
      <Textfield
        aria-label={`Search ${what}`}
        placeholder={`Search ${what}`}
        type="search"
        isCompact
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
      />
      <p role="status" className={isNone ? 'list-none' : 'visually-hidden'}>
        {value.trim() === '' ? '' : foundText(found, what)}
      </p>
      {isNone ? (
        <button type="button" className="link" onClick={() => onChange('')}>
          Clear the search
        </button>
      ) : null}
    </div>
  );
}

function foundText(found: number, what: string): string {
  if (found === 0) return `No ${what} match.`;
  return countPhrase(found, { one: '{count} match.', other: '{count} matches.' }, {}, { locale: adminReader.locale });
}
