import type { DataFolder } from './data-folder.ts';
import { type Dynoxide, startDynoxide } from './dynamodb/dynoxide.ts';
import { Upstream } from './proxy/upstream.ts';
import { type Fauxqs, startFauxqs } from './sqs/fauxqs.ts';

export interface BackendOptions {
  folder: DataFolder;
  region: string;
  dynamodbEndpoint?: string | undefined;
}

/** The servers behind the proxy: a DynamoDB and an SQS. */
export interface Backends {
  dynamodb: Upstream;
  sqs: Upstream;
  /** Undefined where somebody else's DynamoDB is used. */
  dynoxide: Dynoxide | undefined;
  fauxqs: Fauxqs;
}

export async function startBackends(options: BackendOptions): Promise<Backends> {
  const { folder, region, dynamodbEndpoint } = options;
  const [dynoxide, fauxqs] = await Promise.allSettled([
    dynamodbEndpoint ? undefined : startDynoxide(folder.file('dynamodb', 'dynamodb.sqlite')),
    startFauxqs({ dataFolder: folder.file('sqs'), region }),
  ]);
  if (dynoxide.status === 'rejected' || fauxqs.status === 'rejected') {
    if (dynoxide.status === 'fulfilled') await dynoxide.value?.stop();
    if (fauxqs.status === 'fulfilled') await fauxqs.value.stop();
    throw dynoxide.status === 'rejected'
      ? dynoxide.reason
      : (fauxqs as PromiseRejectedResult).reason;
  }
  const address = dynamodbEndpoint ?? dynoxide.value?.endpoint ?? '';
  return {
    dynamodb: new Upstream(address, region),
    sqs: new Upstream(fauxqs.value.endpoint, region),
    dynoxide: dynoxide.value,
    fauxqs: fauxqs.value,
  };
}

export async function stopBackends({ dynamodb, sqs, dynoxide, fauxqs }: Backends): Promise<void> {
  dynamodb.close();
  sqs.close();
  await fauxqs.stop();
  await dynoxide?.stop();
}
