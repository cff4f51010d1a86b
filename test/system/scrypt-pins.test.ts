import { ScryptPins } from '../../lambdas/adapters/system/scrypt-pins.ts';

const pins = new ScryptPins();

test('a PIN fits its own hash and no other does', async () => {
  const hash = await pins.hashOf('4711');
  expect(await pins.fits('4711', hash)).toBe(true);
  expect(await pins.fits('4712', hash)).toBe(false);
  expect(await pins.fits('', hash)).toBe(false);
});

test('a hash does not show the PIN, and two of one PIN differ', async () => {
  const [first, second] = await Promise.all([pins.hashOf('471100'), pins.hashOf('471100')]);
  expect(first).not.toContain('471100');
  expect(first).not.toBe(second);
});

test.each(['', 'scrypt', 'scrypt:a:b', 'plain:NDcxMQ:NDcxMQ'])(
  'nothing fits what is no hash: “%s”',
  async (hash) => {
    expect(await pins.fits('4711', hash)).toBe(false);
  },
);
