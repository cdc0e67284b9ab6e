import type { PanelProposal, TestedRequest, TestReport } from '../../shared/contract';

/** The report as text to pass on, line by line; secrets are masked in the report already. */
export function diagnosticOf(name: string, report: Omit<TestReport, 'diagnostic'>, testedAt: number): string {
  const { requests, durationMs, reading, problem, proposal, pagination, secret } = report;
  const lines = [
    `Test of ${name} at ${new Date(testedAt).toISOString()}, ${durationMs} ms`,
    ...(secret ? [`Secret: ${secret.message}`] : []),
    ...requests.flatMap(requestLines),
    ...(reading
      ? [
          `Read: ${reading.rowsRead} rows on ${reading.pagesRead} pages, ${reading.bytesRead} bytes, ended with ${reading.stopReason}`,
        ]
      : []),
    ...(reading?.warnings ?? []).map((warning) => `Warning: ${warning}`),
    ...(proposal ? [`Rows: ${proposal.rowsSelector}`, ...leftOut(proposal)] : []),
    ...(pagination ? [`Pages: ${pagination.pagination.style}. ${pagination.reason}`] : []),
    ...(problem ? problemLines(problem) : []),
  ];
  return lines.join('\n');
}

function leftOut({ columns, fieldsLeftOut }: PanelProposal): string[] {
  return fieldsLeftOut === undefined ? [] : [`Columns: ${columns.length} proposed, ${fieldsLeftOut} fields left out`];
}

function requestLines(request: TestedRequest, index: number): string[] {
  const { method, url, status, durationMs, bytes, requestHeaders, responseHeaders, requestBody } = request;
  const outcome = status === 0 ? 'no response' : `status ${status}, ${durationMs} ms, ${bytes} bytes`;
  return [
    `Request ${index + 1}: ${method} ${url}: ${outcome}`,
    ...requestHeaders.map(({ name, value }) => `  > ${name}: ${value}`),
    ...(requestBody === undefined ? [] : [`  > ${requestBody.slice(0, 2000)}`]),
    ...responseHeaders.map(({ name, value }) => `  < ${name}: ${value}`),
  ];
}

function problemLines({ title, code, message, detail, remoteCode }: NonNullable<TestReport['problem']>): string[] {
  const codes = [code, remoteCode].filter((each) => each !== undefined).join(', ');
  return [`Problem: ${title} (${codes})`, message, ...(detail === undefined ? [] : [`Detail: ${detail}`])];
}
