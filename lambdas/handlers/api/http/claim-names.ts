import type { Environment } from '../../../settings.ts';
import { type ClaimNames, cognitoNames } from './token-claims.ts';

/** Cognito's, unless the environment says others. */
export function claimNamesIn(environment: Environment): ClaimNames {
  const { USER_CLAIM, USER_SUFFIX, GROUPS_CLAIM } = environment;
  const { OPERATOR_GROUP, LEAD_GROUP, VIEWER_GROUP, SUPERVISOR_GROUP } = environment;
  const { roles } = cognitoNames;
  return {
    user: USER_CLAIM ?? cognitoNames.user,
    userSuffix: USER_SUFFIX ?? cognitoNames.userSuffix,
    groups: GROUPS_CLAIM ?? cognitoNames.groups,
    roles: {
      operator: OPERATOR_GROUP ?? roles.operator,
      lead: LEAD_GROUP ?? roles.lead,
      viewer: VIEWER_GROUP ?? roles.viewer,
      supervisor: SUPERVISOR_GROUP ?? roles.supervisor,
    },
  };
}
