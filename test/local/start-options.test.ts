import { readStartOptions } from '../../lib/local/start-options.ts';

test('without a word: port 3000, folder .local, the sample', () => {
  expect(readStartOptions([])).toEqual({
    port: 3000,
    dataFolder: '.local',
    sample: 'seeded',
    dynamodbPort: { whenFree: 8000 },
  });
});

test('every option may be given', () => {
  const given = ['--port', '0', '--data', '/tmp/calls', '--no-sample'];
  const more = ['--dynamodb-port', '8123', '--concurrency', '10'];
  expect(readStartOptions([...given, ...more])).toEqual({
    port: 0,
    dataFolder: '/tmp/calls',
    sample: 'none',
    dynamodbPort: 8123,
    concurrency: 10,
  });
});

test('--help asks for the usage, whatever stands beside it', () => {
  expect(readStartOptions(['--port', '80', '--help'])).toBe('help');
});

test.each([
  [['--port', 'http'], '--port must be a whole number, 0–65535, got “http”'],
  [['--port', '65536'], '--port must be a whole number, 0–65535, got “65536”'],
  [['--port', '-1'], /--port.*argument missing|ambiguous/s],
  [['--dynamodb-port', 'x'], '--dynamodb-port must be a whole number, 0–65535, got “x”'],
  [['--concurrency', '0'], '--concurrency must be a whole number, 1–1000, got “0”'],
  [['--data', ' '], '--data must be a folder, got nothing'],
  [['--sample'], /Unknown option '--sample'/],
  [['here'], /Unexpected argument 'here'/],
])('refuses %j', (given, sentence) => {
  expect(() => readStartOptions(given)).toThrow(sentence);
});
