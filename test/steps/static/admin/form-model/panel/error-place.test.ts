import { placedSentence } from '../../../../../../static/admin/form-model/panel/error-place';

test.each([
  ['columns.0.label', 'Column 1: Wrong.'],
  ['rowSteps.2.column.expression', 'Row step 3: Wrong.'],
  ['filters.1.selector', 'Filter 2: Wrong.'],
  ['variables.0.key', 'Variable 1: Wrong.'],
  ['variableValues.size', 'size: Wrong.'],
  ['visual.series', 'Visual: Wrong.'],
  ['request.path', 'Path and parameters: Wrong.'],
  ['columns', 'Wrong.'],
  ['elsewhere', 'Wrong.'],
])('an error at %s reads %s', (path, sentence) => {
  expect(placedSentence({ path, message: 'Wrong.' })).toBe(sentence);
});
