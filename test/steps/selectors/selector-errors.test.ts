import { Problem } from '../../../src/shared/problem';
import { compileSelector } from '../../../src/selectors/selector';

function problemOf(text: string): Problem {
  try {
    compileSelector(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('a selector with an error', () => {
  it.each([
    ['', 'at its end: a name is missing here'],
    ['value[*]', 'at character 1: a selector starts with "$"'],
    ['$.', 'at its end: a name is missing here'],
    ['$..', 'at its end: a name, "*" or "[" is missing after ".."'],
    ['$.first name', 'at character 9 (after $.first ): expected ".", ".." or "[" but found "n"'],
    ['$.1st', 'at character 3 (after $.): a name cannot have "1" here; write it in brackets'],
    ['$.value[*', 'at its end: the closing "]" is missing'],
    ['$.value[?@.a = 1]', 'at character 14 (after .value[?@.a ): a single "=" is not a comparison; write "=="'],
    ['$.value[?(@.a]', 'at character 14 (after .value[?(@.a): an opening bracket or parenthesis is not closed'],
    [`$['name`, 'at its end: a quoted text is not closed'],
    ['$[]', 'at character 2 (after $): the brackets are empty'],
    ['$[?size(@)]', 'at character 4 (after $[?): there is no function "size"'],
    ['$[?length(@.*) > 1]', 'length() needs a single value'],
    ['$[?length(@.a)]', 'the result of length() must be compared'],
    ['$[?match(@.a)]', 'match() takes 2, not 1, arguments'],
    ['$[?@.* == 1]', 'a path that may select several values cannot be compared'],
    ['$[?1]', 'a text, number, true, false or null must be compared with something'],
    ['$[01]', 'a number cannot start with zero'],
    ['$[9007199254740992]', 'the index is too large'],
    ['$["\\x"]', 'a backslash sequence in the text is not valid'],
    ['$.value[first]', `at character 9 (after $.value[): a name in brackets needs quotes, as in ['name']`],
    ['$[+1]', '"+" is not allowed in brackets here'],
    ['$[0 2]', 'a comma must be between two selectors'],
    ['$[0,]', 'a comma must be between two selectors'],
    ['$[1:2:3:4]', 'this is not allowed here'],
    ['$. a', 'no space can follow a dot'],
    ['$["a\nb"]', 'a quoted text cannot contain a line break or another control character'],
    ['$[?@.a == 01]', 'the number is not written as JSON writes numbers'],
    ['$.a ', 'a selector cannot end in a space'],
    [`$[?@.a =~ /x/]`, 'a single "=" is not a comparison'],
  ])('%j says where it is and what it is', (text, sentence) => {
    const problem = problemOf(text);
    expect(problem.code).toBe('selector-invalid');
    expect(problem.message).toContain('The selector has an error ');
    expect(problem.message).toContain(sentence);
    expect(problem.message).toMatch(/\.$/);
  });

  it.each([
    ['is longer than a selector can be', `$.${'a'.repeat(5000)}`, 'the maximum is 4000'],
    ['has thousands of nested parentheses', `$[?${'('.repeat(1900)}@.a${')'.repeat(1900)}]`, undefined],
  ])('is refused or read, but breaks nothing, when it %s', (_, text, sentence) => {
    if (sentence === undefined) expect(() => compileSelector(text).select([])).not.toThrow(RangeError);
    else expect(problemOf(text).message).toContain(sentence);
  });
});
