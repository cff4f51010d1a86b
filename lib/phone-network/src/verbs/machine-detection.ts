import type { Leg } from '../legs/leg.ts';
import type { NetworkParts } from '../twiml/scene.ts';

/** Twilio's verdict comes some seconds after the answer; how many depends on what it hears. */
const verdictAfterMilliseconds = 3000;

/**
 * Says what answered: the phones here know. By `machineDetection="Enable"` alone, which does not wait for
 * the end of a greeting. https://www.twilio.com/docs/voice/answering-machine-detection
 */
export function listenForMachine(
  network: NetworkParts,
  leg: Leg,
  callback: { url: string; method: 'GET' | 'POST' },
): void {
  leg.events.once('answered', () => {
    leg.after(verdictAfterMilliseconds, () => {
      const { answer } = network.phones.behaviourOf(leg.record.to);
      void network.sender.send({
        ...callback,
        parameters: {
          CallSid: leg.record.sid,
          AccountSid: network.accountSid,
          AnsweredBy: answer === 'voicemail' ? 'machine_start' : 'human',
          MachineDetectionDuration: String(verdictAfterMilliseconds),
        },
      });
    });
  });
}
