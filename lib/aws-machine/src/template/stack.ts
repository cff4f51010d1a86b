import { noValue, resolveIntrinsics, type Scope } from './intrinsics.ts';
import { physicalNames } from './physical-names.ts';
import {
  type ApiScheme,
  apiHost,
  apiId,
  attribute,
  onlyVersion,
  type Place,
  reference,
  resourceArn,
} from './resource-identity.ts';
import { assertKnownProperties } from './resource-properties.ts';
import { assertKnown, isPlayed, type PlayedType } from './resource-types.ts';
import type { Assembly, Template, TemplateParameter } from './template.ts';

export interface StackResource {
  logicalId: string;
  type: PlayedType;
  /** Explicit name, or the logical id without CDK's hash. */
  name: string;
  arn: string;
  /** Properties with every intrinsic resolved. */
  properties: Record<string, unknown>;
}

/** A template with all its expressions resolved: what the parts of the local cloud are built from. */
export interface Stack {
  region: string;
  accountId: string;
  name: string;
  resources(...types: PlayedType[]): StackResource[];
  byArn(arn: string): StackResource | undefined;
  outputs: Record<string, string>;
  assetFolder(objectKey: string): string | undefined;
}

export interface StackSurroundings extends Place {
  /** Where the world reaches the APIs, without a slash at the end. */
  publicBaseUrl: string;
  /** Where functions reach AWS, without a slash at the end. */
  endpoint: string;
  /** SSM parameters, for template parameters of type `AWS::SSM::Parameter::Value`. */
  parameters: Record<string, string>;
}

/** Resolves a template. Refuses resource types that matter and cannot be played. */
export function readStack(assembly: Assembly, surroundings: StackSurroundings): Stack {
  const { template } = assembly;
  const scope = new TemplateScope(template, surroundings);
  const all = playedResources(template, scope);
  return {
    region: surroundings.region,
    accountId: surroundings.accountId,
    name: surroundings.stackName,
    resources: (...types) => all.filter(({ type }) => types.includes(type)),
    byArn: (arn) => all.find((resource) => resource.arn === arn),
    outputs: outputs(template, scope),
    assetFolder: (objectKey) => assembly.assetFolders.get(objectKey),
  };
}

function playedResources(template: Template, scope: TemplateScope): StackResource[] {
  const providers = customResourceProviders(template);
  return Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
    assertKnown(logicalId, resource.Type);
    if (!isPlayed(resource.Type) || !scope.isIncluded(resource.Condition)) return [];
    if (providers.has(logicalId)) return [];
    const properties = scope.resolve(resource.Properties ?? {}) as Record<string, unknown>;
    assertKnownProperties(logicalId, resource.Type, properties);
    return [{ logicalId, type: resource.Type, properties, ...scope.identity(logicalId) }];
  });
}

/** Functions that exist only to create resources which are not played. */
function customResourceProviders(template: Template): Set<string> {
  const tokens = Object.values(template.Resources).map(
    ({ Properties }) => Properties?.ServiceToken,
  );
  const targets = tokens.map(
    (token) => (token as { 'Fn::GetAtt'?: string[] })?.['Fn::GetAtt']?.[0],
  );
  return new Set(targets.filter((target) => target !== undefined));
}

function outputs(template: Template, scope: TemplateScope): Record<string, string> {
  const included = Object.entries(template.Outputs ?? {}).filter(([, output]) =>
    scope.isIncluded(output.Condition),
  );
  return Object.fromEntries(
    included.map(([name, output]) => [name, String(scope.resolve(output.Value))]),
  );
}

class TemplateScope implements Scope {
  readonly #template: Template;
  readonly #place: StackSurroundings;
  readonly #names: Map<string, string>;

  constructor(template: Template, place: StackSurroundings) {
    this.#template = template;
    this.#place = place;
    this.#names = physicalNames(template, (value) => resolveIntrinsics(value, this));
  }

