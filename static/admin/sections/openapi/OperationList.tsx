import { useMemo, useState } from 'react';
import { TextInput } from '../../fields/TextInput';
import { matchingOperations } from './matching-operations';
import type { ListedOperation } from './operations';

interface OperationListProps {
  title: string;
  operations: readonly ListedOperation[];
  onChoose: (path: string) => void;
}

/** So many are drawn; a search leads to the others. */
const mostShown = 50;

/** The operations of a document, to search and choose from. */
export function OperationList({ title, operations, onChoose }: OperationListProps) {
  const [text, setText] = useState('');
  const found = useMemo(() => matchingOperations(operations, text), [operations, text]);
  const more = found.length - mostShown;
  return (
    <>
      <TextInput
        label={title === '' ? 'Find an operation' : `Find an operation of ${title}`}
        value={text}
        onChange={setText}
        placeholder="orders"
        help={`${operations.length === 1 ? '1 GET operation' : `${operations.length} GET operations`} in the document.`}
      />
      <ul className="operations" aria-label="Operations">
        {found.slice(0, mostShown).map(({ path, summary }) => (
          <li key={path}>
            <button type="button" className="operation" onClick={() => onChoose(path)}>
              <code>{path}</code>
              <span>{summary}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p>No operation has this in its path or summary.</p> : null}
      {more > 0 ? <p>{more} more. Type a part of the path or of the summary.</p> : null}
    </>
  );
}
