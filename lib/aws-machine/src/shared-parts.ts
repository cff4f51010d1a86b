import type { Cleanups } from './cleanups.ts';
import type { LocalCloudOptions } from './contract.ts';
import type { DataFolder } from './data-folder.ts';
import type { FunctionDefinition } from './functions/function-definition.ts';
import type { SocketStage } from './gateway/socket-api.ts';
import type { Caller, Permissions } from './permissions/permissions.ts';
import type { AwsProxy } from './proxy/aws-proxy.ts';
import type { RequestCounts } from './proxy/request-counts.ts';
import type { Stack } from './template/stack.ts';

/** What the parts of one running cloud share. */
export interface SharedParts {
  options: LocalCloudOptions;
  cleanups: Cleanups;
  folder: DataFolder;
  proxy: AwsProxy;
  endpoint: string;
  stack: Stack;
  definitions: FunctionDefinition[];
  socketStages: SocketStage[];
  callers: Map<string, Caller>;
  permissions: Permissions;
  counts: RequestCounts;
  queueUrl(name: string): string;
}
