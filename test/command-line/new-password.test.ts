import { newPassword } from '../../lib/command-line/new-password.ts';

test('a password has small letters, capitals and digits, as Twilio and Cognito want it', () => {
  for (let time = 0; time < 500; time += 1) {
    const password = newPassword();
    expect(password).toMatch(/^[A-Za-z2-9]{20}$/);
    for (const needed of [/[a-z]/, /[A-Z]/, /\d/]) expect(password).toMatch(needed);
    expect(password).not.toMatch(/[01OIl]/);
  }
});

test('a sign that somebody insists on is in it, anywhere', () => {
  const places = Array.from({ length: 500 }, () => newPassword('-').indexOf('-'));
  expect(Math.min(...places)).toBe(0);
  expect(Math.max(...places)).toBe(19);
});

test('no two are the same', () => {
  expect(new Set(Array.from({ length: 500 }, () => newPassword())).size).toBe(500);
});
