import {
  type KeypadPlace,
  placeFromState,
  placeToState,
} from '../../../lambdas/domain/phone/keypad-place.ts';

const first: KeypadPlace = { question: { visit: 0, field: 'result' }, revision: 0, tries: 0 };

/** As it stands in an address, without any encoding. */
function written(place: KeypadPlace): string {
  return Object.entries(placeToState(place))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

test.each<[KeypadPlace]>([
  [first],
  [{ ...first, question: { visit: 99, field: 'date_callback-2' }, revision: 120, tries: 2 }],
  [{ ...first, keyed: '24112026' }],
  [{ ...first, keyed: '12*5' }],
  [{ ...first, again: true }],
])('an address gives the place back: %j', (place) => {
  expect(placeFromState(new URLSearchParams(written(place)))).toEqual(place);
});

test('needs no encoding', () => {
  const place: KeypadPlace = { ...first, keyed: '12*5', again: true };
  expect(written(place)).toBe('question=0.result&revision=0&tries=0&keyed=12.5&again=1');
});

test.each([
  '',
  'question=0.result',
  'question=result&revision=0&tries=0',
  'question=0.&revision=0&tries=0',
  'question=-1.result&revision=0&tries=0',
  'question=0.result&revision=x&tries=0',
  'question=0.result&revision=0&tries=1e3',
])('an address that names no place gives none: %s', (query) => {
  expect(placeFromState(new URLSearchParams(query))).toBeUndefined();
});
