import { readStartOptions } from '../../lib/local/start-options.ts';

test('without a word: port 3000, folder .local, the sample', () => {
  expect(readStartOptions([])).toEqual({ port: 3000, dataFolder: '.local', sample: 'seeded' });
});

test('every option may be given', () => {
  const given = ['--port', '0', '--data', '/tmp/calls', '--no-sample'];
  expect(readStartOptions(given)).toEqual({ port: 0, dataFolder: '/tmp/calls', sample: 'none' });
});

test('--help asks for the usage, whatever stands beside it', () => {
  expect(readStartOptions(['--port', '80', '--help'])).toBe('help');
});

test.each([
  [['--port', 'http'], '--port must be a whole number, 0–65535, got “http”'],
  [['--port', '65536'], '--port must be a whole number, 0–65535, got “65536”'],
  [['--port', '-1'], /--port.*argument missing|ambiguous/s],
  [['--data', ' '], '--data must be a folder, got nothing'],
  [['--sample'], /Unknown option '--sample'/],
  [['here'], /Unexpected argument 'here'/],
])('refuses %j', (given, sentence) => {
  expect(() => readStartOptions(given)).toThrow(sentence);
});
