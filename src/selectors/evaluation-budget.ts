import { Problem } from '../shared/problem';

/** Values one evaluation may look at. 400,000 rows of twenty fields pass; a filter inside a filter over them does not. */
const maxVisited = 20_000_000;
const maxResults = 2_000_000;
/** Looking for patterns costs what it takes, because nothing else tells how long that is: 5 s are all there is. */
const visitsInMillisecond = 4000;
/** Characters of one text times the size of a pattern; one search cannot be stopped, and may take 100 ns for each. */
const maxSearch = 50_000_000;

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

  /**
   * The result of the work, whose time is spent like visits.
   * @throws Problem `selector-invalid`
   */
  timed<Result>(work: () => Result): Result {
    const began = performance.now();
    const result = work();
    this.visit((performance.now() - began) * visitsInMillisecond);
    return result;
  }

  /** @throws Problem `selector-invalid` where a pattern of that size would be looked for in too long a text */
  checkSearch(length: number, patternSize: number): void {
    if (length * patternSize > maxSearch)
      this.refuse(`The selector ${this.selector} looks for a pattern in a text that is too long for it.`);
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
