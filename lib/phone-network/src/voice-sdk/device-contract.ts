import type { Device as SdkDevice } from '@twilio/voice-sdk';

export const states = {
  Destroyed: 'destroyed',
  Unregistered: 'unregistered',
  Registering: 'registering',
  Registered: 'registered',
} as typeof SdkDevice.State;
/** Every state has an event of its name. */
export const eventNames = {
  Error: 'error',
  Incoming: 'incoming',
  Destroyed: 'destroyed',
  Unregistered: 'unregistered',
  Registering: 'registering',
  Registered: 'registered',
  TokenWillExpire: 'tokenWillExpire',
} as typeof SdkDevice.EventName;

/** What of the SDK's options means something here; the others are taken and do nothing. */
export interface DeviceOptions extends SdkDevice.Options {
  /** Where the network is, without a scheme: an option that the SDK has, too, for its own tests. */
  chunderw?: string;
}
