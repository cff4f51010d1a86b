import type { Known, ValueOf } from '../../lambdas/console/shell/api/api-types.ts';
import type { RowStory } from '../../lambdas/contract/rows.ts';

/** Checked by the compiler: `npm run types` fails where one of these is no longer so. */
type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

test('what is asked of the API is known by its path, and nothing else is', () => {
  const known: Same<Known<'GET', '/board'>, '/board'> = true;
  const mistyped: Same<Known<'GET', '/bord'>, never> = true;
  const otherMethod: Same<Known<'DELETE', '/board'>, never> = true;
  const anyText: Same<Known<'GET', string>, never> = true;
  const withoutItsEnd: Same<Known<'GET', `/tasks/${string}/subscribers`>, never> = true;
  const story: RowStory | undefined = undefined as
    | ValueOf<'GET', `/tasks/${string}/subscribers/${number}/story`>
    | undefined;
  const withQuery: ValueOf<'GET', `/scripts/${string}?version=${number}`>['version'] = 1;
  const nothing: Same<ValueOf<'POST', `/attempts/${string}/hang-up`>, undefined> = true;
  expect([known, mistyped, otherMethod, anyText, withoutItsEnd, withQuery, nothing]).toHaveLength(
    7,
  );
  expect(story).toBeUndefined();
});
