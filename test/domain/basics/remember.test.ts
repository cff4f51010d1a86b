import { remember } from '../../../lambdas/domain/basics/remember.ts';

test('asks once for each text and context, and forgets the oldest first', () => {
  const asked: string[] = [];
  const read = remember(2, (text, context) => {
    asked.push(`${text} ${context}`);
    return text === 'none' ? undefined : text.length;
  });
  expect([read('none', 'GB'), read('none', 'GB'), read('a', 'GB'), read('a', 'FR')]).toEqual([
    undefined,
    undefined,
    1,
    1,
  ]);
  expect(asked).toEqual(['none GB', 'a GB', 'a FR']);
  read('a', 'GB');
  expect(asked).toHaveLength(3);
  read('none', 'GB');
  expect(asked).toHaveLength(4);
});
