import type { Construct } from 'constructs';
import type { IdentityProvider, PageSignIn, SignIn } from '../base/sign-in.ts';
import type { Config } from '../stages/config.ts';
import { output } from '../work/outputs.ts';
import type { Subsystems } from '../work/subsystems.ts';
import { ConsoleSite } from './console-site.ts';
import { People } from './people.ts';

export interface HostedConsoleProps extends Pick<Subsystems, 'api' | 'deskSockets' | 'twilio'> {
  config: Config;
  /** The folder with the console's bundled pages. */
  pages: string;
}

/** The console's pages on the web, and who signs people in for them. */
export function hostConsole(center: Construct, props: HostedConsoleProps): SignIn {
  const { config, api, deskSockets, twilio, pages } = props;
  const people = peopleOf(center, config);
  const site = new ConsoleSite(center, 'Site', {
    api,
    pages,
    deskSocketsUrl: deskSockets.url,
    tokenUrl: people.tokenUrl,
    voicePlace: twilio.place,
    domain: config.consoleDomain,
    logRetentionDays: config.logRetentionDays,
  });
  twilio.apologizeAt(site.address);
  const signIn = people.allowPages(site.pageAddresses);
  site.tellPages(signIn, config.language);
  output(center, 'ConsoleUrl', site.address, 'The console: desks, and supervisors at /supervisor');
  if (config.consoleDomain) {
    const leading = "CNAME target of the console's own domain";
    output(center, 'ConsoleDomainTarget', site.domainTarget, leading);
  }
  return signIn;
}

function peopleOf(center: Construct, config: Config): PageSignIn {
  const { stage, secondFactor, signIn, signInDomainPrefix } = config;
  if (signIn?.authorize && signIn.token) return ownProvider(signIn as IdentityProvider);
  const people = new People(center, 'People', {
    stage,
    secondFactor,
    domainPrefix: signInDomainPrefix,
  });
  output(center, 'UserPoolId', people.poolId, 'Who may sign in');
  output(center, 'TokenUrl', people.tokenUrl, 'Where software gets its tokens');
  return people;
}

/** A provider that is not ours is told the pages' addresses by who runs it. */
function ownProvider(provider: IdentityProvider): PageSignIn {
  return { tokenUrl: provider.token, allowPages: () => provider };
}
