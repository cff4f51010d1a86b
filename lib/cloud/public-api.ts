import { HttpApi, type HttpMethod, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { NodeFunction } from './node-function.ts';

export interface Route {
  method: HttpMethod;
  path: string;
  fn: NodeFunction;
  authorizer?: IHttpRouteAuthorizer;
}

/** The stack's door to the world: one HTTP API, on its default stage, so that paths have no prefix. */
export class PublicApi extends Construct {
  /** No slash at the end. */
  readonly address: string;
  readonly #api: HttpApi;

  constructor(
    scope: Construct,
    id: string,
    { publicBaseUrl }: { publicBaseUrl?: string | undefined },
  ) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Default');
    this.address = publicBaseUrl ?? this.#api.apiEndpoint;
  }

  route({ method, path, fn, authorizer }: Route): void {
    const integration = new HttpLambdaIntegration(`${fn.node.id}Integration`, fn);
    this.#api.addRoutes({
      path,
      methods: [method],
      integration,
      ...(authorizer && { authorizer }),
    });
  }

  url(path: string): string {
    return `${this.address}${path}`;
  }
}
