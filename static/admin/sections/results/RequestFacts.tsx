import type { TestedRequest } from '../../../../src/shared/contract';

interface HeaderListProps {
  title: string;
  headers: TestedRequest['requestHeaders'];
}

function HeaderList({ title, headers }: HeaderListProps) {
  if (headers.length === 0) return null;
  return (
    <>
      <p className="request-facts-title">{title}</p>
      <dl>
        {headers.map(({ name, value }, index) => (
          <div key={`${index} ${name}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Headers and body of one request, and the headers of its response that matter. */
export function RequestFacts({ request }: { request: TestedRequest }) {
  const { requestHeaders, requestBody, responseHeaders } = request;
  return (
    <details className="request-facts">
      <summary>Headers</summary>
      <HeaderList title="Request" headers={requestHeaders} />
      {requestBody ? (
        <>
          <p className="request-facts-title">Request body</p>
          <p className="request-body">{requestBody}</p>
        </>
      ) : null}
      <HeaderList title="Response" headers={responseHeaders} />
    </details>
  );
}
