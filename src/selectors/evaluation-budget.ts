import { Problem } from '../shared/problem';

/** Values one evaluation may look at. 400,000 rows of twenty fields pass; a filter inside a filter over them does not. */
const maxVisited = 20_000_000;
const maxResults = 2_000_000;

/** What one evaluation may still spend, so that no selector and no data can hold a function for long. */
export class EvaluationBudget {
  private visited = 0;

  constructor(private readonly selector: string) {}

  /** @throws Problem `selector-invalid` once more values were looked at than one evaluation may */
  visit(count: number): void {
    this.visited += count;
    if (this.visited > maxVisited)
      this.refuse(`The selector ${this.selector} looks at more than ${maxVisited.toLocaleString('en')} values.`);
  }

  /** @throws Problem `selector-invalid` when there are more results than one evaluation may yield */
  checkResults(count: number): void {
    if (count > maxResults)
      this.refuse(`The selector ${this.selector} yields more than ${maxResults.toLocaleString('en')} values.`);
  }

  private refuse(what: string): never {
    throw new Problem('selector-invalid', what, { remedy: 'An admin can narrow it down.' });
  }
}
