import { z } from 'zod';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack, StackResource } from '../template/stack.ts';
import { type PolicyStatement, policyStatements } from './policy-statement.ts';

export interface RoleStatement {
  /** Logical id of the policy, or of the role for inline policies. */
  policy: string;
  statement: PolicyStatement;
}

export interface Role {
  name: string;
  arn: string;
  /** Who may assume it. */
  trust: PolicyStatement[];
  statements: RoleStatement[];
}

const roleProperties = z.object({
  AssumeRolePolicyDocument: z.unknown(),
  Policies: z
    .array(z.strictObject({ PolicyName: z.string().optional(), PolicyDocument: z.unknown() }))
    .default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});

const policyProperties = z.object({
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).default([]),
});

/** The stack's roles by ARN, with all policies that are attached to them. */
export function readRoles(stack: Stack): Map<string, Role> {
  const roles = stack.resources('AWS::IAM::Role').map((resource) => readRole(stack, resource));
  return new Map(roles.map((role) => [role.arn, role]));
}

function readRole(stack: Stack, resource: StackResource): Role {
  const { name, arn, logicalId } = resource;
  const parsed = parseProperties(roleProperties, resource);
  const inline = parsed.Policies.flatMap(({ PolicyDocument }) =>
    roleStatements(logicalId, PolicyDocument),
  );
  const attached = stack
    .resources('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')
    .flatMap((policy) => attachedStatements(policy, { name, managed: parsed.ManagedPolicyArns }));
  return {
    name,
    arn,
    trust: policyStatements(parsed.AssumeRolePolicyDocument),
    statements: [...inline, ...attached],
  };
}

function attachedStatements(
  policy: StackResource,
  role: { name: string; managed: string[] },
): RoleStatement[] {
  const { PolicyDocument, Roles } = parseProperties(policyProperties, policy);
  const isAttached = Roles.includes(role.name) || role.managed.includes(policy.arn);
  return isAttached ? roleStatements(policy.logicalId, PolicyDocument) : [];
}

function roleStatements(policy: string, document: unknown): RoleStatement[] {
  return policyStatements(document).map((statement) => ({ policy, statement }));
}
