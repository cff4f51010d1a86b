import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDynoxide } from '../src/dynamodb/dynoxide.ts';
import { startLocalCloud } from '../src/local-cloud.ts';
import { Upstream } from '../src/proxy/upstream.ts';
import { assemblyOf, functionWith } from './assembly-of.ts';
import { LogWatch } from './log-watch.ts';

const reading = {
  Effect: 'Allow',
  Action: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
  Resource: '*',
};

const resources = {
  ...functionWith([reading]),
  Rows: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    },
  },
  Feed: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Rows', 'StreamArn'] },
      FunctionName: { Ref: 'Handler' },
      StartingPosition: 'TRIM_HORIZON',
    },
  },
};

const telling = `export const handler = async ({ Records }) =>
  Records.forEach(({ dynamodb }) => console.log('seen', dynamodb.Keys.id.S));`;

test('writes that pass by the proxy are seen, where somebody else keeps the DynamoDB', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'foreign-'));
  const foreign = await startDynoxide(path.join(folder, 'foreign.sqlite'));
  const logs = new LogWatch();
  const options = { ...assemblyOf(resources, telling), onLog: logs.onLog };
  const cloud = await startLocalCloud({ ...options, dynamodbEndpoint: foreign.endpoint });
  const dynamodb = new Upstream(foreign.endpoint, 'eu-central-1');
  await dynamodb.call('DynamoDB_20120810.PutItem', {
    TableName: 'Rows',
    Item: { id: { S: 'written elsewhere' } },
  });
  await logs.until(/seen written elsewhere/);
  dynamodb.close();
  await cloud.stop();
  await foreign.stop();
});
