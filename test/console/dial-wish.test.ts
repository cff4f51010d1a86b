import { numberIn } from '../../lambdas/console/desk/callbacks/dial-wish.ts';

test.each([
  ['tel:+44-20-7946-0017', '+44-20-7946-0017'],
  ['TEL:+442079460017;ext=5', '+442079460017'],
  ['callto:+44 20 7946 0017', '+44 20 7946 0017'],
  [' (020) 7946.0017 ', '(020) 7946.0017'],
  ['*31#02079460017', '*31#02079460017'],
  ['<img src=x onerror=alert(1)>', '(1)'],
  ['javascript:alert(1)', '(1)'],
  ['1'.repeat(90), '1'.repeat(40)],
  ['', ''],
])('of “%s” what a number may have is left: “%s”', (given, number) => {
  expect(numberIn(given)).toBe(number);
});
