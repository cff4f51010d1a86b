import type { Environment } from '../../../settings.ts';
import { type ClaimNames, cognitoNames } from './token-claims.ts';

/** Cognito's, unless the environment says others. */
export function claimNamesIn(environment: Environment): ClaimNames {
  const { USER_CLAIM, USER_SUFFIX, GROUPS_CLAIM, OPERATOR_GROUP, SUPERVISOR_GROUP } = environment;
  return {
    user: USER_CLAIM ?? cognitoNames.user,
    userSuffix: USER_SUFFIX ?? cognitoNames.userSuffix,
    groups: GROUPS_CLAIM ?? cognitoNames.groups,
    operators: OPERATOR_GROUP ?? cognitoNames.operators,
    supervisors: SUPERVISOR_GROUP ?? cognitoNames.supervisors,
  };
}
