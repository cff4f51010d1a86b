import { Lazy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { VoicePlace } from '../../../lambdas/ports/calls/voice-regions.ts';
import type { NodeFunction } from '../base/node-function.ts';
import { twilioParameterPath } from './twilio-parameter-path.ts';

/** The parameters' names below the path. `auth-token-next` exists only while tokens are exchanged. */
const names = ['account-sid', 'auth-token', 'auth-token-next'];

/** What passes for browser phones are signed with; they need not exist where nobody uses one. */
const passNames = ['account-sid', 'api-key-sid', 'api-key-secret', 'twiml-app-sid'];

export interface TwilioAccountProps {
  stage: string;
  /** Where Twilio reaches the webhooks. */
  publicBaseUrl: string;
  place: VoicePlace;
  /** At which desk phones of the account are reached. */
  sipDomains: readonly string[];
  /** Where it reaches them besides. */
  moreBaseUrls: readonly string[];
}

/**
 * The Twilio account's credentials: SSM parameters (SecureString) that a person creates, because
 * CloudFormation cannot. They are encrypted with the account's own SSM key, which its readers may use.
 */
export class TwilioAccount extends Construct {
  readonly path: string;
  readonly place: VoicePlace;
  readonly #publicBaseUrls: string;
  readonly #sipDomains: readonly string[];
  #apologies: string | undefined;

  constructor(
    scope: Construct,
    id: string,
    { stage, publicBaseUrl, moreBaseUrls, place, sipDomains }: TwilioAccountProps,
  ) {
    super(scope, id);
    this.path = twilioParameterPath(stage);
    this.place = place;
    this.#publicBaseUrls = [publicBaseUrl, ...moreBaseUrls].join(' ');
    this.#sipDomains = sipDomains;
  }

  /** To make calls, and to know Twilio's signature; both go by the public address. */
  allowUsing(fn: NodeFunction): void {
    fn.allow(['ssm:GetParameters'], ...names.map((name) => this.#arn(name)));
    fn.addEnvironment('TWILIO_PARAMETERS', this.path);
    fn.addEnvironment('PUBLIC_BASE_URLS', this.#publicBaseUrls);
    if (this.place.region !== 'us1') fn.addEnvironment('TWILIO_REGION', this.place.region);
    if (this.#sipDomains.length > 0)
      fn.addEnvironment('TWILIO_SIP_DOMAINS', this.#sipDomains.join(','));
    // The pages are built after the functions.
    const produce = () => this.#apologies ?? '';
    fn.addEnvironment('APOLOGY_BASE_URL', Lazy.string({ produce }));
  }

  /** Where apologies stand; undefined where nobody serves them. No slash at the end. */
  get apologies(): string | undefined {
    return this.#apologies;
  }

  apologizeAt(address: string | undefined): void {
    this.#apologies = address;
  }

  /** To let a browser be a telephone. */
  allowGivingPasses(fn: NodeFunction): void {
    fn.allow(['ssm:GetParameters'], ...passNames.map((name) => this.#arn(name)));
    fn.addEnvironment('TWILIO_PARAMETERS', this.path);
    fn.addEnvironment('TWILIO_EDGE', this.place.edge);
  }

  #arn(name: string): string {
    const resourceName = `${this.path}/${name}`.slice(1);
    return Stack.of(this).formatArn({ service: 'ssm', resource: 'parameter', resourceName });
  }
}
