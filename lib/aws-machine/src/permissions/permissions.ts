import { AwsError } from '../base/aws-error.ts';
import {
  conditionsHold,
  coveringGrants,
  covers,
  grantsOf,
  type Need,
  type PolicyStatement,
} from './policy-statement.ts';
import type { Right } from './rights-log.ts';
import type { Role, RoleStatement } from './roles.ts';

/** A function as IAM sees it. */
export interface Caller {
  functionName: string;
  roleArn: string;
}

/** One statement of a function's role, and which of its actions were used so far. */
export interface StatementUse {
  functionName: string;
  policy: string;
  statement: PolicyStatement;
  exercisedActions: string[];
}

/** Tables and queues are few; schedules have a name each. */
const mostKnown = 100;

/** Checks calls against the roles of the template and remembers what was used. */
export class Permissions {
  readonly #roles: Map<string, Role>;
  readonly #callers: Caller[];
  readonly #accountId: string;
  readonly #onUse: ((right: Right) => void) | undefined;
  readonly #exercised = new Map<string, Set<string>>();
  /** Resources by function and action, as they were asked for. */
  readonly #allowed = new Map<string, Map<string, Set<string>>>();

  constructor(options: {
    roles: Map<string, Role>;
    callers: Caller[];
    accountId: string;
    onUse?: (right: Right) => void;
  }) {
    this.#roles = options.roles;
    this.#callers = options.callers;
    this.#accountId = options.accountId;
    this.#onUse = options.onUse;
  }

  /** Throws `AccessDeniedException`, naming the statement that is missing from the role. */
  demand(caller: Caller, needs: Need[]): void {
    for (const need of needs) {
      if (this.#isKnown(caller, need)) continue;
      if (!this.#allows(caller.roleArn, need, caller.functionName))
        throw this.#denied(caller, need);
      this.#noteAllowed(caller, need);
    }
  }

  /** Roles do not change, and what a function asks for once it asks for at every call. */
  #isKnown({ functionName }: Caller, { action, resource, context }: Need): boolean {
    if (context !== undefined) return false;
    return this.#allowed.get(functionName)?.get(action)?.has(resource) ?? false;
  }

  #noteAllowed({ functionName }: Caller, { action, resource, context }: Need): void {
    if (context !== undefined) return;
    const actions = this.#allowed.get(functionName) ?? new Map<string, Set<string>>();
    const resources = actions.get(action) ?? new Set();
    if (resources.size < mostKnown) resources.add(resource);
    this.#allowed.set(functionName, actions.set(action, resources));
  }

  /** Whether a role that no function carries (an execution role) may do something. */
  allows(roleArn: string, need: Need): boolean {
    return this.#allows(roleArn, need, '');
  }

  /** Whether a service may act under a role, in the context that its trust policy asks for. */
  trusts(roleArn: string, service: string, context: Record<string, string>): boolean {
    const trust = this.#roles.get(roleArn)?.trust ?? [];
    return trust.some(
      ({ Effect, Action, Principal, Condition }) =>
        Effect === 'Allow' &&
        Action?.includes('sts:AssumeRole') &&
        principals(Principal).includes(service) &&
        conditionsHold(Condition ?? {}, context),
    );
  }

  /** All statements of all functions' roles, with the actions that were used. */
  statementUse(): StatementUse[] {
    return this.#callers.flatMap(({ functionName, roleArn }) =>
      (this.#roles.get(roleArn)?.statements ?? []).map(({ policy, statement }, index) => ({
        functionName,
        policy,
        statement,
        exercisedActions: [...(this.#exercised.get(useKey(functionName, index)) ?? [])],
      })),
    );
  }

  /** Every action on every resource that the functions' roles allow. */
  granted(): Right[] {
    return this.statementUse()
      .filter(({ statement }) => statement.Effect === 'Allow')
      .flatMap(({ functionName, statement }) =>
        grantsOf(statement).map((grant) => ({ functionName, ...grant })),
      );
  }

  #allows(roleArn: string, need: Need, functionName: string): boolean {
    const statements = this.#roles.get(roleArn)?.statements ?? [];
    const fitting = [...statements.entries()].filter(([, { statement }]) =>
      covers(statement, need),
    );
    if (fitting.some(([, { statement }]) => denies(statement))) return false;
    const allowing = fitting.filter(([, { statement }]) => statement.Effect === 'Allow');
    for (const [index, { statement }] of allowing) {
      this.#remember(useKey(functionName, index), need.action);
      if (functionName) this.#tellUse(functionName, coveringGrants(statement, need));
    }
    return allowing.length > 0;
  }

  #tellUse(functionName: string, grants: Omit<Right, 'functionName'>[]): void {
    for (const grant of grants) this.#onUse?.({ functionName, ...grant });
  }

  #remember(key: string, action: string): void {
    const actions = this.#exercised.get(key);
    if (actions) actions.add(action);
    else this.#exercised.set(key, new Set([action]));
  }

  #denied(caller: Caller, { action, resource }: Need): AwsError {
    const role = this.#roles.get(caller.roleArn)?.name ?? caller.roleArn;
    const user = `arn:aws:sts::${this.#accountId}:assumed-role/${role}/${caller.functionName}`;
    const missing = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
    return new AwsError(
      'AccessDeniedException',
      `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no ` +
        `identity-based policy allows the ${action} action. Statement missing from role ${role}: ${missing}`,
    );
  }
}

function denies(statement: RoleStatement['statement']): boolean {
  return statement.Effect === 'Deny';
}

function principals(principal: unknown): string[] {
  const { Service } = (principal ?? {}) as { Service?: string | string[] };
  return [Service ?? []].flat();
}

function useKey(functionName: string, index: number): string {
  return `${functionName} ${index}`;
}
