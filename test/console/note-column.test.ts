import { noteColumnOf } from '../../lambdas/console/desk/rows/note-column.ts';
import { sampleScript } from '../support/console.ts';

test('a note goes where the script’s comments go, else to a column of its own', () => {
  expect(noteColumnOf(sampleScript)).toBe('комментарии');
  expect(noteColumnOf({ steps: [] })).toBe('note');
  expect(noteColumnOf(undefined)).toBe('note');
});
