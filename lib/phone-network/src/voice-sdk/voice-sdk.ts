/**
 * Takes the place of `@twilio/voice-sdk` in pages that are served by the local system: the same
 * classes, as far as the pages use them, on the local phone network. Bundles name this file as the
 * alias of the package.
 */
export { Call } from './call.ts';
export { Device } from './device.ts';
