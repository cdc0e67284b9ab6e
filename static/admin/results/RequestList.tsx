import type { TestedRequest } from '../../../src/contract';
import { durationWords, sizeWords } from './reading-words';

/** Each request of a test, in order, with secrets masked. */
export function RequestList({ requests }: { requests: TestedRequest[] }) {
  if (requests.length === 0) return <p>No request was made.</p>;
  return (
    <div className="list-scroll" tabIndex={0} role="region" aria-label="Requests">
      <table className="requests">
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">URL</th>
            <th scope="col">Content type</th>
            <th scope="col" className="number">
              Size
            </th>
            <th scope="col" className="number">
              Time
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ url, status, contentType, bytes, durationMs }, index) => (
            <tr key={`${index} ${url}`}>
              <td>{status}</td>
              <td className="url">{url}</td>
              <td>{contentType}</td>
              <td className="number">{sizeWords(bytes)}</td>
              <td className="number">{durationWords(durationMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
