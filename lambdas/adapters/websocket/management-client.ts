import {
  ApiGatewayManagementApiClient,
  type ApiGatewayManagementApiClientConfig,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { requestLimits } from '../request-limits.ts';

/** Others wait to be told: a desk that does not take it at once is not worth much patience. */
const mostTries = 2;

/**
 * Every WebSocket API has an address of its own, so the SDK must be given it; unless something else
 * plays AWS, whose address the SDK then finds in the environment by itself.
 */
export function managementClient(
  { callbackUrl }: { callbackUrl: string },
  config: ApiGatewayManagementApiClientConfig = {},
): ApiGatewayManagementApiClient {
  const isPlayed = process.env.AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI !== undefined;
  return new ApiGatewayManagementApiClient({
    ...(!isPlayed && { endpoint: callbackUrl }),
    requestHandler: requestLimits,
    maxAttempts: mostTries,
    ...config,
  });
}