  /** Resolves intrinsics, and turns the addresses of the stack's APIs into local ones. */
  resolve(value: unknown): unknown {
    return withLocalAddresses(resolveIntrinsics(value, this), this.#apiAddresses());
  }

  isIncluded(condition: string | undefined): boolean {
    return condition === undefined || this.condition(condition);
  }

  identity(logicalId: string): { name: string; arn: string } {
    const name = this.#name(logicalId);
    return { name, arn: resourceArn(this.#type(logicalId), name, this.#place) };
  }

  ref(name: string): unknown {
    if (name in this.#template.Resources)
      return reference(this.#type(name), this.#name(name), this.#place);
    const parameter = this.#template.Parameters?.[name];
    return parameter ? this.#parameterValue(name, parameter) : this.#pseudoParameter(name);
  }

  attribute(logicalId: string, name: string): string {
    const type = this.#type(logicalId);
    const own = { name: this.#name(logicalId), scheme: this.#apiScheme(logicalId) };
    return attribute({ type, ...own, attribute: name, place: this.#place });
  }

  condition(name: string): boolean {
    const expression = this.#template.Conditions?.[name];
    if (expression === undefined) throw new Error(`The template has no condition ${name}`);
    return Boolean(resolveIntrinsics(expression, this));
  }

  #type(logicalId: string): string {
    const resource = this.#template.Resources[logicalId];
    if (!resource) throw new Error(`The template refers to ${logicalId}, which it does not define`);
    return resource.Type;
  }

  #name(logicalId: string): string {
    return this.#qualifiedName(logicalId) ?? this.#names?.get(logicalId) ?? logicalId;
  }

  /** Aliases and versions are called by their function's name and their own: `FollowRow:live`. */
  #qualifiedName(logicalId: string): string | undefined {
    const { Type, Properties = {} } = this.#template.Resources[logicalId] ?? {};
    const isVersion = Type === 'AWS::Lambda::Version';
    if (!isVersion && Type !== 'AWS::Lambda::Alias') return undefined;
    const qualifier = isVersion ? onlyVersion : resolveIntrinsics(Properties.Name, this);
    return `${resolveIntrinsics(Properties.FunctionName, this)}:${qualifier}`;
  }

  #parameterValue(name: string, { Type, Default }: TemplateParameter): string {
    if (Default === undefined) throw new Error(`The template's parameter ${name} has no default`);
    const given = String(Default);
    if (!Type.startsWith('AWS::SSM::Parameter::Value')) return given;
    const value = this.#place.parameters[given];
    if (value === undefined) throw new Error(`No SSM parameter ${given} is given for ${name}`);
    return value;
  }

  #pseudoParameter(name: string): unknown {
    const { region, accountId, stackName } = this.#place;
    const known: Record<string, unknown> = {
      'AWS::Region': region,
      'AWS::AccountId': accountId,
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::NotificationARNs': [],
      'AWS::NoValue': noValue,
    };
    if (!(name in known))
      throw new Error(`The template refers to ${name}, which it does not define`);
    return known[name];
  }

  #apiScheme(logicalId: string): ApiScheme {
    const protocol = this.#template.Resources[logicalId]?.Properties?.ProtocolType;
    return protocol === 'WEBSOCKET' ? 'wss' : 'https';
  }

  #apiAddresses(): LocalAddress[] {
    return Object.entries(this.#template.Resources)
      .filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Api')
      .flatMap(([logicalId]) => this.#addressesOf(logicalId));
  }

  /** Clients reach a WebSocket API at `wss`, functions manage its connections at `https`. */
  #addressesOf(logicalId: string): LocalAddress[] {
    const { publicBaseUrl, endpoint } = this.#place;
    const name = this.#name(logicalId);
    const host = apiHost(name, this.#place);
    if (this.#apiScheme(logicalId) === 'https') {
      return [{ inAws: `https://${host}`, here: publicBaseUrl }];
    }
    return [
      { inAws: `wss://${host}`, here: publicBaseUrl.replace(/^http/, 'ws') },
      { inAws: `https://${host}`, here: `${endpoint}/${apiId(name)}` },
    ];
  }
}

/** What stands for an address of AWS on this machine. */
interface LocalAddress {
  inAws: string;
  here: string;
}

function withLocalAddresses(value: unknown, addresses: LocalAddress[]): unknown {
  if (typeof value === 'string') {
    return addresses.reduce((text, { inAws, here }) => text.replaceAll(inAws, here), value);
  }
  if (Array.isArray(value)) return value.map((item) => withLocalAddresses(item, addresses));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withLocalAddresses(item, addresses)]),
  );
}
