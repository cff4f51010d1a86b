import {
  customer,
  type LocalCall,
  NetworkUnderTest,
  operator,
  ownNumber,
} from './network-under-test.ts';

export const status =
  'statusCallback="/child" statusCallbackEvent="initiated ringing answered completed"';
export const toCustomer = `<Number ${status}>${customer}</Number>`;

/** An operator who answers after one second and stays, and the customer whom their TwiML dials. */
export class DialUnderTest {
  readonly net = new NetworkUnderTest();

  async start(): Promise<this> {
    await this.net.start();
    this.net.phone(operator, { hangUpAfterSeconds: null });
    return this;
  }

  /** Gives the operator this TwiML and lets so many seconds pass. Resolves to their call's SID. */
  async connect(twiml: string, seconds: number): Promise<string> {
    const { webhooks, twilio } = this.net;
    webhooks.on('/voice', twiml);
    webhooks.on('/whisper', '<Say>A call for you</Say>');
    webhooks.on('/done', '<Say>Thank you</Say>');
    const { sid } = await twilio.calls.create({
      to: operator,
      from: ownNumber,
      url: webhooks.url('/voice'),
      statusCallback: webhooks.url('/parent'),
    });
    await this.net.pass(seconds);
    return sid;
  }

  async legs(): Promise<{ parent: LocalCall; children: LocalCall[]; child: LocalCall }> {
    const [parent, ...children] = (await this.net.calls()) as [LocalCall, ...LocalCall[]];
    return { parent, children, child: children[0] as LocalCall };
  }

  /** What the Dial's action was told. */
  done(): Record<string, string>[] {
    return this.net.webhooks.parametersAt('/done');
  }
}
