import { listOf, type Part, partOf, resolved, textOf } from './document';

/** One operation of a document, as a list offers it. */
export interface ListedOperation {
  path: string;
  summary: string;
}

/** More are in no document that a person wrote; the rest is found by pasting a smaller one. */
const mostOperations = 20_000;
const mostLetters = 200;

/** All GET operations of a document in its order. */
export function operationsOf(document: Part): ListedOperation[] {
  const paths = Object.entries(partOf(document.paths)).slice(0, mostOperations);
  return paths.flatMap(([path, item]) => {
    const get = resolved(item, document)?.get;
    return get === undefined ? [] : [{ path, summary: summaryOf(partOf(get)) }];
  });
}

/** What the operation is for, in a line: its summary, its description's first line, or its name. */
export function summaryOf({ summary, description, operationId }: Part): string {
  const line = textOf(summary) || (textOf(description).split('\n')[0] ?? '') || textOf(operationId);
  return line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line;
}

/** The operation at a path with the parameters that all of the path have; its own come first. */
export function operationAt(path: string, document: Part): { operation: Part; parameters: Part[] } {
  const item = resolved(partOf(document.paths)[path], document) ?? {};
  const operation = partOf(item.get);
  const all = [...listOf(operation.parameters), ...listOf(item.parameters)];
  const parameters = all.map((each) => resolved(each, document)).filter((part) => part !== undefined);
  const isFirst = (one: Part, at: number) =>
    parameters.findIndex((each) => each.name === one.name && each.in === one.in) === at;
  return { operation, parameters: parameters.filter(isFirst) };
}
