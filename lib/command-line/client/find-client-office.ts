import { findSystem, outputOf } from '../find-system.ts';
import { placeOf, type Whereabouts } from '../find-tables.ts';
import type { ClientOffice } from './client-office.ts';
import { CognitoClients } from './cognito-clients.ts';
import { LocalClientOffice } from './local-client-office.ts';

/** @throws UserMistake where people sign in with a provider of their own: it keeps the software, too */
export async function findClientOffice(where: Whereabouts): Promise<ClientOffice> {
  const place = placeOf(where);
  if ('local' in place) return new LocalClientOffice(place.local.origin);
  const system = await findSystem(where);
  return new CognitoClients(system.aws, {
    poolId: outputOf(system, 'UserPoolId'),
    tokenUrl: outputOf(system, 'TokenUrl'),
    apiId: outputOf(system, 'ApiId'),
    authorizerId: outputOf(system, 'SignInAuthorizer'),
    pagesClientId: outputOf(system, 'PagesClientId'),
  });
}
