import type { TestedRequest } from '../../../../src/shared/contract';
import { adminReader } from '../../fields/admin-reader';
import { durationWords, sizeWords } from '../../fields/measure-words';
import { RequestFacts } from './RequestFacts';

/** Each request of a test, in order, with secrets masked. */
export function RequestList({ requests }: { requests: TestedRequest[] }) {
  if (requests.length === 0) return <p>No request was made.</p>;
  return (
    <div className="list-scroll" tabIndex={0} role="region" aria-label="Requests">
      <table className="requests">
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Request</th>
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
          {requests.map((request, index) => (
            <tr key={`${index} ${request.url}`}>
              <td>{request.status || 'None'}</td>
              <td className="url">
                {request.method} {request.url}
                <RequestFacts request={request} />
              </td>
              <td>{request.contentType}</td>
              <td className="number">{sizeWords(request.bytes, adminReader)}</td>
              <td className="number">{durationWords(request.durationMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
