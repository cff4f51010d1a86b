import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Pins } from '../../ports/people/pins.ts';

/**
 * `scrypt:<salt>:<key>`, both in base64url. A PIN has few digits: what protects it is that the hash is
 * kept to the directory, and that wrong ones are counted. The costs are what a call may wait for
 * (16 MB, some 50 ms).
 */
const costs: ScryptOptions = { N: 16_384, r: 8, p: 1 };
const keyBytes = 32;

export class ScryptPins implements Pins {
  async hashOf(pin: string): Promise<string> {
    const salt = randomBytes(16);
    const key = await keyOf(pin, salt);
    return ['scrypt', salt.toString('base64url'), key.toString('base64url')].join(':');
  }

  async fits(pin: string, hash: string): Promise<boolean> {
    const [kind, salt = '', stored = ''] = hash.split(':');
    const key = await keyOf(pin, Buffer.from(salt, 'base64url'));
    const wanted = Buffer.from(stored, 'base64url');
    return kind === 'scrypt' && wanted.length === key.length && timingSafeEqual(wanted, key);
  }
}

function keyOf(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, keyBytes, costs, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
