import { Cleanups } from '../aws-machine/src/cleanups.ts';
import { type DataFolder, openDataFolder } from '../aws-machine/src/data-folder.ts';
import { type LocalCloud, startLocalCloud } from '../aws-machine/src/local-cloud.ts';
import { twilioParameterPath } from '../cloud/doors/twilio-parameter-path.ts';
import type { SynthesizedStack } from '../cloud/synthesize.ts';
import { attachDeviceSocket } from '../phone-network/src/device-socket.ts';
import { PhoneNetwork } from '../phone-network/src/phone-network.ts';
import { attachPhonesSocket } from '../phone-network/src/phones-socket.ts';
import { buildStack } from './build-stack.ts';
import { LocalClients } from './clients.ts';
import { ConsolePages, consoleSite } from './console-site.ts';
import type { LocalDynamoDb } from './local-dynamodb.ts';
import { LocalServer } from './local-server.ts';
import { localSite } from './local-site.ts';
import { routeCallsIn } from './route-calls-in.ts';
import { seedOnce } from './sample/seed-once.ts';
import { LocalSignIn } from './sign-in.ts';
import { signInSite } from './sign-in-site.ts';
import { staffOf } from './staff.ts';
import type { StartOptions } from './start-options.ts';
import {
  type LocalPhoneAccess,
  type LocalTwilioAccount,
  openTwilioAccount,
} from './twilio-account.ts';
import { webhookContext, webhookSecrets } from './webhooks.ts';

const stage = 'local';
const region = 'eu-central-1';
const accountId = '123456789012';

export interface LocalSystem {
  /** Where everything is, without a slash at the end. */
  address: string;
  dynamodb: LocalDynamoDb;
  /** What runs in it, for who counts what that uses. */
  cloud: Pick<
    LocalCloud,
    | 'functions'
    | 'outputs'
    | 'invoke'
    | 'requestCounts'
    | 'resetRequestCounts'
    | 'handlerFiles'
    | 'replaceCode'
  >;
  pages: ConsolePages;
  /** Lets what runs come to its end; nothing is lost. */
  stop(): Promise<void>;
}

/** What the parts share. */
interface SharedParts {
  folder: DataFolder;
  address: string;
  server: LocalServer;
  twilio: LocalTwilioAccount;
  access: LocalPhoneAccess;
  signIn: LocalSignIn;
  clients: LocalClients;
  network: PhoneNetwork;
  cleanups: Cleanups;
}

/**
 * Starts the whole system on this machine.
 *
 * @throws an Error with a sentence where the port is taken, another process uses the folder, or
 *   there is no DynamoDB for this platform
 */
export async function startSystem(
  options: StartOptions,
  tell: (progress: string) => void,
): Promise<LocalSystem> {
  const cleanups = new Cleanups();
  try {
    return await start(options, { tell, cleanups });
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

async function start(
  options: StartOptions,
  { tell, cleanups }: { tell: (progress: string) => void; cleanups: Cleanups },
): Promise<LocalSystem> {
  const folder = openDataFolder(options.dataFolder);
  cleanups.add(() => folder.release());
  tell('Building the functions and the stack …');
  const [stack, shared] = await Promise.all([
    buildStack(stage, folder.file('stack'), webhookContext(options)),
    prepareParts({ folder, port: options.port, cleanups }),
  ]);
  tell('Starting the phone network and the cloud …');
  const cloud = await startCloud(shared, stack, options);
  const dynamodb = localDynamoDb(cloud);
  const { server, network, address } = shared;
  const { endpoint, outputs, queues } = cloud;
  const pages = new ConsolePages(folder.file('console'));
  const site = localSite({
    ...shared,
    dynamodb,
    aws: { endpoint, region, outputs, queues },
    signInPages: signInSite({ ...shared, operators: () => staffOf(dynamodb) }),
    pages: consoleSite(pages),
    lastEvents: cloud.lastEvents,
    phones: network.app,
    gateway: cloud.app,
  });
  server.serve({ fetch: site.fetch, upgrade: upgradesFor(cloud) });
  await network.start();
  if (options.sample === 'seeded') {
    const setPhone = (phone: string, behaviour: object) => network.setPhone(phone, behaviour);
    const nameOwner = (phone: string, name: string) => network.nameOwner(phone, name);
    await seedOnce(folder.file('sample.json'), { dynamodb, setPhone, nameOwner });
  }
  await cloud.invoke(cloud.outputs.ReconcileFunction ?? '', {});
  return { address, dynamodb, cloud, pages, stop: () => cleanups.run() };
}

/** All is ended in the reverse order: functions that still run find the phone network at its place. */
async function prepareParts({
  folder,
  port,
  cleanups,
}: {
  folder: DataFolder;
  port: number;
  cleanups: Cleanups;
}): Promise<SharedParts> {
  const server = new LocalServer();
  const address = await server.listen(port);
  cleanups.add(() => server.close());
  const { account: twilio, access } = await openTwilioAccount(folder.file('twilio-account.json'));
  const dataFile = folder.file('phone-network.sqlite');
  const network = new PhoneNetwork({ ...twilio, ...access, dataFile });
  routeCallsIn(network, { address, numbers: twilio.numbers, sipDomain: access.sipDomain });
  cleanups.add(() => network.stop());
  cleanups.add(attachPhonesSocket(server.http, network));
  cleanups.add(attachDeviceSocket(server.http, network));
  const signIn = await LocalSignIn.open(folder.file('sign-in-key.json'));
  const clients = await LocalClients.open(folder.file('clients.json'));
  return { folder, address, server, twilio, access, signIn, clients, network, cleanups };
}

async function startCloud(
  shared: SharedParts,
  stack: SynthesizedStack,
  { dynamodbPort, concurrency }: StartOptions,
): Promise<LocalCloud> {
  const { folder, address, twilio, access, signIn, cleanups } = shared;
  const parameters = twilioParameterPath(stage);
  const cloud = await startLocalCloud({
    assembly: stack.outdir,
    stackName: stack.stackName,
    region,
    accountId,
    dataFolder: folder.file('cloud'),
    publicBaseUrl: address,
    parameters: {
      [`${parameters}/account-sid`]: twilio.accountSid,
      [`${parameters}/auth-token`]: twilio.authToken,
      [`${parameters}/api-key-sid`]: access.apiKeySid,
      [`${parameters}/api-key-secret`]: access.apiKeySecret,
      [`${parameters}/twiml-app-sid`]: access.twimlAppSid,
    },
    secrets: webhookSecrets,
    extraEnvironment: { TWILIO_BASE_URL: address },
    jwks: signIn.keys,
    dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
    ...(dynamodbPort !== undefined && { awsPort: dynamodbPort }),
    concurrency,
  });
  cleanups.add(() => cloud.stop());
  return cloud;
}

/** The phone network serves the sockets of its own pages. */
function upgradesFor(cloud: LocalCloud): LocalCloud['upgrade'] {
  return (request, stream, head) => {
    if (!request.url?.startsWith('/phones/')) cloud.upgrade(request, stream, head);
  };
}

function localDynamoDb({ endpoint, tables }: LocalCloud): LocalDynamoDb {
  const name = (logicalId: string) => tables[logicalId] ?? logicalId;
  return {
    endpoint,
    region,
    tables: {
      subscribers: name('Subscribers'),
      attempts: name('Attempts'),
      locks: name('Locks'),
      directory: name('Directory'),
      forms: name('Forms'),
      views: name('Views'),
    },
  };
}
